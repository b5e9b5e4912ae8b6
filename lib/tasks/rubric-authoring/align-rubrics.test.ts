/** What aligning is worth, on public sets of rubrics: where nothing is common, and where one thing is said twice in other words. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Criterion } from '../rubric/criterion'
import { criterionOf } from '../rubric-scoring/any-readings.testing'
import { alignedRubrics } from './align-rubrics'

const shared = path.join(process.cwd(), '../shared/data')
const linesOf = <Row>(name: string) => readFileSync(path.join(shared, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Row)
const together = (a: readonly Criterion[], b: readonly Criterion[]) => alignedRubrics(a, b).flatMap((row) => (row.a && row.b ? [[row.a, row.b] as const] : []))
const share = (parts: readonly (readonly [number, number])[]) => parts.reduce((sum, [part]) => sum + part, 0) / parts.reduce((sum, [, of]) => sum + of, 0)

/** Of the pairs that the two halves of a rubric could have, how many they are said to have. */
const ofHalves = (rubrics: readonly Criterion[][]) =>
  share(rubrics.map((criteria) => {
    const [a, b] = [criteria.filter((_, nth) => nth % 2 === 0), criteria.filter((_, nth) => nth % 2 === 1)]
    return [together(a, b).length, Math.min(a.length, b.length)]
  })) // prettier-ignore

describe.skipIf(!existsSync(shared))('aligning, on public sets (skipped where ../shared is absent)', () => {
  test('HealthBench: a grader’s words on a criterion find it, and criteria that have nothing to do with each other stay alone', () => {
    const rows = linesOf<{ rubrics: { criterion: string; points: number; explanation: string }[] }>('healthbench-sample/healthbench_graded_100.jsonl')
    const rubrics = rows.map(({ rubrics: criteria }, at) => criteria.map(({ criterion, points }, nth) => criterionOf(`${at} ${nth}`, points < 0 ? 'veto' : 'main', { text: criterion })))
    const explained = rows.map(({ rubrics: criteria }, at) => criteria.map(({ explanation, points }, nth) => criterionOf(`e ${at} ${nth}`, points < 0 ? 'veto' : 'main', { text: explanation })))
    const found = rubrics.map((criteria, at) => together(criteria, explained[at]!).map(([one, other]) => other.id === `e ${one.id}`))
    expect(share(found.map((right, at) => [right.filter(Boolean).length, rubrics[at]!.length]))).toBeGreaterThan(0.8)
    expect(share(found.map((right, at) => [right.filter((one) => !one).length, rubrics[at]!.length]))).toBeLessThan(0.005)
    expect(ofHalves(rubrics)).toBeLessThan(0.075)
    // What is shown as agreement, of rubrics of different questions.
    expect(share(rubrics.map((criteria, at) => [2 * together(criteria, rubrics[(at + 37) % 100]!).length, criteria.length + rubrics[(at + 37) % 100]!.length]))).toBeLessThan(0.02)
  })

  test('K-QA: of statements that say one thing of many names in the same words, most stay alone', () => {
    const rubrics = linesOf<{ Must_have: string[]; Nice_to_have: string[] }>('kqa/questions_w_answers.jsonl').map((row, at) =>
      (['Must_have', 'Nice_to_have'] as const).flatMap((name) => row[name].filter((text) => text.trim() !== '').map((text, nth) => criterionOf(`${at} ${name} ${nth}`, name === 'Must_have' ? 'main' : 'bonus', { text }))),
    )
    expect(ofHalves(rubrics)).toBeLessThan(0.24)
  })
})
