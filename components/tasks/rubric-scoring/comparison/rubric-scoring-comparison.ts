import { lazy } from 'react'
import { fitting } from '@/components/tasks/fitting'
import type { TaskComparison } from '@/components/tasks/task-comparisons'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import { fitDraft } from '@/lib/tasks/rubric-scoring/fit-draft'
import type { Form } from '@/lib/tasks/rubric-scoring/form'
import type { Draft } from '@/lib/tasks/rubric-scoring/judgment'
import type { Point } from '@/lib/tasks/rubric-scoring/points'
import { problems } from '@/lib/tasks/rubric-scoring/problems'
import type { Settings } from '@/lib/tasks/rubric-scoring/settings'
import { agreedAnswer } from './compared'

/** The bench's side of the task. What nobody decided has no label, which is a problem of the answer itself. */
export const rubricScoringComparison: TaskComparison = {
  Comparison: lazy(async () => ({ default: (await import('./comparison')).Comparison })),
  startComparison: ({ points, study }) => ({ answer: agreedAnswer(points as readonly Point[], study.settings as Settings), decisions: {} }),
  fitAnswer: fitting(fitDraft),
  verdictProblems: ({ answer }, { content, study, protocol }) =>
    problems(answer as Draft, { content: content as Content, settings: study.settings as Settings, form: protocol.form as Form, of: 'verdict' }),
}
