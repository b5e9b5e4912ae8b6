import type { Choice, LeftOut } from './choice'

export type Exclusion = { id: string; reason: string }

/** Leaves out what a person excluded by name, with their reason. Exclusions of items that are not there say nothing. */
export function exclude<Item extends { id: string }>(
  items: readonly Item[],
  exclusions: readonly Exclusion[],
): Choice<Item> {
  const reasons = new Map(exclusions.map(({ id, reason }) => [id, reason]))
  const kept: Item[] = []
  const leftOut: LeftOut[] = []
  for (const item of items) {
    const note = reasons.get(item.id)
    if (note === undefined) kept.push(item)
    else leftOut.push({ id: item.id, reason: 'excluded', note })
  }
  return { kept, leftOut }
}
