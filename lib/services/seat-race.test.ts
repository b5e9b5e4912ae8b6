import { fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, openBatch, publishProtocol } from '@/prisma/factories'
import type { Raced } from '@/prisma/testing/claim-until-dry'
import { freshDatabase } from '@/prisma/testing/fresh-database'

const db = freshDatabase()

test(
  '20 readers in two server processes, who pass on, walk away and take back, take exactly 60 seats of 20 items with k = 3, nobody an item twice and none from who is at it, and each item settles once',
  async () => {
    const { studyId } = await makeStudy({ readersPerItem: 3 })
    const protocolId = await publishProtocol(studyId)
    const readers = await Promise.all(Array.from({ length: 20 }, async () => (await makePerson()).personId))
    for (const personId of readers) await addMember(studyId, personId, 'reader')
    await addItems(studyId, 20)
    await openBatch(studyId)

    const processes = [readers.slice(0, 10), readers.slice(10)].map((some) =>
      fork('prisma/testing/claim-until-dry.ts', [studyId, protocolId, ...some], {
        execArgv: ['--import', 'tsx', '--conditions=react-server'],
        env: { ...process.env, APP_DATABASE_URL: db.appUrl, OWNER_URL: db.ownerUrl },
      }),
    )
    const ends = Promise.all(processes.map((child) => once(child, 'exit')))
    const first = await Promise.all(processes.map((child) => Promise.race([once(child, 'message'), once(child, 'exit')])))
    const raced = first.map(([said]) => {
      if (typeof said !== 'object') throw new Error('a reader was refused what was theirs')
      return said as Raced
    })
    const happened = (what: keyof Raced) => raced.some((each) => each[what] > 0)
    expect((['declined', 'left', 'takenBack', 'lost'] as const).filter((what) => !happened(what))).toEqual([])
    for (const child of processes) child.send('go')
    expect((await ends).map(([code]) => code as number)).toEqual([0, 0])

    const [seats] = await db.sql<{ seats: number; held: number; pairs: number }>(
      `select count(*)::int as seats, count(person_id)::int as held, count(distinct (item_id, person_id))::int as pairs from seat where study_id = $1`,
      [studyId],
    )
    expect(seats).toEqual({ seats: 60, held: 60, pairs: 60 })
    const [outcome] = await db.sql<{ judged: number; verdicts: number; closed: number }>(
      `select (select count(distinct seat_id)::int from judgment where study_id = $1) as judged,
      (select count(*)::int from verdict v where study_id = $1 and not exists (select from verdict_undone u where u.verdict_id = v.id)) as verdicts,
      (select count(*)::int from item where study_id = $1 and stage = 'closed') as closed`,
      [studyId],
    )
    expect(outcome).toEqual({ judged: 60, verdicts: 20, closed: 20 })
    // However the commits interleaved, the audit chain is one line without gaps.
    const [chain] = await db.sql<{ links: number; head: number; events: number }>(
      `select (select count(*)::int from audit_link) as links, (select position::int from audit_head) as head, (select count(*)::int from audit_event) as events`,
    )
    expect(new Set(Object.values(chain!)).size).toBe(1)
  },
)
