import { useTranslations } from 'next-intl'
import { useGroupName } from '@/components/releases/board/use-group-name'
import type { NamedAxis } from '@/lib/tasks/named-axes'

const tag = 'tag:'

/** How releases are told of by class: a field's name, and a value's in it. What is a study's own (error types, tags) keeps its code. */
export function useClassWords(axes: readonly NamedAxis[] = []) {
  const t = useTranslations('releases.classes')
  const groupName = useGroupName(axes)
  const known = (key: string, otherwise: string) => (t.has(key as never) ? t(key as never) : otherwise)
  return {
    fieldName: (field: string): string => (field.startsWith(tag) ? t('tag', { name: field.slice(tag.length) }) : known(`fields.${field}`, field)),
    valueName: (field: string, value: string): string => known(`values.${field}.${value}`, groupName(field, value)),
  }
}
