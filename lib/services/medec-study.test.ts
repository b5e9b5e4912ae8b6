/** A public set goes the whole way: imported, read twice by script, adjudicated where the scripts differ, exported. */
import { createReadStream, existsSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { expect, test } from 'vitest'
import { addMember, makePerson, makeStudy, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Role, Viewer } from '@/lib/blinding/viewer'
import { readPredictions } from '@/lib/formats/read-predictions'
import { evaluation } from '@/lib/tasks/error-spans/score/evaluation'
import { scoredAtOnce } from '@/lib/tasks/scored-at-once.testing'
import type { JsonObject } from '@/lib/tasks/task'
import { codePointsOf } from '@/lib/spans/code-points'
import { beginImport } from './begin-import'
import { claimDispute } from './claim-dispute'
import { claimSeat } from './claim-seat'
import { commitImport } from './commit-import'
import { exportVerdicts } from './export-verdicts'
import { giveVerdict } from './give-verdict'
import { importOptions } from './import-options'
import { openBatch } from './open-batch'
import { stageImport } from './stage-import'
import { submitJudgment } from './submit-judgment'

const file = path.join(
  process.cwd(),
  '../shared/data/medec-ms/MEDEC-MS-ValidationSet-with-GroundTruth-and-ErrorType.csv',
)
const run = path.join(process.cwd(), '../shared/data/medec-ms/mediqa-corr-baseline-run-1.txt')
const db = freshDatabase()

type Reference = {
  veracity: 'correct' | 'erroneous'
  spans: { start: number; end: number; quote: string; type: string; correction: string }[]
}

test.skipIf(!existsSync(file))(
  'MEDEC validation: 574 verdicts, 319 of them erroneous, every quote equal to the text at its offsets, and the published run scores on them as published (skipped where ../shared is absent)',
  async () => {
    const { studyId, slug } = await makeStudy({
      readersPerItem: 2,
      settings: { errorsPerText: 'exactly-one', tolerance: 'exact' },
    })
    const protocolId = await publishProtocol(studyId)
    const member = async (role: Role): Promise<Viewer> => {
      const { personId } = await makePerson()
      await addMember(studyId, personId, role)
      return viewerOf(personId)
    }
    const admin = await member('admin')
    const readers = [await member('reader'), await member('reader')]
    const judge = await member('adjudicator')

    const options = importOptions.parse({ format: { kind: 'medec' } })
    const { importId } = await beginImport(admin, { study: slug, fileName: path.basename(file), options })
    await stageImport(admin, { importId }, createReadStream(file))
    expect(await commitImport(admin, { importId, take: 'all', duplicates: 'import' })).toMatchObject({
      imported: 574,
      refused: 0,
    })
    await openBatch(admin, {
      study: slug,
      name: 'All',
      readersPerItem: 2,
      priority: 0,
      dueOn: null,
      filter: {},
      taking: { take: 'all' },
      pool: { people: [], specialties: [], languages: [] },
    })

    const references = new Map(
      (
        await db.sql<{ id: string; reference: Reference }>(
          `select item_id as id, content -> 'reference' as reference from seal`,
        )
      ).map((row) => [row.id, row.reference]),
    )
    const answerOf = ({ veracity, spans }: Reference) => ({
      veracity,
      spans: spans.map(({ start, end, quote, type, correction }) => ({
        id: randomUUID(),
        start,
        end,
        quote,
        type,
        correction,
        explanation: 'As referenced.',
        references: [],
      })),
      difficulty: null,
      confidence: 2,
      note: '',
    })
    /** The second reader overlooks every seventh error and marks every fifth a character short. */
    const asRead = (reference: Reference, reader: number, n: number): Reference => {
      const [span] = reference.spans
      if (reader === 0 || !span) return reference
      if (n % 7 === 0) return { veracity: 'correct', spans: [] }
      if (n % 5 === 0)
        return {
          veracity: 'erroneous',
          spans: [{ ...span, end: span.end - 1, quote: codePointsOf(span.quote).slice(0, span.end - span.start - 1) }],
        }
      return reference
    }

    for (const [reader, viewer] of readers.entries()) {
      for (let n = 0; ; n++) {
        const { seatId } = await claimSeat(viewer, { studyId, beyond: [] })
        if (!seatId) break
        const [seat] = await db.sql<{ item: string }>('select item_id as item from seat where id = $1', [seatId])
        const answer = answerOf(asRead(references.get(seat!.item)!, reader, n))
        await submitJudgment(viewer, { seatId, protocolId, clientId: randomUUID(), answer, activeMs: 1 })
      }
    }
    await passGrace(studyId)
    let settled = 0
    for (;;) {
      const { adjudicationId } = await claimDispute(judge, { studyId, beyond: [] })
      if (!adjudicationId) break
      const [dispute] = await db.sql<{ item: string }>('select item_id as item from adjudication where id = $1', [
        adjudicationId,
      ])
      const answer = answerOf(references.get(dispute!.item)!)
      await giveVerdict(judge, {
        adjudicationId,
        protocolId,
        outcome: 'answer',
        answer,
        rationale: 'As referenced.',
        cause: 'oversight',
        activeMs: 1,
      })
      settled++
    }
    expect(settled).toBeGreaterThan(50)

    let jsonl = ''
    const decoder = new TextDecoder()
    for await (const piece of (await exportVerdicts(admin, { study: slug })).lines)
      jsonl += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
    const records = jsonl
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { text: string } & Reference)
    expect(records).toHaveLength(574)
    expect(records.filter(({ veracity }) => veracity === 'erroneous')).toHaveLength(319)
    for (const { text, spans } of records) {
      for (const { start, end, quote } of spans) expect([...text].slice(start, end).join('')).toBe(quote)
    }

    // The published run names sentences by the set's own numbers, which came along with the texts.
    const said = new Map<string, JsonObject>()
    for await (const rows of readPredictions(createReadStream(run), evaluation))
      for (const row of rows) if ('value' in row) said.set(row.value.id, row.value.prediction)
    const marked = (records as unknown as JsonObject[]).map((record) => evaluation.mark(record, said.get(record['id'] as string), { match: 'sentence' }))
    const { measures } = scoredAtOnce(evaluation).scores(marked, { seed: 1, resamples: 1, confidence: 0.95 })
    const rounded = (name: string) => Number(measures[name]!.value!.toFixed(6))
    expect(['localisation.precision', 'localisation.recall', 'localisation.f1', 'veracity.f1'].map(rounded)).toEqual([0.316733, 0.498433, 0.387333, 0.643118])
  },
)
