import { expect, test } from 'vitest'
import { changed, content, drafted, form, judgmentOf, settings } from '@/lib/tasks/rubric-authoring/any-authoring.testing'
import { disagreement } from '@/lib/tasks/rubric-authoring/disagreement'
import { written } from './rubric-authoring/authoring-changes'
import { decided, rowsOf, type Work } from './rubric-authoring/comparison/decisions'
import { isEdited } from './rubric-authoring/comparison/is-edited'
import { rubricAuthoringComparison } from './rubric-authoring/comparison/rubric-authoring-comparison'
import { viewOfProblems } from './view-of-problems'

test('whoever gives a verdict sees what is missing from it: of two views, the one that shows some of it', () => {
  const readings = [judgmentOf(drafted), judgmentOf(changed('stop', { text: 'Something else entirely.' }))].map((answer, nth) => ({ letter: 'AB'[nth]!, answer }))
  const { points } = disagreement(readings.map(({ answer }) => answer), settings)
  const dispute = { text: '', content, study: { settings }, protocol: { form }, readings, points }
  const seen = (work: Work, ...more: string[]) => {
    const problems = [...rubricAuthoringComparison.verdictProblems(work, dispute), ...more.map((path) => ({ path, code: 'missing' }))]
    return (['differences', 'verdict'] as const).map((view) => viewOfProblems(view, problems, isEdited))
  }
  const open = rubricAuthoringComparison.startComparison(dispute) as Work
  const stay = ['differences', 'verdict']
  expect(seen(open)).toEqual(['differences', 'differences'])
  expect(seen(open, 'rationale')).toEqual(stay)
  const whole = decided(open, rowsOf(points).find(({ agreed }) => !agreed)!, points, { letter: 'B', nth: 1 }, settings)
  const wordless = { ...whole, answer: { ...whole.answer, criteria: written('bleed', { text: '' })(whole.answer.criteria!) } }
  expect(seen(whole)).toEqual(stay)
  expect(seen(wordless)).toEqual(['verdict', 'verdict'])
  expect(seen(wordless, 'cause')).toEqual(stay)
})
