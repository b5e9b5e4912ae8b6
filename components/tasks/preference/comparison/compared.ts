import { merge } from '@/lib/tasks/preference/merge'
import type { Choice, Draft } from '@/lib/tasks/preference/judgment'
import type { Point } from '@/lib/tasks/preference/points'
import type { Settings } from '@/lib/tasks/preference/settings'

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

const common = (choices: readonly Choice[], settings: Settings): Choice => merge(choices.map((overall) => ({ overall, axes: {}, rationale: '', shown: [] })), settings).overall
