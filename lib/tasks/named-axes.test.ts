import { expect, test } from 'vitest'
import { axisName } from './rubric/axes'
import { mergedAxes } from './named-axes'
import { preference } from './preference/preference'
import { rubricAuthoring } from './rubric-authoring/rubric-authoring'
import { rubricScoring } from './rubric-scoring/rubric-scoring'
import { proMedical } from './rubric-scoring/templates/promedical'

const named = (code: string, en: string) => ({ code, name: { en, 'zh-CN': `${en}（中）` } })

test('an axis is called as the last version of the form calls it, also where a later one has it no more', () => {
  expect(mergedAxes([[named('tone', 'Tone'), named('dose', 'Dose')], [named('dose', 'Dose and unit')]])).toEqual([named('tone', 'Tone'), named('dose', 'Dose and unit')])
})

test('a study’s own name goes before that of a public set, and an axis without any name is called by its code', () => {
  expect(axisName('accuracy', 'en')).toBe('Clinical accuracy')
  expect(axisName('accuracy', 'zh-CN', [named('accuracy', 'Right')])).toBe('Right（中）')
  expect(axisName('tone', 'en')).toBe('tone')
})

test('every task whose form names axes says which', () => {
  const form = { ...proMedical.form, axes: [named('tone', 'Tone')] }
  expect(rubricScoring.axes?.(form)).toEqual(form.axes)
  expect(rubricScoring.axes?.(proMedical.form)).toEqual([])
  for (const task of [preference, rubricAuthoring]) {
    const template = task.templates[0]!.form as { axes: { code: string }[] }
    expect(task.axes?.(template).map(({ code }) => code)).toEqual(template.axes.map(({ code }) => code))
  }
  expect(() => rubricScoring.axes?.({ ...form, axes: [...form.axes, ...form.axes] })).toThrow('code-twice')
})
