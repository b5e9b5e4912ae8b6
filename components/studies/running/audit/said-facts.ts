import { matchKey } from '@/components/releases/match-key'
import type { Locale } from '@/lib/locale'
import { taskCodes, taskOf } from '@/lib/tasks/registry'

/** What only the machine needs; what is named of these is told by its name. */
const unsaid: ReadonlySet<string> = new Set(['adjudication', 'composition', 'eventId', 'import', 'invitationId', 'job', 'question', 'release', 'resetId', 'seat', 'statement', 'subject', 'submission', 'thread', 'token'])

/** Where codes have their words already; all others are below `audit.values`. */
const wordsOf: Readonly<Record<string, string>> = {
  field: 'releases.classes.fields',
  format: 'import.setup.formats',
  hidden: 'audit.values.split',
  kind: 'jobs.kinds',
  match: 'board.match',
  matches: 'board.match',
  policy: 'studies.settings.policies',
  role: 'people.roles',
  roles: 'people.roles',
  scopes: 'account.tokens.scopeNames',
  splits: 'audit.values.split',
  stage: 'running.stages',
  strata: 'releases.classes.fields',
}

export type FactWords = {
  /** Every sentence there is, as the message files hold them. */
  messages: object
  t: (key: string, values?: Record<string, string>) => string
  locale: Locale
  number: (value: number) => string
  list: (values: readonly string[]) => string
  languageName: (tag: string) => string
  specialtyName: (code: string) => string
}

/**
 * The facts on record with an event, each by its name and in the person's language; what has no words stands there as it is on record.
 * `named`: what people call that which a fact has an id of.
 */
export function saidFacts(detail: Readonly<Record<string, unknown>>, named: Readonly<Record<string, string>>, words: FactWords): string[] {
  const { t } = words
  const name = (key: string) => wordAt(words, 'audit.facts', key) ?? wordAt(words, 'releases.facts.blindingExceptions', key) ?? key
  const value = (key: string, given: unknown): string => {
    if (isNothing(given)) return t('audit.said.none')
    if (typeof given === 'boolean') return t(given ? 'audit.said.yes' : 'audit.said.no')
    if (typeof given === 'number') return words.number(given)
    if (typeof given === 'string') return word(key, given, words)
    if (Array.isArray(given)) return given.every(isId) ? words.number(given.length) : words.list(given.map((one) => value(key, one)))
    return words.list(said(given as object, isNothing).map(([part, of]) => t('audit.said.part', { name: name(part), value: value(part, of) })))
  }
  // What became of something is a fact too where it became nothing.
  return said({ ...detail, ...named }, (given) => given === undefined).map(([key, given]) => {
    if (key in named) return t('audit.said.fact', { name: name(key), value: named[key]! })
    const change = changeIn(given)
    return change ? t('audit.said.change', { name: name(key), from: value(key, change.from), to: value(key, change.to) }) : t('audit.said.fact', { name: name(key), value: value(key, given) })
  })

  function said(facts: object, isUnsaid: (given: unknown) => boolean): [string, unknown][] {
    return Object.entries(facts).filter(([key, given]) => key in named || (!unsaid.has(key) && !isUnsaid(given)))
  }
}

function word(key: string, given: string, words: FactWords): string {
  if (key === 'language' || key === 'languages') return words.languageName(given)
  if (key === 'specialty' || key === 'specialties') return words.specialtyName(given)
  if (key === 'task') return taskCodes.some((code) => code === given) ? taskOf(given).name[words.locale] : given
  if (key === 'template') return taskCodes.flatMap((code) => taskOf(code).templates).find(({ code }) => code === given)?.name[words.locale] ?? given
  return wordAt(words, wordsOf[key] ?? `audit.values.${key}`, key === 'match' || key === 'matches' ? matchKey(given) : given) ?? given
}

/** Asked of the files themselves: what was typed may hold anything and is no key. */
function wordAt({ messages, t }: FactWords, path: string, key: string): string | null {
  const group = path.split('.').reduce<unknown>((tree, name) => (isTree(tree) && Object.hasOwn(tree, name) ? tree[name] : null), messages)
  return isTree(group) && Object.hasOwn(group, key) && !key.includes('.') ? t(`${path}.${key}`) : null
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isId = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '' || (isTree(value) && Object.values(value).every(isNothing))
const changeIn = (value: unknown): { from: unknown; to: unknown } | null => (isTree(value) && Object.keys(value).sort().join() === 'from,to' ? (value as { from: unknown; to: unknown }) : null)
