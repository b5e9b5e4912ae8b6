'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useLanguageName } from '@/components/people/use-language-name'
import { useSpecialtyName } from '@/components/people/use-specialty-name'
import { matchKey } from '@/components/releases/match-key'
import { useClassWords } from '@/components/releases/use-class-words'
import { CodeText } from '@/components/ui/code-text'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { ChoiceList } from './choice-list'
import type { DraftOfStudy, Editing } from './draft-types'
import { exclusionsFrom, exclusionsText } from './recipe-text'
import { ShareField } from './share-field'

/** Which items a release takes: filter, exclusions, class balance, hard samples, licences. */
export function ChoiceFields({ draft, editing }: { draft: DraftOfStudy; editing: Editing }) {
  const t = useTranslations('releases.compose')
  const words = useTranslations('releases')
  const rules = useTranslations('board.match')
  const languageName = useLanguageName()
  const { fieldName, valueName } = useClassWords()
  const { nameOf: specialtyName } = useSpecialtyName()
  const { fields, setRecipe, counts, atField } = editing
  const { filter, balance, hard, licenceOverride } = fields.recipe
  const [exclusions, setExclusions] = useState(() => exclusionsText(fields.recipe.exclusions))
  const { facets, submissions } = draft
  const unlicensed = counts?.leftOut.find(({ reason }) => reason === 'unknown-licence')?.items ?? 0
  const narrow = (name: keyof typeof filter, chosen: string[]) => setRecipe({ filter: { ...filter, [name]: chosen } })
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  const balanced = counts?.fields.find(({ field }) => field === balance?.field)?.values ?? []
  const shareNames = [...new Set([...balanced.map(({ value }) => value), ...Object.keys(balance?.shares ?? {})])]
  const matches = [...new Set(submissions.flatMap((submission) => submission.matches))]
  return (
    <div className="grid gap-4">
      <div className="grid gap-2">
        <ChoiceList label={t('batches')} options={facets.batches.map(({ id, name }) => ({ value: id, label: name }))} chosen={filter.batches} onChange={(chosen) => narrow('batches', chosen)} />
        <ChoiceList label={t('tags')} options={plain(facets.tags)} chosen={filter.tags} onChange={(chosen) => narrow('tags', chosen)} />
        <ChoiceList label={t('specialties')} options={facets.specialties.map((value) => ({ value, label: specialtyName(value) }))} chosen={filter.specialties} onChange={(chosen) => narrow('specialties', chosen)} />
        <ChoiceList label={t('languages')} options={facets.languages.map((value) => ({ value, label: languageName(value) }))} chosen={filter.languages} onChange={(chosen) => narrow('languages', chosen)} />
        <ChoiceList
          label={t('basis')}
          options={(['consensus', 'adjudication'] as const).map((value) => ({ value, label: t(value) }))}
          chosen={filter.basis}
          onChange={(chosen) => setRecipe({ filter: { ...filter, basis: chosen as typeof filter.basis } })}
        />
      </div>
      <Field label={t('exclusions')} optional hint={t('exclusionsHint')} error={atField('recipe.exclusions')}>
        {(wires) => (
          <TextArea
            {...wires}
            value={exclusions}
            onChange={(event) => {
              setExclusions(event.target.value)
              setRecipe({ exclusions: exclusionsFrom(event.target.value) })
            }}
          />
        )}
      </Field>
      <div className="grid gap-3">
        <Field label={t('balance')} error={atField('recipe.balance')}>
          {(wires) => (
            <Select
              {...wires}
              value={balance?.field ?? ''}
              placeholder={t('noBalance')}
              options={[...new Set([...(counts?.fields.map(({ field }) => field) ?? []), ...(balance ? [balance.field] : [])])].map((value) => ({ value, label: fieldName(value) }))}
              onChange={(event) => {
                const field = event.target.value
                const values = counts?.fields.find((each) => each.field === field)?.values ?? []
                setRecipe({ balance: field ? { field, shares: Object.fromEntries(values.map(({ value }) => [value, 1])) } : null })
              }}
            />
          )}
        </Field>
        {balance && (
          <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-3">
            {shareNames.map((value) => (
              <ShareField
                key={value}
                label={t('share', { value: valueName(balance.field, value) })}
                value={balance.shares[value] ?? 0}
                onChange={(share) => setRecipe({ balance: { ...balance, shares: { ...balance.shares, [value]: share } } })}
              />
            ))}
          </div>
        )}
      </div>
      <div className="grid gap-2">
        <ChoiceList
          label={t('hard')}
          options={submissions.map(({ id, system, split, version }) => ({ value: id, label: `${system} (${version}, ${words(`splits.${split as 'test'}`)})` }))}
          chosen={hard?.submissions ?? []}
          onChange={(chosen) => setRecipe({ hard: chosen.length ? { submissions: chosen, match: hard?.match ?? matches[0] ?? '' } : null })}
        />
        <p className="text-sm text-ink-soft">{t(submissions.length ? 'hardHint' : 'noSystems')}</p>
        {hard && (
          <Field label={t('match')} error={atField('recipe.hard')}>
            {(wires) => <Select {...wires} value={hard.match} options={matches.map((value) => ({ value, label: rules(matchKey(value)) }))} onChange={(event) => setRecipe({ hard: { ...hard, match: event.target.value } })} />}
          </Field>
        )}
      </div>
      <Field label={t('licence')} optional hint={t(draft.isOwner ? 'licenceHint' : 'licenceOwners')} error={atField('recipe.licenceOverride')}>
        {(wires) => (
          <TextArea
            {...wires}
            rows={2}
            disabled={!draft.isOwner}
            value={licenceOverride ?? ''}
            onChange={(event) => setRecipe({ licenceOverride: event.target.value === '' ? null : event.target.value })}
          />
        )}
      </Field>
      {counts && unlicensed > 0 && (
        <p className="text-sm text-warn">
          {t('unlicensed', { items: unlicensed })} {counts.unlicensed.map((id) => <CodeText key={id}>{id}</CodeText>)}
          {unlicensed > counts.unlicensed.length && ` ${words('facts.more', { count: unlicensed - counts.unlicensed.length })}`}
        </p>
      )}
    </div>
  )
}
