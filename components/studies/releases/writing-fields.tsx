'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { ChoiceList } from './choice-list'
import type { DraftOfStudy, Editing } from './draft-types'
import { authorsFrom, authorsText, wordsFrom } from './recipe-text'

/** What is written of a release, in its own words and in which formats, and who may have it. */
export function WritingFields({ draft, editing }: { draft: DraftOfStudy; editing: Editing }) {
  const t = useTranslations('releases.compose')
  const locale = useLocale()
  const { fields, set, setRecipe, atField } = editing
  const { recipe } = fields
  const [authors, setAuthors] = useState(() => authorsText(recipe.authors))
  const [keywords, setKeywords] = useState(() => recipe.keywords.join(', '))
  return (
    <div className="grid gap-4">
      <Field label={t('title')} required error={atField('title')}>
        {(wires) => <TextInput {...wires} value={fields.title} maxLength={200} onChange={(event) => set({ title: event.target.value })} />}
      </Field>
      <Field label={t('description')} optional hint={t('descriptionHint')}>
        {(wires) => <TextArea {...wires} value={recipe.description} maxLength={20_000} onChange={(event) => setRecipe({ description: event.target.value })} />}
      </Field>
      <Field label={t('notes')} optional>
        {(wires) => <TextArea {...wires} value={fields.notes} maxLength={20_000} onChange={(event) => set({ notes: event.target.value })} />}
      </Field>
      <Field label={t('authors')} hint={t('authorsHint')} error={atField('recipe.authors')}>
        {(wires) => (
          <TextArea
            {...wires}
            value={authors}
            onChange={(event) => {
              setAuthors(event.target.value)
              setRecipe({ authors: authorsFrom(event.target.value) })
            }}
          />
        )}
      </Field>
      <Field label={t('keywords')} optional hint={t('keywordsHint')}>
        {(wires) => (
          <TextInput
            {...wires}
            value={keywords}
            onChange={(event) => {
              setKeywords(event.target.value)
              setRecipe({ keywords: wordsFrom(event.target.value) })
            }}
          />
        )}
      </Field>
      <ChoiceList
        label={t('formats')}
        options={draft.formats.map(({ code, name, cannotHold }, nth) => ({
          value: code,
          label: nth === 0 ? `${name[locale]} (${t('always')})` : name[locale],
          locked: nth === 0,
          ...(cannotHold.length ? { hint: t('loses', { what: cannotHold.map((sentence) => sentence[locale]).join(' ') }) } : {}),
        }))}
        chosen={recipe.formats}
        onChange={(chosen) => setRecipe({ formats: chosen })}
      />
      <SegmentedControl
        label={t('readers')}
        value={recipe.readers}
        onChange={(readers) => setRecipe({ readers })}
        options={[
          { value: 'none', label: t('readersNone') },
          { value: 'pseudonyms', label: t('readersPseudonyms') },
        ]}
      />
      <Checkbox label={t('public')} hint={t('publicHint')} checked={fields.public} onChange={(event) => set({ public: event.target.checked })} />
    </div>
  )
}
