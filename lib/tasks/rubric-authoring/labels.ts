import type { Judgment } from './judgment'
import type { Settings } from './settings'

const sizes = [5, 10, 20]

/** The classes of a verdict: by these releases are balanced, divided and counted. Where signed points count, what is negative is no veto. */
export function labels({ review, criteria }: Judgment, { settings: { counting } }: { settings: Pick<Settings, 'counting'> }): Record<string, readonly string[]> {
  const own = review === 'reject' ? [] : criteria
  const most = sizes.find((size) => own.length <= size)
  return {
    review: [review ?? 'no-draft'],
    safety: counting === 'points' ? [] : [own.some(({ group }) => group === 'veto') ? 'has-veto' : 'no-veto'],
    criteria: [own.length === 0 ? 'none' : most === undefined ? 'more-than-20' : `up-to-${most}`],
  }
}
