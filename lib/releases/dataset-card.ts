/** `README.md`: the dataset card. Every number is in the facts; everything that people wrote is shown as text. */
import { axisName } from '@/lib/tasks/rubric/axes'
import { cardFrontMatter } from './card-front-matter'
import { formatBlocks } from './card-formats'
import { loadingBlocks } from './card-loading'
import { count, decimal, inWords, leftOutWords, measureWords, none, notTold } from './card-words'
import { leakageSummary } from './leakage-document'
import { markdownParagraphs, markdownTable, markdownText } from './markdown-text'
import type { ReleaseFacts } from './release-facts'
import { splitNames } from './split-rule'

export const cardPath = 'README.md'

export function datasetCard(facts: ReleaseFacts): string {
  const { release, study } = facts
  const about = [
    `# ${markdownText(release.title)}`,
    markdownParagraphs(release.description),
    `Version ${release.version}${release.date === null ? ' (preview, not frozen)' : ` of ${release.date}`} of the study ${markdownText(study.name)}. Task: ${markdownText(study.taskName)}. ${howItWasRead(facts)} Changes: CHANGELOG.md. To check every byte: \`doubleread verify\`, or \`sha256sum -c CHECKSUMS\`.`,
    ...provisional(facts),
  ]
  const blocks = [
    ...about,
    ...splitBlocks(facts),
    ...labelBlocks(facts),
    ...agreementBlocks(facts),
    ...verdictBlocks(facts),
    ...protocolBlocks(facts),
    ...leftOutBlocks(facts),
    ...formatBlocks(facts),
    ...loadingBlocks(facts),
    ...blindingBlocks(facts),
    ...licenceBlocks(facts),
  ]
  return `${cardFrontMatter(facts)}\n${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

/** What is found to be so, of the readings and of the audit trail; nothing of it is promised. */
function howItWasRead({ agreement: { readersPerItem }, blinding: { exceptions } }: ReleaseFacts): string {
  const several = readersPerItem.filter(({ readers }) => readers > 1)
  const itemsOf = (rows: typeof readersPerItem) => rows.reduce((sum, { items }) => sum + items, 0)
  const once = count(itemsOf(readersPerItem) - itemsOf(several), 'item')
  const [least, most] = [several[0]?.readers, several.at(-1)?.readers]
  if (least === undefined) return 'Every item was read once: no second reading stands beside any of them.'
  const readers = least === most ? `${least}` : `${least} to ${most}`
  return [
    several.length === readersPerItem.length ? `Every item was read by ${readers} people.` : `${count(itemsOf(several), 'item')} were read by ${readers} people, ${once} once.`,
    exceptions.length === 0
      ? 'The audit trail shows none who could see another’s answer before giving theirs.'
      : `The audit trail shows ${count(exceptions.length, 'kind')} of exceptions to their independence, which stand under “Blinding”.`,
    'Where readings differed, an adjudicator decided who had given none of them.',
  ].join(' ')
}

function provisional({ protocols }: ReleaseFacts): string[] {
  const names = protocols.filter((protocol) => protocol.provisional).map(({ number }) => number)
  if (names.length === 0) return []
  return [
    `**Provisional taxonomy.** The taxonomy of protocol version ${names.join(', ')} is provisional: no public source states it in full, and later versions may name or divide its types differently.`,
  ]
}

function splitBlocks({ splits, files, achieved, division, leakage }: ReleaseFacts): string[] {
  const ratio = splitNames.map((name) => division.ratios[name]).join(' : ')
  const salt =
    division.salt === null
      ? 'The salt is not published while a split is hidden, since the division took labels into account.'
      : `Salt: ${markdownText(division.salt)}.`
  const isCommitted = files.some(({ commitment }) => commitment !== undefined)
  const fields = achieved.filter(({ field }) => field !== null)
  return [
    '## Splits',
    markdownTable(
      ['split', 'items', 'access'],
      splits.map(({ name, items, hidden }) => [name, items, hidden ? 'hidden: needs a grant of its own' : 'open']),
    ),
    `Divided ${ratio} (${splitNames.join(' : ')}) in an order that a salt fixes (SHA-256 of the salt: \`${division.saltSha256}\`). ${salt} Siblings and near-duplicates stay together, and every item keeps the split that it had in earlier versions.`,
    ...(isCommitted
      ? ['The files of a hidden split are not named by hashes, which guessed labels could be tried out on, but by commitments: HMAC-SHA256 of each file’s SHA-256, under a key that comes with the files (`commitments/`). `doubleread verify` checks them.']
      : []),
    leakageSummary(leakage),
    ...(fields.length
      ? [
          `Stratified by ${division.stratifyBy.map(markdownText).join(', ')}; got, and wanted in brackets${fields.some(isPartly) ? ' (of labels: the part of what the open splits have)' : ''}:`,
          markdownTable(
            ['stratum', 'value', ...splitNames],
            fields.map(({ field, value, splits: cells }) => [
              markdownText(field ?? ''),
              value === null ? none : markdownText(value),
              ...splitNames.map((name) => (cells[name] ? `${cells[name].got} (${cells[name].wanted})` : notTold)),
            ]),
          ),
        ]
      : []),
  ]
}

