/**
 * A frozen release of a small study, read for real, for tests of what systems are scored on. Twelve texts, two readers:
 * readings agree on the even ones, and on the odd ones (disputed) the adjudicator sides with the first reader. Texts whose
 * number is below 8 are erroneous at [6, 7). The first six items are in `train` and
 * number their sentences, the others are in the hidden `test`.
 */
import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/blinding/viewer'
import { canonical } from '@/lib/formats/canonical'
import { cutSentences } from '@/lib/tasks/error-spans/sentences'
import type { JsonObject } from '@/lib/tasks/task'
import { addItems, addMember, makePerson, makeStudy, openBatch, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import type { FreshDatabase } from '@/prisma/testing/fresh-database'
import { claimDispute } from '../claim-dispute'
import { claimSeat } from '../claim-seat'
import { exportVerdicts } from '../export-verdicts'
import { giveVerdict } from '../give-verdict'
import { submitJudgment } from '../submit-judgment'

export type FrozenRelease = {
  releaseId: string
  studyId: string
  admin: Viewer
  researcher: Viewer
  granted: Viewer
  other: Viewer
  reader: Viewer
  judge: Viewer
  expert: Viewer
  stranger: Viewer
  records: JsonObject[]
}

const textOf = (n: number) => `Wrong 🩺 ${n}. Metformin is contraindicated in type 2 diabetes.`
const says = (n: number, start: number, end: number) => {
  const points = [...textOf(n)]
  const span = { id: randomUUID(), start, end, quote: points.slice(start, end).join(''), type: 'pharmacotherapy', correction: 'x', explanation: 'because', references: [] }
  return { veracity: 'erroneous', spans: [span], difficulty: null, confidence: 2, note: '' }
}
const correct = { veracity: 'correct', spans: [], difficulty: null, confidence: 2, note: '' }

export async function frozenRelease(db: Pick<FreshDatabase, 'sql'>): Promise<FrozenRelease> {
  const { studyId, slug } = await makeStudy({ readersPerItem: 2 })
  const protocolId = await publishProtocol(studyId)
  const member = async (role: 'reader' | 'admin' | 'adjudicator' | 'researcher') => {
    const { personId } = await makePerson()
    await addMember(studyId, personId, role)
    return viewerOf(personId)
  }
  const [admin, researcher, granted, other, first, second, judge, expert] = [
    await member('admin'), await member('researcher'), await member('researcher'), await member('researcher'),
    await member('reader'), await member('reader'), await member('adjudicator'), await member('adjudicator'),
  ] as const // prettier-ignore
  const stranger = await viewerOf((await makePerson()).personId)
  const items = Array.from({ length: 12 }, (_, n) => ({ text: textOf(n), externalId: `item-${String(n).padStart(2, '0')}`, specialty: n % 2 ? 'cardiology' : 'oncology', tags: { style: n % 3 ? 'plain' : 'wordy' }, content: n < 6 ? { sentences: cutSentences(textOf(n)) } : {} }))
  const itemIds = await addItems(studyId, items)
  await openBatch(studyId)
  const answerOf = (reader: number, n: number) => {
    if (n >= 8) return n % 2 && reader === 1 ? says(n, 0, 5) : correct
    return n % 2 && reader === 1 ? correct : says(n, 6, 7)
  }
  for (const [nth, reader] of [first, second].entries())
    for (;;) {
      const { seatId } = await claimSeat(reader, { studyId, beyond: [] })
      if (!seatId) break
      const [seat] = await db.sql<{ item: string }>('select item_id as item from seat where id = $1', [seatId])
      await submitJudgment(reader, { seatId, protocolId, clientId: randomUUID(), answer: answerOf(nth, itemIds.indexOf(seat!.item)), activeMs: 1_000 })
    }
  await passGrace(studyId)
  for (;;) {
    const { adjudicationId } = await claimDispute(judge, { studyId, beyond: [] })
    if (!adjudicationId) break
    const [dispute] = await db.sql<{ item: string }>('select item_id as item from adjudication where id = $1', [adjudicationId])
    await giveVerdict(judge, { adjudicationId, protocolId, outcome: 'answer', answer: answerOf(0, itemIds.indexOf(dispute!.item)), rationale: 'As the first reader says.', cause: 'oversight', activeMs: 1 })
  }
  const records: JsonObject[] = []
  for await (const piece of (await exportVerdicts(admin, { study: slug })).lines)
    for (const line of piece.trim().split('\n')) records.push(JSON.parse(line) as JsonObject)

  const [release] = await db.sql<{ id: string }>(`insert into release (study_id, title, recipe) values ($1, 'First', '{"hidden":["test"],"readers":"pseudonyms"}') returning id`, [studyId])
  const releaseId = release!.id
  for (const [nth, record] of records.entries()) {
    await db.sql(
      `insert into release_item (release_id, external_id, item_id, split, cluster, verdict_id, record)
       select $1, $2, $3, $4, $2, v.id, $5 from verdict v where v.item_id = $3 order by v.version desc limit 1`,
      [releaseId, record['id'], itemIds[nth], nth < 6 ? 'train' : 'test', canonical(record)],
    )
  }
  await db.sql(`insert into split_grant (study_id, person_id, split, reason) values ($1, $2, 'test', 'for the test')`, [studyId, granted.personId])
  for (const split of ['train', 'test'])
    await db.sql(`insert into release_file (release_id, path, split, media_type, bytes, sha256, crc32) values ($1, $2, $3, 'application/jsonl', 0, '\\x00', 0)`, [releaseId, `${split}.jsonl`, split])
  await db.sql(
    `update release set state = 'frozen', version = '1.0.0', frozen_at = now(), signature = '{}', facts = '{}', manifest = '{}', manifest_hash = '\\x00' where id = $1`,
    [releaseId],
  )
  return { releaseId, studyId, admin, researcher, granted, other, reader: first, judge, expert, stranger, records }
}

export const bytesOf = async function* (text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
