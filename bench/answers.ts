import { createHash, randomUUID } from 'node:crypto'
import type { Judgment } from '@/lib/tasks/error-spans/judgment'

/**
 * A complete judgment, as a physician's would be: most texts are correct, a third holds one error that most readers mark
 * at the same place. So items end both ways, in a verdict and at the bench.
 */
export function answerTo(item: { itemId: string; text: string }): Judgment {
  const erroneous = createHash('sha256').update(item.itemId).digest()[0]! % 3 === 0
  const scales = { difficulty: 2, confidence: 2, note: '' }
  if (!erroneous) return { veracity: 'correct', spans: [], ...scales }
  const start = Math.random() < 0.85 ? 0 : 2
  const end = start + 6
  const span = {
    id: randomUUID(),
    start,
    end,
    quote: Array.from(item.text.slice(0, 40)).slice(start, end).join(''),
    type: 'conceptual',
    correction: 'What current guidelines say',
    explanation: 'Current guidelines recommend the opposite in adults without contraindications.',
    references: [],
  }
  return { veracity: 'erroneous', spans: [span], ...scales }
}
