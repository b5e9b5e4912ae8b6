import type { ErrorType, Form } from '@/lib/tasks/error-spans/form'
import { locales, type Locale } from '@/lib/locale'

/** One thing that differs between two forms, to be said in a sentence of its own (`protocol.changes.<kind>`). */
export type FormChange = { kind: ChangeKind; name?: string; from?: string; to?: string }
export type ChangeKind =
  | 'provisional-on' | 'provisional-off'
  | 'group-added' | 'group-removed' | 'group-renamed' | 'groups-reordered'
  | 'type-added' | 'type-removed' | 'type-renamed' | 'type-moved' | 'type-defined' | 'type-exemplified' | 'type-recoloured' | 'type-rekeyed'
  | 'types-reordered'
  | 'difficulty-changed' | 'confidence-changed' | 'correction-changed' | 'explanation-changed' | 'references-on' | 'references-off'

type PlacedType = ErrorType & { group: string }
const placed = (form: Form): PlacedType[] => form.taxonomy.flatMap((group) => group.types.map((type) => ({ ...type, group: group.code })))

/**
 * What changed from one form to the other, in the order a reader of the form would meet it. Types and groups are told apart
 * by their codes: judgments hold the code, so a new code is another type whatever its name.
 */
export function formChanges(from: Form, to: Form, locale: Locale): FormChange[] {
  const changes: FormChange[] = []
  const say = (kind: ChangeKind, words: Omit<FormChange, 'kind'> = {}) => changes.push({ kind, ...words })
  if (from.provisional !== to.provisional) say(to.provisional ? 'provisional-on' : 'provisional-off')

  const groupName = (form: Form, code: string) => form.taxonomy.find((group) => group.code === code)?.name[locale] ?? code
  const [oldGroups, newGroups] = [from.taxonomy.map(({ code }) => code), to.taxonomy.map(({ code }) => code)]
  for (const code of oldGroups) if (!newGroups.includes(code)) say('group-removed', { name: groupName(from, code) })
  for (const group of to.taxonomy) {
    const before = from.taxonomy.find(({ code }) => code === group.code)
    if (!before) say('group-added', { name: group.name[locale] })
    else if (!sameWords(before.name, group.name)) say('group-renamed', { from: before.name[locale], to: group.name[locale] })
  }
  if (reordered(oldGroups, newGroups)) say('groups-reordered')

  const [oldTypes, newTypes] = [placed(from), placed(to)]
  for (const type of oldTypes) if (!newTypes.some(({ code }) => code === type.code)) say('type-removed', { name: type.name[locale] })
  for (const type of newTypes) {
    const before = oldTypes.find(({ code }) => code === type.code)
    const name = type.name[locale]
    if (!before) {
      say('type-added', { name, to: groupName(to, type.group) })
      continue
    }
    if (!sameWords(before.name, type.name)) say('type-renamed', { from: before.name[locale], to: name })
    if (before.group !== type.group) say('type-moved', { name, from: groupName(from, before.group), to: groupName(to, type.group) })
    if (!sameWords(before.definition, type.definition)) say('type-defined', { name, from: before.definition[locale], to: type.definition[locale] })
    if (!sameWords(before.example, type.example)) say('type-exemplified', { name, from: before.example[locale], to: type.example[locale] })
    if (before.colour !== type.colour) say('type-recoloured', { name, from: before.colour, to: type.colour })
    if (before.key !== type.key) say('type-rekeyed', { name, from: before.key, to: type.key })
  }
  for (const code of newGroups.filter((each) => oldGroups.includes(each))) {
    const order = (types: PlacedType[]) => types.filter(({ group }) => group === code).map((type) => type.code)
    if (reordered(order(oldTypes), order(newTypes))) say('types-reordered', { name: groupName(to, code) })
  }

  const [a, b] = [from.fields, to.fields]
  if (!sameScale(a.difficulty, b.difficulty)) say('difficulty-changed', scaleWords(a.difficulty, b.difficulty, locale))
  if (!sameScale(a.confidence, b.confidence)) say('confidence-changed', scaleWords(a.confidence, b.confidence, locale))
  if (a.correction !== b.correction) say('correction-changed', { from: a.correction, to: b.correction })
  if (a.explanation !== b.explanation) say('explanation-changed', { from: a.explanation, to: b.explanation })
  if (a.references !== b.references) say(b.references ? 'references-on' : 'references-off')
  return changes
}

const sameWords = (a: ErrorType['name'], b: ErrorType['name']) => locales.every((locale) => a[locale] === b[locale])

/** Whether what both have stands in another order. */
const reordered = (from: readonly string[], to: readonly string[]) => {
  const [a, b] = [from.filter((one) => to.includes(one)), to.filter((one) => from.includes(one))]
  return a.some((one, at) => one !== b[at])
}

const sameScale = (a: Form['fields']['difficulty'], b: Form['fields']['difficulty']) =>
  a?.levels.length === b?.levels.length && (a?.levels ?? []).every((level, at) => sameWords(level, b?.levels[at] ?? level))

const scaleWords = (from: Form['fields']['difficulty'], to: Form['fields']['difficulty'], locale: Locale) => {
  const words = (scale: typeof from) => (scale ? scale.levels.map((level) => level[locale]).join(' · ') : '–')
  return { from: words(from), to: words(to) }
}
