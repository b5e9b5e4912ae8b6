/**
 * The facts of a release, from its composition: what preview, page, card and manifest all show. Pure counting; whatever needs
 * a clock, a database or a person comes in.
 */
import { schemaOptions } from '@/lib/formats/schema-options'
import type { NamedAxis } from '@/lib/tasks/named-axes'
import type { JsonObject } from '@/lib/tasks/task'
import type { BlindingStatement } from './blinding-statement'
import type { AgreementFacts } from './agreement-facts'
import { byCodeUnit } from './by-code-unit'
import type { Candidate } from './candidate'
import type { LeftOut } from './choice'
import { splitIn, type Composition } from './composition'
import { counted } from './counted'
import { featureOf } from './feature'
import type { GonePair, PlacedPair } from './leakage-report'
import type { NearDuplicatePair } from './near-duplicate-pair'
import type { Recipe } from './recipe'
import type { ReleaseFacts } from './release-facts'
import { splitNames, type SplitName } from './split-rule'
import { documentsWording } from './wording'

export type FactsContext = {
  release: { id: string; title: string; notes: string; date: string | null; url: string | null; filesUrl: string | null }
  study: ReleaseFacts['study']
  axes: NamedAxis[]
  recipe: Recipe
  salt: string
  saltSha256: string
  protocols: readonly { number: number; name: string; provisional: boolean }[]
  formats: ReleaseFacts['formats']
  writing: NonNullable<ReleaseFacts['writing']>
  fields: ReleaseFacts['fields']
  files: ReleaseFacts['files']
  blinding: BlindingStatement
  agreement: AgreementFacts
  nearDuplicateOptions: { shingleLength: number; seed: number }
  /** Of the release before. */
  history: ReleaseFacts['history']
  signer: string
}

export function factsOf(composition: Composition, context: FactsContext): ReleaseFacts {
  const { kept, division, nearDuplicates, tombstones, changes, bump, version } = composition
  const { release, recipe } = context
  const hidden = new Set(recipe.hidden)
  const splits = splitNames
    .map((name) => ({ name, items: [...division.splitOf.values()].filter((split) => split === name).length, hidden: hidden.has(name) }))
    .filter(({ items }) => items > 0)
  const { gone: goneTexts, ...compared } = nearDuplicates
  return {
    wording: documentsWording,
    writing: context.writing,
    release: {
      id: release.id,
      slug: context.study.slug,
      version,
      title: release.title,
      description: recipe.description,
      date: release.date,
      url: release.url,
      filesUrl: release.filesUrl,
      languages: [...new Set(kept.flatMap(({ language }) => language ?? []))].sort(byCodeUnit),
      keywords: recipe.keywords,
    },
    study: context.study,
    ...(context.axes.length > 0 ? { axes: context.axes } : {}),
    authors: recipe.authors.length ? recipe.authors : [{ name: context.signer, orcid: null }],
    protocols: context.protocols
      .map((protocol) => ({ ...protocol, items: kept.filter(({ verdict }) => verdict?.protocol === protocol.number).length }))
      .filter(({ items }) => items > 0),
    division: {
      ratios: recipe.ratios,
      stratifyBy: recipe.strata,
      saltSha256: context.saltSha256,
      salt: splits.some((split) => split.hidden) ? null : context.salt,
    },
    splits,
    achieved: division.achieved,
    labels: labelCounts(composition),
    agreement: context.agreement,
    verdicts: verdictCounts(kept, context.agreement),
    leftOut: leftOutCounts(composition.leftOut),
    licences: licencesOf(kept),
    licenceOverride: recipe.licenceOverride,
    files: context.files,
    formats: context.formats,
    fields: context.fields,
    leakage: {
      items: kept.length,
      groups: counted(kept.flatMap(({ group }) => group ?? [])).filter(({ items }) => items > 1).length,
      clusters: division.clusters,
      largestCluster: division.largestCluster,
      nearDuplicates: {
        ...compared,
        threshold: recipe.nearDuplicates.threshold,
        ...context.nearDuplicateOptions,
        pairs: placedPairs(composition, compared.pairs),
        dismissed: placedPairs(composition, compared.dismissed),
      },
      gone: { texts: goneTexts, pairs: gonePairs(composition, compared.pairs), dismissed: gonePairs(composition, compared.dismissed) },
      conflicts: division.conflicts,
    },
    history: [
      { version, date: release.date, bump, changes, note: release.notes },
      ...context.history,
    ],
    tombstones: tombstones.map(({ id, split, lastVersion, reason }) => ({ id, split, lastVersion, reason })),
    blinding: context.blinding,
  }
}

