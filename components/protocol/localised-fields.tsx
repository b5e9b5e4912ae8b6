'use client'
import { useLocale } from 'next-intl'
import { languageNames } from '@/components/studies/setup/language-names'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { locales, type Localised } from '@/lib/locale'

/** One text in each language of the interface, side by side. */
export function LocalisedFields({
  label,
  value,
  onChange,
  error,
  lines = 1,
  optional = false,
}: {
  label: string
  value: Localised
  onChange: (value: Localised) => void
  error?: string | undefined
  lines?: number
  optional?: boolean
}) {
  const nameOf = languageNames(useLocale())
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {locales.map((locale) => {
        const wrong = error && value[locale].trim() === '' ? error : undefined
        return (
          <Field key={locale} label={`${label} · ${nameOf(locale)}`} error={wrong} optional={optional}>
            {(wires) =>
              lines === 1 ? (
                <TextInput {...wires} lang={locale} maxLength={4_000} value={value[locale]} onChange={(event) => onChange({ ...value, [locale]: event.target.value })} />
              ) : (
                <TextArea
                  {...wires}
                  lang={locale}
                  rows={lines}
                  maxLength={4_000}
                  value={value[locale]}
                  onChange={(event) => onChange({ ...value, [locale]: event.target.value })}
                />
              )
            }
          </Field>
        )
      })}
    </div>
  )
}
