import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, openBatch, publishProtocol } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'

const db = freshDatabase()

test(
  '20 readers in two server processes take exactly 60 seats of 20 items with k = 3, nobody an item twice, and each item settles once',
  { timeout: 120_000 },
  async () => {
    const { studyId } = await makeStudy({ readersPerItem: 3 })
    const protocolId = await publishProtocol(studyId)
    const readers: string[] = []
    for (let n = 0; n < 20; n++) {
      const { personId } = await makePerson()
      await addMember(studyId, personId, 'reader')
      readers.push(personId)
    }
    await addItems(studyId, 20)
    await openBatch(studyId)

    const processes = [readers.slice(0, 10), readers.slice(10)].map((some) =>
      spawn(
        process.execPath,
        [
          '--import',
          'tsx',
          '--conditions=react-server',
          'prisma/testing/claim-until-dry.ts',
          studyId,
          protocolId,
          ...some,
        ],
        {
          stdio: ['ignore', 'inherit', 'inherit'],
          env: { ...process.env, APP_DATABASE_URL: db.appUrl },
        },
      ),
    )
    const ends = await Promise.all(processes.map((child) => once(child, 'exit')))
    expect(ends.map(([code]) => code as number)).toEqual([0, 0])

    const [seats] = await db.sql<{ seats: number; held: number; pairs: number }>(
      `select count(*)::int as seats, count(person_id)::int as held, count(distinct (item_id, person_id))::int as pairs from seat where study_id = $1`,
      [studyId],
    )
    expect(seats).toEqual({ seats: 60, held: 60, pairs: 60 })
    const [outcome] = await db.sql<{ judgments: number; verdicts: number; closed: number }>(
      `select (select count(*)::int from judgment where study_id = $1) as judgments, (select count(*)::int from verdict where study_id = $1) as verdicts,
      (select count(*)::int from item where study_id = $1 and stage = 'closed') as closed`,
      [studyId],
    )
    expect(outcome).toEqual({ judgments: 60, verdicts: 20, closed: 20 })
    // However the commits interleaved, the audit chain is one line without gaps.
    const [chain] = await db.sql<{ links: number; head: number; events: number }>(
      `select (select count(*)::int from audit_link) as links, (select position::int from audit_head) as head, (select count(*)::int from audit_event) as events`,
    )
    expect(new Set(Object.values(chain!)).size).toBe(1)
  },
)
