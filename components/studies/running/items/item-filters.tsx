'use client'
import { ListFilter, Search, X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useSpecialtyName } from '@/components/people/use-specialty-name'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select, type SelectOption } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { stages } from '@/lib/workflow/stage'
import { useLanguageName } from '@/components/people/use-language-name'
import { filterNames, type FilterName, type ItemFilters } from './item-query'

export type Facets = {
  languages: string[]
  specialties: string[]
  sources: string[]
  tags: string[]
  batches: { id: string; name: string }[]
  imports: { id: string; name: string; at: Date | string }[]
}

const verdicts = ['consensus', 'adjudication', 'unusable', 'none'] as const
/** Long enough that a word is whole, short enough that nobody waits. */
const typingMs = 250
/** Those that every study needs stand first; the others are a press away. */
const alwaysShown: readonly FilterName[] = ['stage', 'verdict', 'batch']

/** Search and filters above the table of items. Says what is wanted; fetches nothing. */
export function ItemFilterBar({
  facets,
  filters,
  onChange,
}: {
  facets: Facets
  filters: ItemFilters
  onChange: (filters: ItemFilters) => void
}) {
  const t = useTranslations('items')
  const options = useFilterOptions(facets)
  const [search, setSearch] = useState(filters.search ?? '')
  const [more, setMore] = useState(() =>
    filterNames.some((name) => name !== 'search' && !alwaysShown.includes(name) && filters[name]),
  )
  useEffect(() => {
    if (search.trim() === (filters.search ?? '')) return
    const timer = setTimeout(() => onChange(withFilter(filters, 'search', search.trim())), typingMs)
    return () => clearTimeout(timer)
  }, [search, filters, onChange])
  const names = filterNames.filter(
    (name) => name !== 'search' && options[name].length > 0 && (more || alwaysShown.includes(name)),
  )
  const set = Object.keys(filters).length > 0
  return (
    <search className="grid gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t('search')} labelHidden className="min-w-0 grow basis-64">
          {(wires) => (
            <span className="relative block">
              <Search
                aria-hidden
                size={16}
                className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-ink-soft"
              />
              <TextInput
                {...wires}
                type="search"
                className="ps-8"
                placeholder={t('search')}
                value={search}
                maxLength={500}
                onChange={(event) => setSearch(event.target.value)}
              />
            </span>
          )}
        </Field>
        <Button icon={<ListFilter size={16} aria-hidden />} aria-expanded={more} onClick={() => setMore(!more)}>
          {t(more ? 'filters.fewer' : 'filters.more')}
        </Button>
        {set && (
          <Button
            variant="plain"
            icon={<X size={16} aria-hidden />}
            onClick={() => {
              setSearch('')
              onChange({})
            }}
          >
            {t('filters.clear')}
          </Button>
        )}
      </div>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-3">
        {names.map((name) => (
          <Field key={name} label={t(`filters.${name as Exclude<FilterName, 'search'>}`)}>
            {(wires) => (
              <Select
                {...wires}
                value={filters[name] ?? ''}
                placeholder={t('filters.any')}
                options={options[name]}
                onChange={(event) => onChange(withFilter(filters, name, event.target.value))}
              />
            )}
          </Field>
        ))}
      </div>
    </search>
  )
}

function withFilter(filters: ItemFilters, name: FilterName, value: string): ItemFilters {
  const { [name]: _, ...others } = filters
  return value ? { ...others, [name]: value } : others
}

export function useFilterOptions(facets: Facets): Record<FilterName, SelectOption[]> {
  const t = useTranslations('items')
  const stageName = useTranslations('running.stages')
  const format = useFormatter()
  const language = useLanguageName()
  const { nameOf } = useSpecialtyName()
  const plain = (values: readonly string[], label: (value: string) => string = String) =>
    values.map((value) => ({ value, label: label(value) }))
  return {
    search: [],
    stage: stages.map((stage) => ({ value: stage, label: stageName(stage) })),
    verdict: verdicts.map((verdict) => ({ value: verdict, label: t(`verdicts.${verdict}`) })),
    batch: facets.batches.map(({ id, name }) => ({ value: id, label: name })),
    language: plain(facets.languages, language),
    specialty: plain(facets.specialties, nameOf),
    source: plain(facets.sources),
    tag: plain(facets.tags, (tag) => tag.replace('=', ': ')),
    readers: [{ value: 'none', label: t('readers.none') }],
    import: facets.imports.map(({ id, name, at }) => ({
      value: id,
      label: `${name} · ${format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}`,
    })),
  }
}
