import { count, leftOutWords } from '@/lib/releases/card-words'
import { leakageSummary } from '@/lib/releases/leakage-document'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { table } from './answer'

/** What a preview found, for whoever signs it in a terminal: the same facts as the page shows, in fewer words. */
export function previewText({ release, splits, labels, leftOut, leakage, blinding, licenceOverride }: ReleaseFacts, isPublic: boolean): string {
  const names = splits.map(({ name }) => name)
  return [
    `To be signed: ${release.title} ${release.version}, ${count(leakage.items, 'item')}, ${isPublic ? 'for everybody who is signed in' : 'for the study’s researchers and admins alone'}.`,
    table(['split', 'items', 'labels'], splits.map(({ name, items, hidden }) => [name, items, hidden ? 'hidden' : 'open'])),
    table(['field', 'value', ...names], labels.map(({ field, value, counts }) => [field, value, ...names.map((name) => counts[name] ?? '')])),
    leftOut.length ? table(['left out', 'items'], leftOut.map(({ reason, items }) => [leftOutWords[reason], items])) : 'Nothing is left out.',
    leakageSummary(leakage),
    ...(licenceOverride === null ? [] : [`Material without a known licence comes in for this reason: ${licenceOverride}`]),
    `Exceptions to blinding: ${blinding.exceptions.length}.`,
    '',
  ].join('\n')
}
