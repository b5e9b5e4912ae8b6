'use client'
import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { useFilterOptions, type Facets } from '../items/item-filters'
import type { ItemChoice, Taking } from './batch-types'

const names = ['language', 'specialty', 'source', 'import', 'tag'] as const

/** Which items of the pool, and how many of them. */
export function ItemChoiceFields({
  facets,
  choice,
  onChange,
  atField,
}: {
  facets: Facets
  choice: ItemChoice
  onChange: (choice: ItemChoice) => void
  atField: (path: string) => string | undefined
}) {
  const t = useTranslations('batches.form')
  const options = useFilterOptions(facets)
  const { filter, taking } = choice
  const set = (name: keyof ItemChoice['filter'], value: string) => {
    const { [name]: _, ...others } = filter
    onChange({ ...choice, filter: value ? { ...others, [name]: value } : others })
  }
  const take = (kind: Taking['take']) => {
    const count = taking.take === 'all' ? 100 : taking.count
    onChange({
      ...choice,
      taking:
        kind === 'all'
          ? { take: 'all' }
          : kind === 'first'
            ? { take: 'first', count }
            : kind === 'random'
              ? { take: 'random', count, seed: seedNow() }
              : { take: 'stratified', count, seed: seedNow(), by: 'specialty' },
    })
  }
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] gap-3">
        <Field label={t('search')}>
          {(wires) => (
            <TextInput
              {...wires}
              type="search"
              value={filter.search ?? ''}
              maxLength={500}
              onChange={(event) => set('search', event.target.value)}
            />
          )}
        </Field>
        {names
          .filter((name) => options[name].length > 0)
          .map((name) => (
            <Field key={name} label={t(name)}>
              {(wires) => (
                <Select
                  {...wires}
                  value={filter[name] ?? ''}
                  placeholder={t('any')}
                  options={options[name]}
                  onChange={(event) => set(name, event.target.value)}
                />
              )}
            </Field>
          ))}
      </div>
      <div className="flex flex-wrap items-start gap-3">
        <SegmentedControl
          label={t('take')}
          value={taking.take}
          onChange={take}
          options={[
            { value: 'all', label: t('takeAll') },
            { value: 'first', label: t('takeFirst') },
            { value: 'random', label: t('takeRandom') },
            { value: 'stratified', label: t('takeStratified') },
          ]}
        />
        {taking.take !== 'all' && (
          <Field label={t('count')} error={atField('taking.count')} className="w-32">
            {(wires) => (
              <TextInput
                {...wires}
                type="number"
                min={1}
                step={1}
                value={taking.count || ''}
                onChange={(event) => onChange({ ...choice, taking: { ...taking, count: Number(event.target.value) } })}
              />
            )}
          </Field>
        )}
        {taking.take === 'stratified' && (
          <Field label={t('stratum')}>
            {(wires) => (
              <Select
                {...wires}
                value={taking.by}
                options={(['specialty', 'language', 'source'] as const).map((value) => ({ value, label: t(value) }))}
                onChange={(event) => onChange({ ...choice, taking: { ...taking, by: event.target.value as typeof taking.by } })}
              />
            )}
          </Field>
        )}
        {(taking.take === 'random' || taking.take === 'stratified') && (
          <Field
            label={t('seed')}
            hint={t('seedHint')}
            error={atField('taking.seed')}
            className="min-w-0 grow basis-48"
          >
            {(wires) => (
              <TextInput
                {...wires}
                value={taking.seed}
                maxLength={100}
                onChange={(event) => onChange({ ...choice, taking: { ...taking, seed: event.target.value } })}
              />
            )}
          </Field>
        )}
      </div>
    </div>
  )
}

/** Short enough to copy by hand. */
const seedNow = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join('')
