import { byName } from './by-name'
import type { GroupScores, Scored, Scores } from './evaluation'

/**
 * The mean over contestants of what is told of each group: of a measure, over those of whom it has a value. `items`: what the contestants
 * did in the group together. No interval, since contestants share items and a group is small.
 */
export function meanGroups(contestants: readonly Scores['by'][]): Scores['by'] {
  const by: Scores['by'] = byName()
  for (const facet of sorted(contestants.flatMap((each) => Object.keys(each))))
    for (const value of sorted(contestants.flatMap((each) => Object.keys(each[facet] ?? {}))))
      (by[facet] ??= byName())[value] = meanOf(contestants.flatMap((each) => each[facet]?.[value] ?? []))
  return by
}

function meanOf(groups: readonly GroupScores[]): GroupScores {
  const names = new Set(groups.flatMap(({ measures }) => Object.keys(measures)))
  const measures = [...names].map((name): [string, Scored] => {
    const values = groups.flatMap(({ measures: of }) => of[name]?.value ?? [])
    const value = values.length ? values.reduce((sum, each) => sum + each, 0) / values.length : null
    const reason = value === null ? (groups.find(({ measures: of }) => of[name])?.measures[name]?.reason ?? null) : null
    return [name, { value, reason, low: null, high: null }]
  })
  return { items: groups.reduce((sum, { items }) => sum + items, 0), counts: {}, measures: Object.fromEntries(measures) }
}

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort()
