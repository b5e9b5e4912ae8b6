import { colours, type ErrorType, type Form } from '@/lib/tasks/error-spans/form'

/** Changes to a form while it is edited, each a new form. Places are numbers of the group and of the type in it. */
export type Place = { group: number; type: number }
type Group = Form['taxonomy'][number]

const typesIn = (form: Form) => form.taxonomy.flatMap(({ types }) => types)
const nothing = { en: '', 'zh-CN': '' }

/** A code that nothing has yet: `type1`, `type2`… */
function freeCode(stem: string, used: readonly string[]): string {
  for (let number = used.length + 1; ; number++) if (!used.includes(`${stem}${number}`)) return `${stem}${number}`
}

export function withType(form: Form, group: number): Form {
  const types = typesIn(form)
  const keys = new Set(types.map(({ key }) => key))
  const taken = new Set(types.map(({ colour }) => colour))
  const type: ErrorType = {
    code: freeCode('type', types.map(({ code }) => code)),
    name: nothing,
    definition: nothing,
    example: nothing,
    colour: colours.find((colour) => !taken.has(colour)) ?? colours[types.length % colours.length] ?? 'slate',
    key: [...'123456789qwertyuiopasdfghjklzxcvbnm'].find((key) => !keys.has(key)) ?? '',
  }
  return inGroup(form, group, (found) => ({ ...found, types: [...found.types, type] }))
}

export const withGroup = (form: Form): Form => {
  const code = freeCode('group', form.taxonomy.map((group) => group.code))
  return withType({ ...form, taxonomy: [...form.taxonomy, { code, name: nothing, types: [] }] }, form.taxonomy.length)
}

export const withoutGroup = (form: Form, group: number): Form => ({ ...form, taxonomy: form.taxonomy.filter((_, at) => at !== group) })

export const withoutType = (form: Form, { group, type }: Place): Form =>
  inGroup(form, group, (found) => ({ ...found, types: found.types.filter((_, at) => at !== type) }))

export const changedType = (form: Form, { group, type }: Place, change: Partial<ErrorType>): Form =>
  inGroup(form, group, (found) => ({ ...found, types: found.types.map((one, at) => (at === type ? { ...one, ...change } : one)) }))

export const changedGroup = (form: Form, group: number, change: Partial<Group>): Form => inGroup(form, group, (found) => ({ ...found, ...change }))

/** A type to another place; the place is counted without the type itself. */
export function movedType(form: Form, from: Place, to: Place): Form {
  const type = form.taxonomy[from.group]?.types[from.type]
  if (!type || !form.taxonomy[to.group]) return form
  return inGroup(withoutType(form, from), to.group, (found) => ({ ...found, types: found.types.toSpliced(to.type, 0, type) }))
}

/** One place up or down, into the neighbouring group at a group's edge; null where there is nowhere to go. */
export function neighbour(form: Form, { group, type }: Place, step: -1 | 1): Place | null {
  const here = form.taxonomy[group]?.types.length ?? 0
  const next = type + step
  if (next >= 0 && next < here) return { group, type: next }
  const other = form.taxonomy[group + step]
  if (!other) return null
  return { group: group + step, type: step === 1 ? 0 : other.types.length }
}

export function movedGroup(form: Form, group: number, step: -1 | 1): Form {
  const moving = form.taxonomy[group]
  if (!moving || !form.taxonomy[group + step]) return form
  return { ...form, taxonomy: form.taxonomy.toSpliced(group, 1).toSpliced(group + step, 0, moving) }
}

const inGroup = (form: Form, group: number, change: (group: Group) => Group): Form => ({
  ...form,
  taxonomy: form.taxonomy.map((one, at) => (at === group ? change(one) : one)),
})

/** Before the first template or version: one group with one type, everything asked. */
export const emptyForm: Form = withGroup({
  provisional: false,
  taxonomy: [],
  fields: { difficulty: null, confidence: null, correction: 'required', explanation: 'required', references: true },
})
