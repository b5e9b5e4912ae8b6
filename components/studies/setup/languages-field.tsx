'use client'
import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { languageNames } from './language-names'

const common = ['en', 'zh-CN', 'ja', 'de', 'fr', 'es'] as const

/** The languages of a study's texts: the common ones at hand, any other by its tag. */
export function LanguagesField({ value, onChange, error }: { value: string[]; onChange: (value: string[]) => void; error?: string | undefined }) {
  const t = useTranslations('studies.settings')
  const nameOf = languageNames(useLocale())
  const [typed, setTyped] = useState('')
  const others = value.filter((tag) => !common.some((known) => known === tag))
  const tag = typed.trim()
  const wellFormed = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag)
  const add = () => {
    if (!wellFormed || value.includes(tag)) return
    onChange([...value, tag])
    setTyped('')
  }
  return (
    <fieldset aria-invalid={error ? true : undefined} aria-describedby={error ? 'languages-error' : undefined}>
      <legend className="mb-1.5 text-sm font-medium">{t('languages')}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {common.map((known) => (
          <Checkbox
            key={known}
            label={nameOf(known)}
            checked={value.includes(known)}
            onChange={(event) => onChange(event.target.checked ? [...value, known] : value.filter((one) => one !== known))}
          />
        ))}
      </div>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <Field label={t('otherLanguage')} hint={t('otherLanguageHint')} className="w-56">
          {(wires) => (
            <TextInput
              {...wires}
              value={typed}
              maxLength={35}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                add()
              }}
            />
          )}
        </Field>
        <Button className="mb-6.5" disabled={!wellFormed} onClick={add}>
          {t('addLanguage')}
        </Button>
        {others.map((other) => (
          <Button key={other} size="small" className="mb-7" icon={<X size={14} aria-hidden />} onClick={() => onChange(value.filter((one) => one !== other))}>
            <span className="sr-only">{t('removeLanguage')} </span>
            {nameOf(other)}
          </Button>
        ))}
      </div>
      {error && (
        <p id="languages-error" role="alert" className="mt-1.5 text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  )
}
