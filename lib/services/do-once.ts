/**
 * A request with a key is done once: whoever sends it again, at the same time or later, gets the answer that the first one
 * got. Another request under the same key is refused. One that broke is forgotten and may be sent again; of one whose
 * process died nobody knows whether it had its effect, so it is not done again but said to be unknown.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { answerUnder, claimKey, freeKey, keepAnswer } from '@/lib/db/idempotency-keys'
import { Refusal } from '@/lib/errors'

export type Answered = { status: number; body: string }
/** `requestHash`: of all that was asked, known only when the body has been read to its end. `isFinal`: worth keeping. */
export type Doing = { run: () => Promise<Answered>; requestHash: () => Promise<Uint8Array>; isFinal: (answer: Answered) => boolean; patienceMs?: number }

const lookEveryMs = 100

export async function doOnce(viewer: Viewer, key: string, doing: Doing): Promise<Answered & { repeated: boolean }> {
  const { personId } = viewer
  const until = Date.now() + (doing.patienceMs ?? 30_000)
  for (;;) {
    if (await asViewer(viewer, (tx) => claimKey(tx, personId, key))) return { ...(await first()), repeated: false }
    const kept = await asViewer(viewer, (tx) => answerUnder(tx, personId, key))
    if (kept && kept.status !== null) {
      if (!Buffer.from(kept.requestHash).equals(await doing.requestHash())) throw new Refusal('invalid', 'key-used')
      return { status: kept.status, body: kept.body, repeated: true }
    }
    if (kept && Date.now() > until) throw new Refusal('conflict', 'key-at-work')
    await wait(lookEveryMs)
  }

  async function first(): Promise<Answered> {
    let answer: Answered | null = null
    try {
      answer = await doing.run()
    } finally {
      const kept = answer && doing.isFinal(answer) ? { ...answer, requestHash: await doing.requestHash() } : null
      await asViewer(viewer, (tx) => (kept ? keepAnswer(tx, personId, key, kept) : freeKey(tx, personId, key)))
    }
    return answer
  }
}
