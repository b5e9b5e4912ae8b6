import { byCodeUnit } from './by-code-unit'
import { Clusters } from './clusters'
import { saltedHash } from './salted-hash'
import {
  splitNames,
  type ClusterConflict,
  type EarlierItem,
  type SplitItem,
  type SplitName,
  type SplitResult,
  type SplitRule,
} from './split-rule'
import { Strata } from './strata'

type Bound = {
  /** Ids of items that have to stay together; ids that are not among the items bind nobody. */
  pairs?: readonly { a: string; b: string }[]
  /** What the release before had, also what has left since: its siblings still must not straddle. */
  earlier?: readonly EarlierItem[]
}

/**
 * Divides items into train, validation and test. The same items, pairs, earlier items and rule give the same division, in
 * whatever order they come.
 *
 * Items of a group and near-duplicates make clusters, which never straddle. An earlier item keeps its split and takes its
 * cluster along. Where earlier releases had put one cluster into several splits, each earlier item keeps its own, and new
 * members get none, since each would straddle with some; such clusters are named as conflicts.
 *
 * All other clusters are placed from the largest to the smallest, in salted order within a size: of the splits that still
 * lack at least that many items, into the one where it disturbs the strata least; where none lacks so many, into the one
 * that lacks most. Without earlier items no split is further from its ratio than the largest cluster has items.
 * O(n log n + clusters · strata); throws RangeError when an id comes twice.
 */
export function assignSplits(
  items: readonly SplitItem[],
  rule: SplitRule,
  { pairs = [], earlier = [] }: Bound = {},
): SplitResult {
  const clusters = clustersOf(items, pairs, earlier)
  const strata = new Strata(rule.stratifyBy, rule.ratios)
  const conflicts = clusters.flatMap(conflictIn)
  const lacking = wantedOf(items.length - conflicts.reduce((sum, { added }) => sum + added.length, 0), rule.ratios)
  const splitOf = new Map<string, SplitName>()
  const place = (members: readonly SplitItem[], split: SplitName, cells = strata.cellsOf(members)) => {
    strata.place(cells, splitNames.indexOf(split))
    lacking[split] -= members.length
    for (const { id } of members) splitOf.set(id, split)
  }

  const free: { members: SplitItem[]; hash: number }[] = []
  for (const { members, before } of clusters) {
    if (before.length === 0) {
      free.push({ members, hash: saltedHash(rule.salt, members[0]!.id) })
      continue
    }
    const own = new Map(before.map(({ id, split }) => [id, split]))
    const only = areApart(before) ? null : before[0]!.split
    for (const member of members) {
      const split = own.get(member.id) ?? only
      if (split !== null) place([member], split)
    }
  }

  free.sort(
    (a, b) => b.members.length - a.members.length || a.hash - b.hash || byCodeUnit(a.members[0]!.id, b.members[0]!.id),
  )
  const open = splitNames.filter((name) => rule.ratios[name] > 0)
  for (const { members } of free) {
    const cells = strata.cellsOf(members)
    const fitting = open.filter((name) => lacking[name] >= members.length)
    const costOf = (name: SplitName) => (fitting.length ? strata.cost(cells, splitNames.indexOf(name)) : -lacking[name])
    const costs = (fitting.length ? fitting : open).map((name) => ({ name, cost: costOf(name) }))
    // Costs are sums of fractions: what differs by rounding alone is equal, and goes where more is lacking.
    costs.sort((a, b) => (Math.abs(a.cost - b.cost) > 1e-9 ? a.cost - b.cost : lacking[b.name] - lacking[a.name]))
    place(members, costs[0]!.name, cells)
  }
  const sizes = clusters.map(({ members }) => members.filter(({ id }) => splitOf.has(id)).length).filter((size) => size > 0)
  return {
    splitOf,
    achieved: strata.achieved(),
    clusters: sizes.length,
    largestCluster: sizes.reduce((most, size) => Math.max(most, size), 0),
    conflicts: conflicts.sort((a, b) => byCodeUnit(a.earlier[0]!.id, b.earlier[0]!.id)),
  }
}

const areApart = (before: readonly EarlierItem[]): boolean => before.some(({ split }) => split !== before[0]!.split)

/** None, or one. */
function conflictIn({ members, before }: { members: readonly SplitItem[]; before: readonly EarlierItem[] }): ClusterConflict[] {
  if (!areApart(before)) return []
  const known = new Set(before.map(({ id }) => id))
  return [{ earlier: before.map(({ id, split }) => ({ id, split })), added: members.flatMap(({ id }) => (known.has(id) ? [] : [id])) }]
}

/** Clusters that hold at least one item of today, with what earlier releases had of them; everything sorted by id. */
function clustersOf(
  items: readonly SplitItem[],
  pairs: readonly { a: string; b: string }[],
  earlier: readonly EarlierItem[],
): { members: SplitItem[]; before: EarlierItem[] }[] {
  const nodes = [...items, ...earlier]
  const nodeOf = new Map<string, number>()
  for (const [node, { id }] of nodes.entries()) {
    if (node < items.length && nodeOf.has(id)) throw new RangeError(`${id} comes twice`)
    if (!nodeOf.has(id)) nodeOf.set(id, node)
  }
  const sets = new Clusters(nodes.length)
  const groups = new Map<string, number>()
  for (const [node, { id, group }] of nodes.entries()) {
    sets.join(node, nodeOf.get(id)!)
    if (group === null) continue
    const sibling = groups.get(group)
    if (sibling === undefined) groups.set(group, node)
    else sets.join(node, sibling)
  }
  for (const { a, b } of pairs) {
    const [one, other] = [nodeOf.get(a), nodeOf.get(b)]
    if (one !== undefined && other !== undefined) sets.join(one, other)
  }
  const byRoot = new Map<number, { members: SplitItem[]; before: EarlierItem[] }>()
  const clusterOf = (node: number) => {
    const root = sets.of(node)
    const cluster = byRoot.get(root) ?? { members: [], before: [] }
    byRoot.set(root, cluster)
    return cluster
  }
  for (const [at, item] of items.entries()) clusterOf(at).members.push(item)
  for (const [at, item] of earlier.entries()) clusterOf(items.length + at).before.push(item)
  const clusters = [...byRoot.values()].filter(({ members }) => members.length > 0)
  for (const { members, before } of clusters) {
    members.sort((a, b) => byCodeUnit(a.id, b.id))
    before.sort((a, b) => byCodeUnit(a.id, b.id))
  }
  return clusters.sort((a, b) => byCodeUnit(a.members[0]!.id, b.members[0]!.id))
}

/** Whole numbers of items that add up to all of them, by largest remainder. */
function wantedOf(count: number, ratios: Record<SplitName, number>): Record<SplitName, number> {
  const sum = splitNames.reduce((total, name) => total + ratios[name], 0)
  const exact = splitNames.map((name) => ({ name, exact: (count * ratios[name]) / sum }))
  const wanted = Object.fromEntries(exact.map((each) => [each.name, Math.floor(each.exact)])) as Record<
    SplitName,
    number
  >
  const rest = count - splitNames.reduce((total, name) => total + wanted[name], 0)
  const byRemainder = exact.toSorted((a, b) => (b.exact % 1) - (a.exact % 1))
  for (const { name } of byRemainder.slice(0, rest)) wanted[name] += 1
  return wanted
}
