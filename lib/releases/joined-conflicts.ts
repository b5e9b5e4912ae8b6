import { byCodeUnit } from './by-code-unit'
import type { ClusterConflict } from './split-rule'

/** What two looks found, as one list by the first earlier id: what names no earlier item but those of one conflict of the first look is that one. */
export function joinedConflicts(first: readonly ClusterConflict[], second: readonly ClusterConflict[]): ClusterConflict[] {
  const joined = first.map((conflict) => ({ ...conflict, added: [...conflict.added] }))
  const placeOf = new Map(first.flatMap(({ earlier }, at) => earlier.map(({ id }) => [id, at] as const)))
  for (const conflict of second) {
    const places = new Set(conflict.earlier.map(({ id }) => placeOf.get(id)))
    const [at] = places
    if (places.size !== 1 || at === undefined) joined.push({ ...conflict, added: [...conflict.added] })
    else joined[at]!.added = [...new Set([...joined[at]!.added, ...conflict.added])].sort(byCodeUnit)
  }
  return joined.sort((a, b) => byCodeUnit(a.earlier[0]!.id, b.earlier[0]!.id))
}
