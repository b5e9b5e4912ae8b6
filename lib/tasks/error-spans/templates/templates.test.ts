import { describe, expect, test } from 'vitest'
import { errorTypesOf } from '../error-types-of'
import { formSchema } from '../form'
import { settingsSchema } from '../settings'
import { medec } from './medec'
import { medfact } from './medfact'

describe.each([medfact, medec])('template $code', (template) => {
  test('its form and settings are what a protocol and a study accept', () => {
    expect(formSchema.parse(template.form)).toEqual(template.form)
    expect(settingsSchema.parse(template.settings)).toEqual(template.settings)
  })

  test('every type is named, defined and shown by example in both languages, with a colour of its own', () => {
    const types = errorTypesOf(template.form)
    for (const type of types) {
      for (const text of [type.name, type.definition, type.example]) {
        expect(text.en).toMatch(/\w/)
        expect(text['zh-CN']).toMatch(/\p{Script=Han}/u)
      }
    }
    expect(new Set(types.map(({ colour }) => colour)).size).toBe(types.length)
  })
})

describe('templates', () => {
  test("MedFact's eight types stand in two groups and are said to be provisional", () => {
    expect(medfact.form.provisional).toBe(true)
    expect(medfact.form.taxonomy.map(({ code }) => code)).toEqual(['medical', 'nonMedical'])
    expect(errorTypesOf(medfact.form)).toHaveLength(8)
  })

  test("MEDEC's types are called as in its files", () => {
    const codes = errorTypesOf(medec.form).map(({ code }) => code)
    expect(codes).toEqual(['causalOrganism', 'diagnosis', 'management', 'pharmacotherapy', 'treatment'])
    expect(medec.form.provisional).toBe(false)
  })

  test('a taxonomy in which a code or a key stands twice is refused at its place', () => {
    const taxonomy = structuredClone(medec.form.taxonomy)
    taxonomy[0]!.types[1]!.code = taxonomy[0]!.types[0]!.code
    taxonomy[0]!.types[2]!.key = taxonomy[0]!.types[0]!.key
    const { error } = formSchema.safeParse({ ...medec.form, taxonomy })
    expect(error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
      'taxonomy.0.types.1.code code-twice',
      'taxonomy.0.types.2.key key-twice',
    ])
  })
})
