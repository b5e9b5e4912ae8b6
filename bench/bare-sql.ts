/**
 * The same work with nothing around it: on copies of the tables, twenty connections each take the next free seat, insert
 * a judgment and mark the seat, in one transaction. No person, no policy, no audit, no HTTP.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { sql } from './database'
import type { Scene } from './scene'

export type Bare = { ms: number[]; seconds: number }

const connections = 20
const answer = JSON.stringify({ veracity: 'correct', spans: [], difficulty: 2, confidence: 2, note: '' })

const take = `select id, item_id from bench.seat where batch_id = $1 and lane = $2 and submitted_at is null and person_id is null
  order by queue, id limit 1 for update skip locked`
const insert = `insert into bench.judgment (seat_id, item_id, study_id, protocol_id, revision, client_id, answer)
  values ($1, $2, $3, $4, 1, $5, $6)`
const mark = `update bench.seat set person_id = $2, hand_role = 'reader', claimed_at = now(), lease_until = now() + interval '30 min', submitted_at = now()
  where id = $1`

export async function bareSql({ studyId, protocolId }: Scene, seconds: number): Promise<Bare> {
  await sql(
    `create schema bench; create table bench.seat (like public.seat including all); create table bench.judgment (like public.judgment including all)`,
  )
  try {
    await sql(`insert into bench.seat select * from public.seat where study_id = $1 and person_id is null`, [studyId])
    await sql('vacuum analyze bench.seat')
    await sql('checkpoint')
    const lanes = await sql<{ batch: string; lane: number }>(`select distinct batch_id as batch, lane from bench.seat`)
    const ms: number[] = []
    const began = performance.now()
    const until = began + seconds * 1000
    await Promise.all(
      Array.from({ length: connections }, async (_, n) => {
        const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
        await client.connect()
        const { batch, lane } = lanes[n % lanes.length]!
        while (performance.now() < until) {
          const start = performance.now()
          await client.query('begin')
          const { rows } = await client.query<{ id: string; item_id: string }>({
            name: 'take',
            text: take,
            values: [batch, lane],
          })
          const seat = rows[0]
          if (!seat) break
          await client.query({
            name: 'insert',
            text: insert,
            values: [seat.id, seat.item_id, studyId, protocolId, randomUUID(), answer],
          })
          // Another person each time: the unique key of item and person would refuse two seats of one item.
          await client.query({ name: 'mark', text: mark, values: [seat.id, randomUUID()] })
          await client.query('commit')
          ms.push(performance.now() - start)
        }
        await client.end()
      }),
    )
    return { ms, seconds: (performance.now() - began) / 1000 }
  } finally {
    await sql('drop schema bench cascade')
  }
}
