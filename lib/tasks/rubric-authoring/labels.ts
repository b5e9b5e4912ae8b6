import type { Judgment } from './judgment'

const sizes = [5, 10, 20]

/** The classes of a verdict: by these releases are balanced, divided and counted. */
export function labels({ review, criteria }: Judgment): Record<string, readonly string[]> {
  const own = review === 'reject' ? [] : criteria
  const most = sizes.find((size) => own.length <= size)
  return {
    review: [review ?? 'no-draft'],
    safety: [own.some(({ group }) => group === 'veto') ? 'has-veto' : 'no-veto'],
    criteria: [own.length === 0 ? 'none' : most === undefined ? 'more-than-20' : `up-to-${most}`],
  }
}