const isPartly = ({ splits }: ReleaseFacts['achieved'][number]) => splitNames.some((name) => splits[name] === null)

function labelBlocks({ labels }: ReleaseFacts): string[] {
  if (labels.length === 0) return []
  return [
    '## Labels',
    markdownTable(
      ['field', 'value', ...splitNames],
      labels.map(({ field, value, counts }) => [
        markdownText(field),
        markdownText(value),
        ...splitNames.map((name) => counts[name] ?? notTold),
      ]),
    ),
  ]
}

const agreementOf: Record<ReleaseFacts['agreement']['of'], string> = {
  all: '',
  'open-splits': ' The measures are of the open splits: what is told of a hidden one would in time tell its labels.',
  'hidden-in-steps': ' Every split is hidden, so the measures are rounded to steps, without intervals.',
}

function agreementBlocks({ axes = [], agreement: { of, readersPerItem, measures } }: ReleaseFacts): string[] {
  // With the code beside it, by which the data and agreement.json go.
  const called = (code: string) => markdownText(axisName(code, 'en', axes) === code ? code : `${axisName(code, 'en', axes)} (${code})`)
  return [
    '## Agreement of the readers',
    `Between the independent readings, before any dispute was settled.${agreementOf[of]}`,
    markdownTable(
      ['readings an item', 'items'],
      readersPerItem.map(({ readers, items }) => [readers, items]),
    ),
    markdownTable(
      ['of', 'measure', 'level', 'value', 'items', 'readers', 'ratings'],
      measures.map((measure) => [
        called(measure.of),
        markdownText(measure.metric),
        measure.level === null ? '' : markdownText(measure.level),
        measureWords(measure),
        measure.items,
        measure.raters,
        measure.ratings,
      ]),
    ),
  ]
}

function verdictBlocks({ verdicts, splits }: ReleaseFacts): string[] {
  if (verdicts === null) return ['## Disputes', 'Not told while every split is hidden.']
  const { consensus, single, adjudicated, causes } = verdicts
  const total = consensus + single + adjudicated
  const part = total === 0 ? '' : ` (${decimal(adjudicated / total)} of all)`
  const where = splits.some(({ hidden }) => hidden) ? ' Of the open splits.' : ''
  return [
    '## Disputes',
    `${count(consensus, 'verdict')} by consensus, ${adjudicated} by adjudication${part}${single ? `, ${single} as a single reading` : ''}.${where}`,
    ...(causes.length
      ? [
          'Why the readers differed, as the adjudicator saw it:',
          markdownTable(
            ['cause', 'items'],
            causes.map(({ cause, items }) => [inWords(cause), items]),
          ),
        ]
      : []),
  ]
}

const protocolBlocks = ({ protocols }: ReleaseFacts): string[] => [
  '## Protocol',
  markdownTable(
    ['version', 'name', 'items', 'taxonomy'],
    protocols.map(({ number, name, items, provisional: isProvisional }) => [
      number,
      markdownText(name),
      items,
      isProvisional ? 'provisional' : 'final',
    ]),
  ),
]

function leftOutBlocks({ leftOut, licenceOverride }: ReleaseFacts): string[] {
  const rows = leftOut.flatMap(({ reason, items, notes }) => [
    [leftOutWords[reason], items, ''],
    ...notes.map(({ note, items: of }) => ['', of, markdownText(note)]),
  ])
  return [
    '## What is left out, and why',
    rows.length ? markdownTable(['reason', 'items', 'in the words of whoever decided'], rows) : 'Nothing.',
    ...(licenceOverride === null
      ? []
      : [`Material without a known licence was taken in for this reason: ${markdownText(licenceOverride)}`]),
  ]
}

function blindingBlocks({ blinding: { claim, checked, exceptions, from, to } }: ReleaseFacts): string[] {
  return [
    '## Blinding',
    markdownText(claim),
    `Computed from the audit trail (positions ${from} to ${to}): ${count(checked.readings, 'reading')} of ${count(checked.items, 'item')} by ${count(checked.readers, 'reader')} were checked. ${exceptions.length ? 'Exceptions:' : 'No exception was found.'}`,
    exceptions.map(({ sentence, count: times }) => `- ${markdownText(sentence)} (${count(times, 'time')})`).join('\n'),
    'The trail is a chain of hashes; audit-links.bin holds its links since the release before, and `doubleread verify` follows them to the head that manifest.json names.',
  ]
}

/** Of what came in under another licence, or none. */
const statedBlock = (licences: ReleaseFacts['licences']): string =>
  licences
    .flatMap(({ licence, stated = [] }) =>
      stated.map(({ since, reason, items }) => `- ${licence === null ? 'unknown' : markdownText(licence)}: ${count(items, 'item')}, as the study says since ${since}, by an owner: ${markdownText(reason)}`),
    )
    .join('\n')

const licenceBlocks = ({ licences, authors }: ReleaseFacts): string[] => [
  '## Licences and citation',
  'Licences travel with every item; LICENCES names the sources. Please cite as CITATION.cff says.',
  markdownTable(
    ['licence', 'items'],
    licences.map(({ licence, items }) => [licence === null ? 'unknown' : markdownText(licence), items]),
  ),
  statedBlock(licences),
  `Authors: ${authors.map(({ name }) => markdownText(name)).join(', ')}.`,
]
