/**
 * Which of a study's items a release has, and why each other one has not. The rules in their order: only a usable verdict in
 * force enters; then the filter, exclusions, licences, what every chosen system gets right, what would straddle splits, and at the end the
 * proportion of classes, which is drawn from what is left, so that all that is drawn enters.
 */
import { tagValues, valuesOf, type Candidate } from './candidate'
import type { LeftOut } from './choice'
import { balanceClasses } from './class-balance'
import { exclude } from './exclusions'
import { keepHard } from './hard-samples'
import { keepLicensed } from './licence-rule'
import type { Recipe } from './recipe'

export type Chosen = {
  kept: Candidate[]
  leftOut: LeftOut[]
  /** Without a known licence, and here because an owner said so. */
  overridden: string[]
}

export type ChoosingContext = {
  salt: string
  /** Ids of the release before, which a draw keeps first. */
  earlier: ReadonlySet<string>
  /** For each system of the hard-sample rule, what it got right. */
  gotRight: readonly ReadonlySet<string>[]
  /** What is known to be a sibling or near-duplicate of what stood in several splits. */
  straddling: ReadonlySet<string>
}

/** `kept` and `leftOut` in the order of `candidates`, within a rule. Costs O(n log n). */
export function chooseItems(
  candidates: readonly Candidate[],
  recipe: Recipe,
  { salt, earlier, gotRight, straddling }: ChoosingContext,
): Chosen {
  const matches = filterOf(recipe.filter)
  const entering: Candidate[] = []
  const leftOut: LeftOut[] = []
  for (const candidate of candidates) {
    const reason = candidate.withdrawn
      ? 'withdrawn'
      : candidate.verdict === null
        ? 'no-verdict'
        : candidate.verdict.labels === null
          ? 'unusable'
          : matches(candidate)
            ? null
            : 'filtered'
    if (reason === null) entering.push(candidate)
    else leftOut.push({ id: candidate.id, reason, note: null })
  }
  const included = exclude(entering, recipe.exclusions)
  const licensed = keepLicensed(included.kept, recipe.licenceOverride)
  const hard = keepHard(licensed.kept, gotRight)
  const fitting = hard.kept.filter(({ id }) => !straddling.has(id))
  const astray = hard.kept.flatMap(({ id }): LeftOut[] => (straddling.has(id) ? [{ id, reason: 'straddles', note: null }] : []))
  const { balance } = recipe
  const balanced = balance
    ? balanceClasses(fitting, (item) => valuesOf(item, balance.field)[0] ?? null, { salt, shares: balance.shares }, earlier)
    : { kept: fitting, leftOut: [] }
  return {
    kept: balanced.kept,
    leftOut: [...leftOut, ...included.leftOut, ...licensed.leftOut, ...hard.leftOut, ...astray, ...balanced.leftOut],
    overridden: licensed.overridden,
  }
}

function filterOf({ batches, tags, specialties, languages, basis }: Recipe['filter']): (item: Candidate) => boolean {
  const among = (listed: readonly string[], value: string | null) =>
    listed.length === 0 || (value !== null && listed.includes(value))
  const wanted = new Map<string, Set<string>>()
  for (const tag of tags) {
    const [name, value] = [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]
    wanted.set(name, (wanted.get(name) ?? new Set()).add(value))
  }
  return (item) =>
    among(batches, item.batchId) &&
    among(specialties, item.specialty) &&
    among(languages, item.language) &&
    among(basis, item.verdict?.basis ?? null) &&
    [...wanted].every(([name, values]) => tagValues(item.tags, name).some((value) => values.has(value)))
}
