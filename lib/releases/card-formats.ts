import { count, none } from './card-words'
import { markdownTable, markdownText } from './markdown-text'
import type { ReleaseFacts } from './release-facts'

/** Folders of data files that are in none of the formats: what a release makes of its readings. */
const readingFolders = ({ formats, files }: ReleaseFacts): string[] => [
  ...new Set(files.flatMap(({ format, split }) => (split && format && !formats.some(({ code }) => code === format) ? [`\`${format}/\``] : []))),
]

/** What each format cannot hold, by its own sentences and by how many records it is of. */
export const formatBlocks = (facts: ReleaseFacts): string[] => [
  '## Formats',
  'Offsets count Unicode code points, from 0, end excluded, unless a format says otherwise. The native records hold everything; the others cannot hold:',
  markdownTable(
    ['format', 'what it cannot hold'],
    facts.formats.map(({ name, cannotHold }) => [
      markdownText(name),
      cannotHold.map(markdownText).join(' ') || 'nothing is lost',
    ]),
  ),
  ...lostBlocks(facts),
  ...(readingFolders(facts).length === 0
    ? []
    : [`The independent readings, each reader under a pseudonym of this release alone: ${readingFolders(facts).join(', ')}.`]),
]

/** Counted as the files were written. */
function lostBlocks({ formats, splits }: ReleaseFacts): string[] {
  const counted = formats.filter(({ lost }) => lost !== undefined)
  if (counted.length === 0) return []
  const open = splits.filter(({ hidden }) => !hidden)
  const items = open.reduce((sum, split) => sum + split.items, 0)
  return [
    `Of the ${count(items, 'record')}${open.length < splits.length ? ' of the open splits' : ''}, so many lose something in a field:`,
    markdownTable(
      ['format', 'field', 'records'],
      counted.flatMap(({ name, lost = [] }) =>
        lost.length === 0 ? [[markdownText(name), none, 0]] : lost.map(({ field, records }) => [markdownText(name), markdownText(field), records]),
      ),
    ),
  ]
}
