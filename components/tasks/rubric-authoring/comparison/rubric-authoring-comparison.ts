import { lazy } from 'react'
import { fitting } from '@/components/tasks/fitting'
import type { TaskComparison } from '@/components/tasks/task-comparisons'
import type { Content } from '@/lib/tasks/rubric-authoring/content'
import { fitDraft } from '@/lib/tasks/rubric-authoring/fit-draft'
import type { Form } from '@/lib/tasks/rubric-authoring/form'
import type { Point } from '@/lib/tasks/rubric-authoring/points'
import { problems } from '@/lib/tasks/rubric-authoring/problems'
import type { Settings } from '@/lib/tasks/rubric-authoring/settings'
import { begun, undecided, type Work } from './decisions'

/** The bench's side of the task. */
export const rubricAuthoringComparison: TaskComparison = {
  Comparison: lazy(async () => ({ default: (await import('./comparison')).Comparison })),
  startComparison: ({ points, study }) => begun(points as readonly Point[], study.settings as Settings),
  fitAnswer: fitting(fitDraft),
  verdictProblems: (given, { content, points, study, protocol }) => {
    const work = given as Work
    const found = problems(work.answer, { content: content as Content, settings: study.settings as Settings, form: protocol.form as Form, of: 'verdict' })
    return [...found, ...undecided(points as readonly Point[], work).map(({ criterion }) => ({ path: `points.${criterion}`, code: 'undecided' }))]
  },
}
