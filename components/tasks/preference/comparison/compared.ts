import { merge } from '@/lib/tasks/preference/merge'
import type { Choice, Draft } from '@/lib/tasks/preference/judgment'
import type { Point } from '@/lib/tasks/preference/points'
import type { Settings } from '@/lib/tasks/preference/settings'
import type { Question } from '../choices'

/** The verdict as it stands before anything is decided: what all readings say alike. */
export function agreedAnswer(points: readonly Point[], settings: Settings): Draft {
  const agreed = points.flatMap(({ axis, agreed: is, choices }) => {
    const given = choices.filter((choice) => choice !== null)
    return is && given.length > 0 ? [{ axis, choice: common(given, settings) }] : []
  })
  return {
    overall: agreed.find(({ axis }) => axis === null)?.choice ?? null,
    axes: Object.fromEntries(agreed.flatMap(({ axis, choice }) => (axis === null ? [] : [[axis, choice]]))),
    rationale: '',
    shown: [],
  }
}

/** What is asked, by what the readings say of it: an axis that nobody has to answer may be answered by none of them. */
export function sorted(questions: readonly Question[], points: readonly Point[]): Record<'differing' | 'same' | 'unanswered', Question[]> {
  const agreed = new Map(points.map((point) => [point.axis, point.agreed]))
  const those = (is: boolean | undefined) => questions.filter((question) => agreed.get(question) === is)
  return { differing: those(false), same: those(true), unanswered: those(undefined) }
}

const common = (choices: readonly Choice[], settings: Settings): Choice => merge(choices.map((overall) => ({ overall, axes: {}, rationale: '', shown: [] })), settings).overall
