'use client'
import { useTranslations } from 'next-intl'
import { useSpecialtyName } from '@/components/people/use-specialty-name'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { useLanguageName } from '@/components/people/use-language-name'
import type { Pool, ReaderChoice } from './batch-types'
import { Ticks } from './ticks'

export type PoolKind = 'everyone' | 'filtered' | 'people'
export const poolKindOf = ({ people, specialties, languages }: Pool): PoolKind =>
  people.length > 0 ? 'people' : specialties.length + languages.length > 0 ? 'filtered' : 'everyone'

/** Only what belongs to the kind: what was ticked under another is forgotten when the batch is sent. */
export const poolOfKind = (kind: PoolKind, pool: Pool): Pool => ({
  people: kind === 'people' ? pool.people : [],
  specialties: kind === 'filtered' ? pool.specialties : [],
  languages: kind === 'filtered' ? pool.languages : [],
})

/** Who may read: everyone, by specialty and language, or by name. */
export function PoolFields({
  readers,
  kind,
  onKind,
  pool,
  onPool,
}: {
  readers: readonly ReaderChoice[]
  kind: PoolKind
  onKind: (kind: PoolKind) => void
  pool: Pool
  onPool: (pool: Pool) => void
}) {
  const t = useTranslations('batches.form')
  const { nameOf } = useSpecialtyName()
  const language = useLanguageName()
  const distinct = (values: string[]) => [...new Set(values)].sort()
  const about = ({ specialties, languages }: ReaderChoice) =>
    [...specialties.map(nameOf), ...languages.map(language)].join(', ')
  if (readers.length === 0) return <p className="text-ink-soft">{t('noReaders')}</p>
  return (
    <div className="grid gap-3">
      <SegmentedControl
        label={t('who')}
        labelHidden
        value={kind}
        onChange={onKind}
        options={[
          { value: 'everyone', label: t('whoEveryone') },
          { value: 'filtered', label: t('whoFiltered') },
          { value: 'people', label: t('whoPeople') },
        ]}
      />
      {kind === 'people' && (
        <Ticks
          legend={t('people')}
          options={readers.map((reader) => ({ value: reader.personId, label: reader.name, hint: about(reader) }))}
          chosen={pool.people}
          onChange={(people) => onPool({ ...pool, people })}
        />
      )}
      {kind === 'filtered' && (
        <>
          <Ticks
            legend={t('specialties')}
            options={distinct(readers.flatMap(({ specialties }) => specialties)).map((value) => ({
              value,
              label: nameOf(value),
            }))}
            chosen={pool.specialties}
            onChange={(specialties) => onPool({ ...pool, specialties })}
          />
          <Ticks
            legend={t('languages')}
            options={distinct(readers.flatMap(({ languages }) => languages)).map((value) => ({
              value,
              label: language(value),
            }))}
            chosen={pool.languages}
            onChange={(languages) => onPool({ ...pool, languages })}
          />
        </>
      )}
    </div>
  )
}
