import { lazy } from 'react'
import type { TaskComparison } from '@/components/tasks/task-comparisons'
import type { Form } from '@/lib/tasks/error-spans/form'
import type { Draft } from '@/lib/tasks/error-spans/judgment'
import type { Point } from '@/lib/tasks/error-spans/points'
import { problems } from '@/lib/tasks/error-spans/problems'
import type { Settings } from '@/lib/tasks/error-spans/settings'
import { comparedOf, type LetteredReading } from './compared'
import { begun, undecidedPoints, type Work } from './decisions'

type Given = { readings: readonly unknown[]; points: readonly unknown[]; study: { settings: unknown } }
const compare = ({ readings, points, study }: Given) =>
  comparedOf(readings as readonly LetteredReading[], points as readonly Point[], study.settings as Settings)

/** The bench's side of the task, loaded there and not at the desk. */
export const errorSpansComparison: TaskComparison = {
  Comparison: lazy(async () => ({ default: (await import('./comparison')).Comparison })),
  startComparison: (dispute) => begun(compare(dispute)),
  verdictProblems: (work, dispute) => {
    const { text, study, protocol } = dispute
    const { answer } = work as { answer: Draft }
    const found = problems(answer, { content: { text }, settings: study.settings as Settings, form: protocol.form as Form, of: 'verdict' })
    const open = undecidedPoints(compare(dispute), work as Work)
    return [...found, ...open.map(({ id }) => ({ path: `points.${id}`, code: 'undecided' }))]
  },
}