/** Those of two items of this version. */
const placedPairs = ({ division: { splitOf } }: Composition, pairs: readonly NearDuplicatePair[]): PlacedPair[] =>
  pairs.flatMap((pair): PlacedPair[] => {
    const [one, other] = [splitOf.get(pair.a), splitOf.get(pair.b)]
    return one && other ? [{ ...pair, splits: [one, other] }] : []
  })

/** Those of an item of this version and one that is gone. */
const gonePairs = ({ division: { splitOf }, gone }: Composition, pairs: readonly NearDuplicatePair[]): GonePair[] =>
  pairs.flatMap(({ a, b, similarity }): GonePair[] => {
    const [id, other] = gone.has(a) ? [b, a] : [a, b]
    const [split, goneFrom] = [splitOf.get(id), gone.get(other)]
    return split && goneFrom ? [{ id, split, gone: other, goneFrom, similarity }] : []
  })

/** What verdicts stand on, and why readers differed. */
export const verdictCounts = (items: readonly Candidate[], { single }: Pick<AgreementFacts, 'single'>): NonNullable<ReleaseFacts['verdicts']> => ({
  consensus: items.filter(({ verdict }) => verdict?.basis === 'consensus').length - single,
  single,
  adjudicated: items.filter(({ verdict }) => verdict?.basis === 'adjudication').length,
  causes: counted(items.flatMap(({ verdict }) => verdict?.cause ?? [])).map(({ value, items: of }) => ({ cause: value, items: of })),
})

export const leftOutCounts = (leftOut: readonly LeftOut[]): ReleaseFacts['leftOut'] =>
  counted(leftOut.map(({ reason }) => reason)).map(({ value, items }) => ({
    reason: value,
    items,
    notes: counted(leftOut.flatMap(({ reason, note }) => (reason === value && note !== null ? [note] : []))).map((each) => ({
      note: each.value,
      items: each.items,
    })),
  }))

function labelCounts(composition: Composition): ReleaseFacts['labels'] {
  const none = () => Object.fromEntries(splitNames.map((name) => [name, 0])) as Record<SplitName, number>
  const fields = new Map<string, Map<string, Record<SplitName, number>>>()
  for (const { id, verdict } of composition.kept) {
    const split = splitIn(composition, id)
    for (const [field, values] of Object.entries(verdict?.labels ?? {})) {
      const rows = fields.get(field) ?? new Map<string, Record<SplitName, number>>()
      fields.set(field, rows)
      for (const value of values) {
        const counts = rows.get(value) ?? none()
        rows.set(value, counts)
        counts[split] += 1
      }
    }
  }
  return [...fields].flatMap(([field, rows]) =>
    [...rows].sort(([a], [b]) => byCodeUnit(a, b)).map(([value, counts]) => ({ field, value, counts })),
  )
}

function licencesOf(kept: readonly Candidate[]): ReleaseFacts['licences'] {
  return counted(kept.map(({ licence }) => licence)).map(({ value, items }) => {
    const under = kept.filter(({ licence }) => licence === value)
    const stated = counted(under.flatMap(({ licenceStated }) => (licenceStated ? [JSON.stringify([licenceStated.since, licenceStated.reason])] : [])))
    return {
      licence: value,
      items,
      sources: counted(under.map(({ source }) => source)).map((each) => ({ source: each.value, items: each.items })),
      ...(stated.length > 0
        ? {
            stated: stated
              .toSorted((a, b) => byCodeUnit(a.value, b.value))
              .map((each) => {
                const [since, reason] = JSON.parse(each.value) as [string, string]
                return { since, reason, items: each.items }
              }),
          }
        : {}),
    }
  })
}

/** A described record's fields, in its order, from its JSON Schema. */
export function fieldsFrom(schema: JsonObject): ReleaseFacts['fields'] {
  const properties = (schema['properties'] ?? {}) as Record<string, JsonObject>
  return Object.entries(properties).map(([name, property]) => ({
    name,
    type: typeFrom(property),
    feature: featureOf(property),
    description: typeof property['description'] === 'string' ? property['description'] : '',
  }))
}

function typeFrom(property: JsonObject): ReleaseFacts['fields'][number]['type'] {
  const types = schemaOptions(property).map(({ type }) => type).filter((type) => type !== 'null')
  if (types.every((type) => type === 'string')) return 'text'
  if (types.every((type) => type === 'integer')) return 'integer'
  if (types.every((type) => type === 'number')) return 'number'
  return types.every((type) => type === 'boolean') ? 'boolean' : 'json'
}
