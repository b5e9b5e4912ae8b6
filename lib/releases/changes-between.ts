import { byCodeUnit } from './by-code-unit'
import type { ChangeLog, ReleasedItem, Tombstone } from './change-log'

/**
 * What a new release changes against the one before, each list in the order of ids. `whyRemoved`: what is known of items that
 * are gone, by id. The order of the items does not matter. O(n log n).
 */
export function changesBetween(
  previous: { version: string; items: readonly ReleasedItem[] },
  items: readonly ReleasedItem[],
  whyRemoved: ReadonlyMap<string, string>,
): ChangeLog {
  const before = new Map(previous.items.map((item) => [item.id, item]))
  const now = new Set(items.map(({ id }) => id))
  const changes: ChangeLog = { added: [], removed: [], verdicts: [], texts: [], splits: [], records: [] }
  for (const item of items.toSorted(byId)) {
    const { id, split } = item
    const old = before.get(id)
    if (!old) {
      changes.added.push({ id, split })
      continue
    }
    const hasNewVerdict = old.verdict !== item.verdict
    const hasNewText = old.text !== item.text
    if (hasNewVerdict) changes.verdicts.push({ id, split, reason: item.reason })
    if (hasNewText) changes.texts.push({ id })
    if (old.split !== split) changes.splits.push({ id, from: old.split, to: split })
    if (old.record !== item.record && !hasNewVerdict && !hasNewText) changes.records.push({ id })
  }
  for (const { id, split } of previous.items.toSorted(byId))
    if (!now.has(id))
      changes.removed.push({ id, split, lastVersion: previous.version, reason: whyRemoved.get(id) ?? 'not chosen' })
  return changes
}

/** Every tombstone that stands after a release: earlier ones stay until their item returns. By id. */
export function tombstonesAfter(
  earlier: readonly Tombstone[],
  changes: Pick<ChangeLog, 'added' | 'removed'>,
): Tombstone[] {
  const standing = new Map([...earlier, ...changes.removed].map((stone) => [stone.id, stone]))
  for (const { id } of changes.added) standing.delete(id)
  return [...standing.values()].sort(byId)
}

const byId = (a: { id: string }, b: { id: string }) => byCodeUnit(a.id, b.id)
