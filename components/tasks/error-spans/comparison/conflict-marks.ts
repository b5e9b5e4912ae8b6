import { letterColour } from '@/components/tasks/letter-colour'
import type { Mark } from '@/components/text/mark'
import type { Span } from '@/lib/tasks/error-spans/judgment'
import type { Compared } from './compared'

export const pointOfMark = (markId: string): string => markId.split(' ')[0]!

type Placed = { pointId: string; letter: string; span: Span }

/**
 * Every reading's spans on one text: where readings differ a mark for each, in its letter's colour; where they agree one
 * quiet line. The point looked at has its ground, the others only their lines: a stronger ground would cover the lines of
 * readings that marked the same words. Marks that begin together share one label, on the outermost.
 */
export function conflictMarks({ points, letters }: Compared, activeId: string | null): Mark[] {
  const differing: Placed[] = points.flatMap(({ id, agreed, spans }) =>
    agreed ? [] : spans.flatMap((span, nth) => (span ? [{ pointId: id, letter: letters[nth]!, span }] : [])),
  )
  const byStart = new Map<number, Placed[]>()
  for (const placed of differing) byStart.set(placed.span.start, [...(byStart.get(placed.span.start) ?? []), placed])
  const labels = new Map<Placed, string>()
  for (const together of byStart.values()) {
    const outermost = together.toSorted((a, b) => b.span.end - a.span.end || (a.letter < b.letter ? -1 : 1))[0]!
    labels.set(outermost, [...new Set(together.map(({ letter }) => letter))].sort().join(''))
  }
  const marks = differing.map((placed): Mark => {
    const { pointId, letter, span } = placed
    const tone = activeId === null || pointId === activeId ? 'plain' : 'faint'
    return { id: `${pointId} ${letter}`, start: span.start, end: span.end, colour: letterColour(letter), label: labels.get(placed) ?? '', tone }
  })
  const quiet = points.flatMap(({ id, merged }): Mark[] =>
    merged
      ? [{ id: `${id} agreed`, start: merged.start, end: merged.end, colour: 'slate', label: '', tone: id === activeId ? 'plain' : 'faint' }]
      : [],
  )
  return [...marks, ...quiet]
}
