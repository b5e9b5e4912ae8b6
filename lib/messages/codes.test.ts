import { readdirSync, readFileSync } from 'node:fs'
import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { rowReasons } from '@/lib/formats/item-row'
import { agreementReasons } from '@/lib/releases/agreement-reasons'
import { blindingClaim, blindingExceptions } from '@/lib/releases/blinding-exceptions'
import { leftOutWords } from '@/lib/releases/card-words'
import { problemCodes as spanProblems } from '@/lib/tasks/error-spans/problems'
import { problemCodes as preferenceProblems } from '@/lib/tasks/preference/problems'
import { problemCodes as authoringProblems } from '@/lib/tasks/rubric-authoring/problems'
import { problemCodes as scoringProblems } from '@/lib/tasks/rubric-scoring/problems'
import { taskCodes, taskOf, type TaskCode } from '@/lib/tasks/registry'
import { coarseGroups } from '@/lib/workflow/submission-limits'
import { en } from './en'
import { zhCn } from './zh-cn'

// That Chinese has the same keys is another test's.

/** Every first group of a pattern in the code below a folder. */
function written(folder: string, pattern: RegExp): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.testing\.ts$/.test(name))
  return new Set(files.flatMap((name) => [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(pattern)].map(([, code]) => code!)))
}
const without = (codes: Iterable<string>, words: object) => [...codes].filter((code) => !(code in words))

test.each([
  ['a row that is not taken', rowReasons, en.formats.reasons],
  ['an incomplete judgment of error spans', spanProblems, en['error-spans'].problems],
  ['an incomplete preference', preferenceProblems, en.preference.problems],
  ['an incomplete scoring', scoringProblems, en['rubric-scoring'].problems],
  ['an incomplete rubric', authoringProblems, en['rubric-authoring'].problems],
  ['an agreement without a value', Object.keys(agreementReasons), en.releases.facts.whyUndefined],
  ['a reading that speaks against blinding', Object.keys(blindingExceptions), en.releases.facts.blindingExceptions],
  ['an item that is left out', Object.keys(leftOutWords), en.releases.facts.reasons],
])('every code of %s has words', (_, codes, words) => {
  expect(codes.length).toBeGreaterThan(3)
  expect(without(codes, words)).toEqual([])
})

test('every refusal that the code can give has words: of its own, or of its file where it is about one', () => {
  const reasons = written('lib', /new Refusal\(\s*'[a-z-]+',\s*(?:[^'()]*\?\s*)?'([a-z-]+)'/g)
  expect(reasons.size).toBeGreaterThan(80)
  expect(without(reasons, { ...en.refusals, ...en.formats.files })).toEqual([])
})

test('every rule that responses and rubrics are held to as they come in has words', () => {
  const rules = ['conversation', 'rubric'].flatMap((folder) => [...written(`lib/tasks/${folder}`, /(?:refine\([^\n]*, |message: )'(?:key:)?([a-z-]+)'/g)])
  expect(rules.length).toBeGreaterThan(6)
  expect(without(rules, en.formats.reasons)).toEqual([])
  // What a schema says by itself it says by its kind.
  const chinese = createTranslator({ locale: 'zh-CN', messages: zhCn, namespace: 'formats.reasons' })
  for (const rule of ['invalid_format', 'invalid_union', 'not_multiple_of', 'invalid_key', 'invalid_element', 'custom']) expect(chinese('not-accepted', { rule })).not.toMatch(/[a-z]/)
  for (const expected of ['string', 'number', 'int', 'array', 'object', 'record']) expect(chinese('wrong-type', { expected })).not.toMatch(/[a-z]/)
})

test('every reason for which a measure has no value has words', () => {
  const reasons = written('lib/tasks', /(?:ratioOf\([^']*|undefinedBy\()'([a-z-]+)'/g)
  expect(reasons.size).toBeGreaterThan(8)
  // Told by a sentence in the figure's place; the last one by the command line alone.
  const told = ['no-repeats', 'nothing-chosen', 'nothing-reviewed', 'nothing-to-find']
  expect(without(reasons, { ...en.board.undefined, ...en.releases.facts.whyUndefined }).sort()).toEqual(told)
})

test('every field that a task’s verdicts are counted by has a name, and so has every value that is not a study’s own', () => {
  const { fields, values } = en.releases.classes
  const verdicts: Record<TaskCode, unknown[]> = {
    'error-spans': ['correct', 'erroneous'].map((veracity) => ({ veracity, spans: [], difficulty: null })),
    preference: ['response', 'tie', 'all-bad'].map((pick) => ({ overall: { pick, response: null, strength: null }, axes: {} })),
    'rubric-authoring': [null, 'pass', 'correct', 'reject'].flatMap((review) => [0, 5, 10, 20, 21].map((size) => ({ review, criteria: Array.from({ length: size }, () => ({ group: size > 5 ? 'veto' : 'main' })) }))),
    'rubric-scoring': ['met', 'partly', 'not-met', 'not-applicable', 'violated'].map((label) => ({ labels: [{ criterion: 'c', label }] })),
  }
  const rubric = { criteria: [{ id: 'c', points: null }] }
  const classes = taskCodes.flatMap((code) => verdicts[code].flatMap((verdict) => Object.entries(taskOf(code).labels(verdict, { content: { rubric }, settings: {} }))))
  expect(without(classes.map(([field]) => field), fields)).toEqual([])
  expect(classes.flatMap(([field, found]) => without(found, values[field as keyof typeof values] ?? {}))).toEqual([])
})

test('where the interface says what a release’s documents say, English says it in the same words', () => {
  const filled = Object.fromEntries(Object.entries(en.releases.facts.whyUndefined).map(([code, words]) => [code, words.replace('{smallest}', String(coarseGroups.smallest))]))
  expect(filled).toEqual(agreementReasons)
  expect(en.releases.facts.blindingExceptions).toEqual(blindingExceptions)
  expect(en.releases.facts.blindingClaim).toBe(blindingClaim)
})
