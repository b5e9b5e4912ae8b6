import { createTranslator } from 'next-intl'
import { en } from '@/lib/messages/en'

type Translate = { (key: string, values?: Record<string, string | number>): string; has(key: string): boolean }
const reasons = createTranslator({
  locale: 'en',
  messages: en,
  namespace: 'formats.reasons',
  onError: () => {},
}) as unknown as Translate

type Row = {
  line: number
  field: string
  fate: string
  reason: string
  values: Record<string, string | number> | null
  externalId: string | null
}

/** Why a row was not taken, with where it stands, in the words of the pages. */
export function rowSentence({ line, field, fate, reason, values, externalId }: Row): string {
  if (fate === 'clash') return `line ${line}: the study has the id "${externalId}" already, with another text.`
  const where = field ? `line ${line}, field ${field}` : `line ${line}`
  return `${where}: ${reasons.has(reason) ? reasons(reason, values ?? {}) : reason}`
}
