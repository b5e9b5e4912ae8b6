import type { Mark } from '../evaluation'
import { notDone } from '../kept-marks'

/**
 * What became of an item, in whole numbers by column, for tasks of which one item is many questions. `kind`: one character for
 * the item as a whole. `parts`: the same of something that items have under names of their own, such as the axes of a form.
 */
export type Tally = { kind: string; counts: readonly number[]; parts?: Readonly<Record<string, readonly number[]>> }

/** A tally as a mark: the kind, its numbers to the base 36, zeros left out, then the parts by their names as addresses have them. */
export const markOf = ({ kind, counts, parts = {} }: Tally): Mark =>
  [kind + written(counts), ...Object.entries(parts).map(([name, of]) => `${encodeURIComponent(name)}:${written(of)}`)].join(';')

/** Null where the contestant did not do the item. */
export function tallyOf(mark: Mark): Tally | null {
  if (mark === notDone) return null
  const [own = '', ...rest] = mark.split(';')
  const parts = rest.map((part): [string, number[]] => {
    const at = part.indexOf(':')
    return [decodeURIComponent(part.slice(0, at)), read(part.slice(at + 1))]
  })
  return { kind: own.charAt(0), counts: read(own.slice(1)), parts: Object.fromEntries(parts) }
}

const written = (counts: readonly number[]): string => counts.map((count) => (count === 0 ? '' : count.toString(36))).join('.').replace(/\.+$/, '')
const read = (text: string): number[] => text.split('.').map((digits) => (digits === '' ? 0 : parseInt(digits, 36)))
