/** Readers at work over HTTP, as the workbench works: claim, save a draft, hand in, and so on until time is up. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { answerTo } from './answers'
import { HttpClient, type Answer } from './http-client'
import type { Reader } from './scene'

export type Load = {
  claimMs: number[]
  draftMs: number[]
  submitMs: number[]
  /** Claim and submission of one reading together: what the bare SQL does in one transaction. */
  bothMs: number[]
  errors: string[]
  seconds: number
}

type Seat = { seatId: string; itemId: string; text: string; protocol: { id: string } }

/** `thinkMs`: between opening a text and handing it in; the draft is saved half-way. */
export async function readingLoad(
  base: URL,
  readers: readonly Reader[],
  { seconds, thinkMs }: { seconds: number; thinkMs: number },
): Promise<Load> {
  const load: Load = { claimMs: [], draftMs: [], submitMs: [], bothMs: [], errors: [], seconds }
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    readers.map(async (reader, n) => {
      const client = new HttpClient(base, reader.cookie)
      // Readers with think time come one by one, or all would ask at the same moment for ever.
      await wait((thinkMs * n) / readers.length)
      while (performance.now() < until) await readOne(client, load, thinkMs)
      client.close()
    }),
  )
  return { ...load, seconds: (performance.now() - began) / 1000 }
}

async function readOne(client: HttpClient, load: Load, thinkMs: number): Promise<void> {
  const claimed = await client.send('POST', '/api/desk/claim', {})
  const seat = (take(claimed, 'claim', load) as { seat: Seat | null } | null)?.seat
  if (!seat) return pause(load)
  load.claimMs.push(claimed.ms)
  const answer = answerTo(seat)
  await wait(thinkMs / 2)
  const place = { kind: 'seat', id: seat.seatId }
  const saved = await client.send('PUT', '/api/work/drafts', {
    itemId: seat.itemId,
    place,
    body: answer,
    base: 0,
    activeMs: thinkMs,
  })
  if (take(saved, 'draft', load)) load.draftMs.push(saved.ms)
  await wait(thinkMs / 2)
  const submission = {
    seatId: seat.seatId,
    protocolId: seat.protocol.id,
    clientId: randomUUID(),
    answer,
    activeMs: thinkMs,
  }
  const submitted = await client.send('POST', '/api/desk/submit', submission)
  if (!take(submitted, 'submit', load)) return
  load.submitMs.push(submitted.ms)
  load.bothMs.push(claimed.ms + submitted.ms)
}

function take(answer: Answer, what: string, load: Load): unknown {
  if (answer.status === 200) return JSON.parse(answer.body)
  load.errors.push(`${what}: ${answer.status} ${answer.body.slice(0, 200)}`)
  return null
}

/** Nothing to read, or a server in trouble: asking again at once would measure only that. */
async function pause(load: Load): Promise<void> {
  load.errors.push('claim: nothing to read')
  await wait(200)
}
