import { expect, test } from 'vitest'
import { taskOf } from '@/lib/tasks/registry'
import type { Form } from '@/lib/tasks/error-spans/form'
import { formChanges } from './form-changes'
import { changedType, movedGroup, movedType, withoutType, withType } from './form-model'

const form = (code: string) => taskOf('error-spans').templates.find((template) => template.code === code)!.form as unknown as Form
const medfact = form('medfact')
const first = medfact.taxonomy[0]!.types[0]!
const kinds = (to: Form) => formChanges(medfact, to, 'en').map(({ kind }) => kind)

test('a form does not differ from itself', () => {
  expect(kinds(structuredClone(medfact))).toEqual([])
})

test('each kind of change is named once, and no other with it', () => {
  const here = { group: 0, type: 0 }
  expect(kinds(withType(medfact, 0))).toEqual(['type-added'])
  expect(kinds(withoutType(medfact, here))).toEqual(['type-removed'])
  expect(kinds(changedType(medfact, here, { name: { ...first.name, 'zh-CN': '别名' } }))).toEqual(['type-renamed'])
  expect(kinds(changedType(medfact, here, { definition: { en: 'x', 'zh-CN': 'y' } }))).toEqual(['type-defined'])
  expect(kinds(changedType(medfact, here, { key: 'ü' }))).toEqual(['type-rekeyed'])
  expect(kinds(changedType(medfact, here, { colour: first.colour === 'slate' ? 'rose' : 'slate' }))).toEqual(['type-recoloured'])
  expect(kinds(movedType(medfact, here, { group: 0, type: 1 }))).toEqual(['types-reordered'])
  expect(kinds(movedType(medfact, here, { group: 1, type: 0 }))).toEqual(['type-moved'])
  expect(kinds(movedGroup(medfact, 0, 1))).toEqual(['groups-reordered'])
  expect(kinds({ ...medfact, provisional: false })).toEqual(['provisional-off'])
  expect(kinds({ ...medfact, fields: { ...medfact.fields, difficulty: null, references: false } })).toEqual(['difficulty-changed', 'references-off'])
})

test('a new code is another type, whatever its name', () => {
  expect(kinds(changedType(medfact, { group: 0, type: 0 }, { code: 'other' }))).toEqual(['type-removed', 'type-added'])
})
