import { lazy } from 'react'
import { fitting } from '@/components/tasks/fitting'
import type { TaskComparison } from '@/components/tasks/task-comparisons'
import type { Content } from '@/lib/tasks/preference/content'
import { fitDraft } from '@/lib/tasks/preference/fit-draft'
import type { Form } from '@/lib/tasks/preference/form'
import type { Draft } from '@/lib/tasks/preference/judgment'
import type { Point } from '@/lib/tasks/preference/points'
import { problems } from '@/lib/tasks/preference/problems'
import type { Settings } from '@/lib/tasks/preference/settings'
import { agreedAnswer } from './compared'

/** The bench's side of the task. What nobody decided has no choice, which is a problem of the answer itself. */
export const preferenceComparison: TaskComparison = {
  Comparison: lazy(async () => ({ default: (await import('./comparison')).Comparison })),
  startComparison: ({ points, study }) => ({ answer: agreedAnswer(points as readonly Point[], study.settings as Settings), decisions: {} }),
  fitAnswer: fitting(fitDraft),
  verdictProblems: ({ answer }, { content, study, protocol }) =>
    problems(answer as Draft, { content: content as Content, settings: study.settings as Settings, form: protocol.form as Form, of: 'verdict' }),
}
