/** Answers kept under the key that a program gave its request, so that a repeat is answered and not done again. */
import type { Tx } from './transaction'

export type KeptAnswer = { status: number | null; body: string; requestHash: Uint8Array }

/** @returns false when the person has used the key before. */
export async function claimKey(tx: Tx, personId: string, key: string): Promise<boolean> {
  const claimed = await tx.$executeRaw`
    insert into idempotency_key (person_id, key, request_hash) values (${personId}::uuid, ${key}, '') on conflict do nothing`
  return claimed > 0
}

/** `status` null: the request is still at work, or its process died at it. */
export async function answerUnder(tx: Tx, personId: string, key: string): Promise<KeptAnswer | null> {
  const [row] = await tx.$queryRaw<KeptAnswer[]>`
    select status, coalesce(body, '') as body, request_hash as "requestHash" from idempotency_key where person_id = ${personId}::uuid and key = ${key}`
  return row ?? null
}

export async function keepAnswer(tx: Tx, personId: string, key: string, answer: { status: number; body: string; requestHash: Uint8Array }): Promise<void> {
  await tx.$executeRaw`
    update idempotency_key set status = ${answer.status}, body = ${answer.body}, request_hash = ${answer.requestHash}
    where person_id = ${personId}::uuid and key = ${key}`
}

export async function freeKey(tx: Tx, personId: string, key: string): Promise<void> {
  await tx.$executeRaw`delete from idempotency_key where person_id = ${personId}::uuid and key = ${key} and status is null`
}
