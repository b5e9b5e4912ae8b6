'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { useLanguageName } from '@/components/people/use-language-name'
import { useSpecialtyName } from '@/components/people/use-specialty-name'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { useVerb, type Verb } from './use-verb'
import { withTyped } from './with-typed'
import { WordList } from './word-list'

export type ProfileInput = {
  name: string
  specialties: string[]
  languages: string[]
  licence: string
  licenceExpires: string | null
  yearsOfPractice: number | null
}

/** Languages that material commonly comes in; any other may be typed as its BCP 47 tag. */
const commonLanguages = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'de', 'fr', 'es', 'pt', 'it', 'ru', 'ar', 'he', 'hi']

const nothingTyped = { specialties: '', languages: '' }

/** What a physician says of themselves. */
export function ProfileForm({ profile, email, save }: { profile: ProfileInput; email: string; save: Verb<ProfileInput> }) {
  const t = useTranslations('account.profile')
  const router = useRouter()
  const specialty = useSpecialtyName()
  const { run, pending, sentence, fieldError } = useVerb(save)
  const [draft, setDraft] = useState(profile)
  const [typed, setTyped] = useState(nothingTyped)
  const set = (change: Partial<ProfileInput>) => setDraft({ ...draft, ...change })
  const languageName = useLanguageName()
  async function submit(event: FormEvent) {
    event.preventDefault()
    const said = {
      ...draft,
      specialties: withTyped(draft.specialties, typed.specialties, specialty.known, specialty.nameOf),
      languages: withTyped(draft.languages, typed.languages, commonLanguages, languageName),
    }
    setDraft(said)
    setTyped(nothingTyped)
    if (!(await run(said))) return
    toast(t('saved'), { tone: 'good' })
    router.refresh()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-5">
      {sentence && <Notice tone="danger" live>{sentence}</Notice>}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t('name')} required error={fieldError('name')}>
          {(wires) => <TextInput {...wires} value={draft.name} autoComplete="name" onChange={(event) => set({ name: event.target.value })} />}
        </Field>
        <Field label={t('email')}>{(wires) => <TextInput {...wires} value={email} readOnly className="text-ink-soft" />}</Field>
      </div>
      <WordList
        label={t('specialties')}
        hint={t('specialtiesHint')}
        words={draft.specialties}
        known={specialty.known}
        nameOf={specialty.nameOf}
        typed={typed.specialties}
        onType={(specialties) => setTyped({ ...typed, specialties })}
        onChange={(specialties) => set({ specialties })}
      />
      <WordList
        label={t('languages')}
        hint={t('languagesHint')}
        error={fieldError('languages')}
        words={draft.languages}
        known={commonLanguages}
        nameOf={languageName}
        typed={typed.languages}
        onType={(languages) => setTyped({ ...typed, languages })}
        onChange={(languages) => set({ languages })}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <Field label={t('licence')} error={fieldError('licence')}>
          {(wires) => <TextInput {...wires} value={draft.licence} onChange={(event) => set({ licence: event.target.value })} />}
        </Field>
        <Field label={t('licenceExpires')} error={fieldError('licenceExpires')}>
          {(wires) => (
            <TextInput {...wires} type="date" value={draft.licenceExpires ?? ''} onChange={(event) => set({ licenceExpires: event.target.value || null })} />
          )}
        </Field>
        <Field label={t('years')} error={fieldError('yearsOfPractice')}>
          {(wires) => (
            <TextInput
              {...wires}
              type="number"
              min={0}
              max={80}
              value={draft.yearsOfPractice ?? ''}
              onChange={(event) => set({ yearsOfPractice: event.target.value === '' ? null : event.target.valueAsNumber })}
            />
          )}
        </Field>
      </div>
      <Button type="submit" variant="primary" pending={pending} className="justify-self-start">
        {t('save')}
      </Button>
    </form>
  )
}
