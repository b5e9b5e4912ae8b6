import { byCodeUnit } from './by-code-unit'
import { Clusters } from './clusters'

/** For each item the smallest id of those that must stay together with it: its own where it stands alone. */
export function clusterNames(
  items: readonly { id: string; group: string | null }[],
  pairs: readonly { a: string; b: string }[],
): Map<string, string> {
  const nodes = new Map(items.map(({ id }, node) => [id, node]))
  const sets = new Clusters(items.length)
  const firstOf = new Map<string, number>()
  for (const [node, { group }] of items.entries()) {
    if (group === null) continue
    const first = firstOf.get(group)
    if (first === undefined) firstOf.set(group, node)
    else sets.join(first, node)
  }
  for (const { a, b } of pairs) {
    const [one, other] = [nodes.get(a), nodes.get(b)]
    if (one !== undefined && other !== undefined) sets.join(one, other)
  }
  const names = new Map<number, string>()
  for (const [node, { id }] of items.entries()) {
    const name = names.get(sets.of(node))
    if (name === undefined || byCodeUnit(id, name) < 0) names.set(sets.of(node), id)
  }
  return new Map(items.map(({ id }, node) => [id, names.get(sets.of(node))!]))
}
