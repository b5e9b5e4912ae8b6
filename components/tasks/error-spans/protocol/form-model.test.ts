import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formSchema, type Form } from '@/lib/tasks/error-spans/form'
import { emptyForm, movedGroup, movedType, neighbour, withGroup, withoutType, withType } from './form-model'

const codes = (form: Form) => form.taxonomy.map(({ types }) => types.map(({ code }) => code))

test('what is added never takes a code or a key that is in use, and lacks nothing but names', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 20 }), (groups) => {
      const form = groups.reduce((before, group) => (group ? withGroup(before) : withType(before, before.taxonomy.length - 1)), emptyForm)
      const issues = formSchema.safeParse(form).error?.issues ?? []
      expect(new Set(issues.map(({ message }) => message))).toEqual(new Set(['name-missing']))
    }),
  )
})

test('a type steps through its group, on into the next one, and back to where it was', () => {
  const form = withType(withGroup(withType(emptyForm, 0)), 1)
  expect(codes(form)).toEqual([['type1', 'type2'], ['type3', 'type4']])
  const down = neighbour(form, { group: 0, type: 1 }, 1)!
  expect(down).toEqual({ group: 1, type: 0 })
  const moved = movedType(form, { group: 0, type: 1 }, down)
  expect(codes(moved)).toEqual([['type1'], ['type2', 'type3', 'type4']])
  expect(codes(movedType(moved, down, neighbour(moved, down, -1)!))).toEqual(codes(form))
  expect(neighbour(form, { group: 0, type: 0 }, -1)).toBeNull()
  expect(neighbour(form, { group: 1, type: 1 }, 1)).toBeNull()
})

test('groups change places; a type that is removed is gone and nothing else', () => {
  const form = withGroup(emptyForm)
  expect(codes(movedGroup(form, 0, 1))).toEqual([['type2'], ['type1']])
  expect(movedGroup(form, 0, -1)).toBe(form)
  expect(codes(withoutType(form, { group: 0, type: 0 }))).toEqual([[], ['type2']])
})
