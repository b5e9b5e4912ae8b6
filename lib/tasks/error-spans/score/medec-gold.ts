import type { ItemRow } from '@/lib/formats/item-row'
import { medecSentences } from '@/lib/formats/medec-sentences'
import type { ReferenceLabel } from '@/lib/formats/reference-label'
import { isObject } from '@/lib/formats/read-tags'
import type { Content } from '../content'
import type { Gold } from './gold'

type Item = Extract<ItemRow<Content>, { item: unknown }>['item']

/** A row of a MEDEC file, as its reader delivers it, as gold with the file's own sentences; null for a row without a label. */
export function medecGold({ id, content: { text }, sealed }: Item): Gold | null {
  if (!isObject(sealed.reference) || !isObject(sealed.medec)) return null
  const label = sealed.reference as ReferenceLabel
  const cell = sealed.medec['Sentences']
  return {
    id,
    text,
    erroneous: label.veracity === 'erroneous',
    spans: label.spans.map(({ start, end, type }) => ({ start, end, type })),
    facets: {},
    sentences: typeof cell === 'string' ? medecSentences(text, cell) : null,
  }
}
