import { count, decimal } from './card-words'
import type { GonePair, LeakageReport, PlacedPair } from './leakage-report'
import { markdownTable, markdownText } from './markdown-text'

/** `leakage.json` lists every pair; the page for people stops here and says so. */
const mostShown = 200

/** `leakage.md`: what was checked against leaks between splits, and what was found. */
export function leakageDocument(report: LeakageReport): string {
  const { nearDuplicates, gone, conflicts } = report
  const { dismissed = [], pairs, threshold, shingleLength, crowded, passedOver = 0, exhausted = 0, recall } = nearDuplicates
  const across = pairs.filter(isAcross)
  const blocks = [
    '# Leakage report',
    leakageSummary(report),
    '## What was checked',
    `- **Siblings.** ${count(report.items, 'item')} were held together by their group (patient, conversation or source document): ${count(report.groups, 'group')} with more than one item.`,
    `- **Near-duplicates.** ${count(nearDuplicates.texts, 'text')} were compared by runs of ${count(shingleLength, 'character')}, whatever their script, after Unicode NFKC, without regard to case and blanks. Pairs with a Jaccard index of at least ${threshold} count. Candidates were found by MinHash with seed ${nearDuplicates.seed}: a pair at the threshold is found with a chance of ${recall.toFixed(4)}, a closer pair with a greater one. ${count(nearDuplicates.compared, 'pair')} were then compared exactly, so every similarity below is true.`,
    ...(gone && gone.texts > 0
      ? [`- **What has left.** ${count(gone.texts, 'text')} of items that an earlier version held and this one does not were held against those of this version in the same way. Their siblings and near-duplicates went into the split that they stood in.`]
      : []),
    ...(crowded
      ? [
          `- **Limit.** ${count(crowded, 'bucket')} held so many texts alike that only neighbours in them were compared: some of their pairs may not have been found.`,
        ]
      : []),
    ...(exhausted
      ? [
          `- **Limit.** ${count(exhausted, 'text')} came close to so many others without reaching the threshold that they were compared no further: some of their pairs may not have been found.`,
        ]
      : []),
    ...(passedOver
      ? [
          `- **Listing.** ${count(passedOver, 'text')} stand in so many pairs that further ones within their own cluster are not listed.`,
        ]
      : []),
    `- **Clusters.** Siblings and near-duplicates make ${count(report.clusters, 'cluster')}, the largest of ${count(report.largestCluster, 'item')}. A cluster goes into one split as a whole.`,
    '## Near-duplicates',
    pairs.length === 0
      ? 'None were found.'
      : `${count(pairs.length, 'pair')}, ${across.length} of them across splits.${firstShown(pairs)}`,
    ...(pairs.length ? [pairTable(pairs)] : []),
    ...(dismissed.length
      ? [
          '## Judged to be no duplicates',
          `${count(dismissed.length, 'pair')} at or above the threshold, ${dismissed.filter(isAcross).length} of them across splits. Whoever composed this release or an earlier one looked at them and let them stand apart.${firstShown(dismissed)}`,
          pairTable(dismissed),
        ]
      : []),
    ...(gone && gone.pairs.length + gone.dismissed.length > 0
      ? [
          '## Near-duplicates of what has left',
          `${count(gone.pairs.length, 'pair')}, ${gone.pairs.filter(isAstray).length} of them across splits; ${gone.dismissed.length} more judged to be no duplicates.${firstShown(gone.pairs)}`,
          goneTable(gone.pairs),
        ]
      : []),
    '## Conflicts with earlier versions',
    conflicts.length === 0
      ? 'None: no cluster stands in more than one split.'
      : `An item never changes its split between versions. ${count(conflicts.length, 'cluster')} stood in several splits of earlier versions; every earlier item kept its split. New members of such a cluster stay out of this version: in any split they would be near-duplicates or siblings of what stood in another.`,
    ...(conflicts.length
      ? [
          markdownTable(
            ['stood before', 'stay out'],
            conflicts.map(({ earlier, added }) => [
              earlier.map(({ id, split: own }) => `${markdownText(id)} (${own})`).join(', '),
              added.map(markdownText).join(', ') || '(no new members)',
            ]),
          ),
        ]
      : []),
  ]
  return `${blocks.join('\n\n').replaceAll('\n\n- ', '\n- ')}\n`
}

const isAcross = ({ splits: [a, b] }: PlacedPair) => a !== b

const isAstray = ({ split, goneFrom }: GonePair) => split !== goneFrom

const firstShown = ({ length }: readonly unknown[]): string =>
  length > mostShown ? ` The first ${mostShown} are shown, those across splits first; leakage.json has all.` : ''

/** Those across splits first. */
const pairTable = (pairs: readonly PlacedPair[]) =>
  markdownTable(
    ['item', 'split', 'item', 'split', 'similarity'],
    [...pairs.filter(isAcross), ...pairs.filter((pair) => !isAcross(pair))]
      .slice(0, mostShown)
      .map(({ a, b, splits, similarity }) => [markdownText(a), splits[0], markdownText(b), splits[1], decimal(similarity)]),
  )

const goneTable = (pairs: readonly GonePair[]) =>
  pairs.length === 0
    ? ''
    : markdownTable(
        ['item', 'split', 'has left', 'stood in', 'similarity'],
        [...pairs.filter(isAstray), ...pairs.filter((pair) => !isAstray(pair))]
          .slice(0, mostShown)
          .map(({ id, split, gone, goneFrom, similarity }) => [markdownText(id), split, markdownText(gone), goneFrom, decimal(similarity)]),
      )

/** For the card: what stands in different splits, and what would if nobody had judged otherwise. */
export function leakageSummary({ nearDuplicates: { pairs, dismissed = [] }, gone = { texts: 0, pairs: [], dismissed: [] }, conflicts }: LeakageReport): string {
  const across = pairs.filter(isAcross).length + gone.pairs.filter(isAstray).length
  const judged = dismissed.length
    ? ` ${count(dismissed.length, 'pair')} as near as these ${dismissed.length === 1 ? 'was' : 'were'} judged to be no duplicates; ${dismissed.filter(isAcross).length} of them in different splits.`
    : ''
  const left = gone.texts > 0 ? ` What earlier versions held and this one does not was looked at too: ${count(gone.texts, 'text')}, ${count(gone.pairs.length, 'near-duplicate')} here.` : ''
  const stayed = conflicts.reduce((sum, { added }) => sum + added.length, 0)
  const out = stayed > 0 ? ` ${count(stayed, 'new item')} of them ${stayed === 1 ? 'stays' : 'stay'} out.` : ''
  if (across === 0 && conflicts.length === 0)
    return `No near-duplicates and no siblings stand in different splits (${count(pairs.length, 'pair')} of near-duplicates within one split).${left}${judged}`
  return `${count(across, 'pair')} of near-duplicates and ${count(conflicts.length, 'cluster')} stand in more than one split, because earlier versions had divided them.${out}${left}${judged}`
}
