/** A reading at the limit of what the workbench promises: 20,000 characters, and a draft with all but one of 500 spans. */
import { randomUUID } from 'node:crypto'
import { seededRandom } from '@/lib/stats/seeded-random'
import { maxSpans, type Judgment } from '@/lib/tasks/error-spans/judgment'
import { medfact } from '@/lib/tasks/error-spans/templates/medfact'
import { addItems, makeStudy, openBatch, publishProtocol } from '@/prisma/factories'
import { sql } from './database'
import { textOf } from './generated-items'
import { makeReaders, type Reader } from './scene'

const characters = 20_000

export async function longReading(spans = maxSpans - 1): Promise<{ reader: Reader; seatId: string }> {
  const { studyId } = await makeStudy({
    name: 'Long texts',
    readersPerItem: 1,
    settings: { errorsPerText: 'any', tolerance: 'exact' },
  })
  await publishProtocol(studyId, medfact.form)
  const random = seededRandom(20_000)
  const text = paragraphs(textOf('en', 1, characters, random).slice(0, characters))
  const [itemId] = await addItems(studyId, [{ text, language: 'en' }])
  await openBatch(studyId)
  const [reader] = await makeReaders(studyId, 1)
  if (!reader || !itemId) throw new Error('the scene is incomplete')
  const [seat] = await sql<{ id: string | null }>(
    `select set_config('app.system', 'bench', false), claim_seat($1, $2, interval '1 hour') as id`,
    [reader.personId, studyId],
  )
  if (!seat?.id) throw new Error('the reader got no seat')
  await sql(`insert into draft (person_id, item_id, body) values ($1, $2, $3)`, [
    reader.personId,
    itemId,
    JSON.stringify(draftOf(text, spans)),
  ])
  return { reader, seatId: seat.id }
}

/** A blank line after every few statements, as people write. */
function paragraphs(text: string): string {
  let n = 0
  return text.replaceAll('. ', () => (++n % 6 === 0 ? '.\n' : '. '))
}

/** Spans all over the text, every fifth one overlapping the one before. */
function draftOf(text: string, count: number): Judgment {
  const types = medfact.form.taxonomy.flatMap((group) => group.types.map(({ code }) => code))
  const step = Math.floor((text.length - 60) / count)
  const spans = Array.from({ length: count }, (_, n) => {
    const start = n * step + (n % 5 === 4 ? -step + 6 : 0)
    const end = start + 12 + (n % 7) * 2
    const type = types[n % types.length] ?? 'conceptual'
    return {
      id: randomUUID(),
      start,
      end,
      quote: text.slice(start, end),
      type,
      correction: 'corrected',
      explanation: '',
      references: [],
    }
  })
  return { veracity: 'erroneous', spans, difficulty: null, confidence: null, note: '' }
}
