import type { Interval } from '@/lib/spans/interval'

type Placed = Interval & { readonly id: string }

/** The spans at a place, innermost (shortest) first; a span's end belongs to it, so that a caret behind the last letter finds it. */
export function spansAt<S extends Placed>(spans: readonly S[], offset: number): S[] {
  return spans
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)
}

/** The one after `current`, round and round; the first when `current` is not among them. */
export function nextInCycle<T>(list: readonly T[], current: T | null): T | undefined {
  return list[current === null ? 0 : (list.indexOf(current) + 1) % list.length]
}

/**
 * The span a step before or after the current one in text order (as given), or, without one, the nearest to the caret in
 * that direction; round at the ends. Undefined without spans.
 */
export function neighbour<S extends Placed>(
  spans: readonly S[],
  currentId: string | null,
  caret: number,
  step: 1 | -1,
): S | undefined {
  const current = spans.findIndex(({ id }) => id === currentId)
  if (current !== -1) return spans.at((current + step) % spans.length)
  if (step === 1) return spans.find(({ start }) => start >= caret) ?? spans[0]
  return spans.findLast(({ end }) => end <= caret) ?? spans.at(-1)
}
