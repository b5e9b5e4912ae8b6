import { count } from './card-words'
import type { ChangeLog } from './change-log'
import { markdownText } from './markdown-text'
import type { ReleaseFacts } from './release-facts'
import type { SplitName } from './split-rule'

/**
 * `CHANGELOG.md`, newest version first. Why a verdict changed is not told for items of a hidden split: such a reason gives the
 * label away.
 */
export function changeLogFile({ release, splits, history, tombstones }: ReleaseFacts): string {
  const hidden = new Set(splits.flatMap(({ name, hidden: isHidden }) => (isHidden ? [name] : [])))
  const versions = history.map(({ version, date, bump, changes, note }) =>
    [
      `## ${version}${date === null ? '' : ` (${date})`}`,
      ...(bump ? [`${bump[0]!.toUpperCase()}${bump.slice(1)} version.`] : []),
      ...(note.trim() ? [markdownText(note)] : []),
      ...(changes ? changeBlocks(changes, hidden) : ['First version.']),
    ].join('\n\n'),
  )
  const stones = tombstones.length
    ? [
        '## Tombstones',
        'Items that an earlier version had and this one has not. Results on earlier versions may rest on them.',
        tombstones
          .map(
            ({ id, split, lastVersion, reason }) =>
              `- ${markdownText(id)} (${split}, last in ${lastVersion}): ${markdownText(reason)}`,
          )
          .join('\n'),
      ]
    : []
  return `${[`# Changes of ${markdownText(release.title)}`, ...versions, ...stones].join('\n\n')}\n`
}

function changeBlocks(changes: ChangeLog, hidden: ReadonlySet<SplitName>): string[] {
  const list = <Entry extends { id: string }>(
    title: string,
    entries: readonly Entry[],
    rest: (entry: Entry) => string,
  ) =>
    entries.length
      ? [
          `### ${title} (${count(entries.length, 'item')})`,
          entries.map((entry) => `- ${markdownText(entry.id)}${rest(entry)}`).join('\n'),
        ]
      : []
  const blocks = [
    ...list('Added', changes.added, ({ split }) => ` (${split})`),
    ...list('Removed', changes.removed, ({ split, reason }) => ` (${split}): ${markdownText(reason)}`),
    ...list('Changed verdicts', changes.verdicts, ({ split, reason }) =>
      hidden.has(split)
        ? ': the reason is kept with the hidden split'
        : reason === null
          ? ''
          : `: ${markdownText(reason)}`,
    ),
    ...list('Changed texts', changes.texts, () => ''),
    ...list('Changed splits', changes.splits, ({ from, to }) => `: from ${from} to ${to}`),
    ...list('Changed tags or provenance', changes.records, () => ''),
  ]
  return blocks.length ? blocks : ['Only the documents changed.']
}
