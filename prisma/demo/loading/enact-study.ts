/** Plays a study's story: seats are taken and given back, judgments handed in, disputes settled, questions asked. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { appendQuestion } from '@/lib/db/threads'
import { giveVerdict } from '@/lib/services/give-verdict'
import { submitJudgment } from '@/lib/services/submit-judgment'
import { shownAnswer } from '@/lib/tasks/as-shown'
import { taskOf } from '@/lib/tasks/registry'
import type { JsonObject } from '@/lib/tasks/task'
import type { PlayedScript, PlayedStudy } from '../played'
import type { LoadedStudy } from './load-study'
import { momentOf } from './moment-of'

const declineReason = {
  conflict: 'conflict-of-interest',
  competence: 'outside-my-competence',
  unreadable: 'unreadable',
} as const

/** Plays the scripts: those of the study, or of a later round of some of its items. */
export async function enactStudy(
  owner: pg.Client,
  study: PlayedStudy,
  loaded: LoadedStudy,
  personIds: Map<string, string>,
  scripts: readonly PlayedScript[] = study.scripts,
): Promise<void> {
  const task = taskOf(study.task)
  const viewerOf = (key: string): Viewer => ({
    personId: personIds.get(key)!,
    owner: false,
    roles: { [loaded.studyId]: study.members.find(({ person }) => person === key)?.roles ?? [] },
  })

  for (const script of scripts) await enactItem(script)
  for (const { name, state } of study.batches) {
    await owner.query(
      `update batch set state = $3::batch_state, closed_at = case when $3 = 'closed' then now() end where study_id = $1 and name = $2`,
      [loaded.studyId, name, state],
    )
  }

  async function enactItem(script: PlayedScript): Promise<void> {
    const itemId = loaded.itemIds.get(script.item)!
    const { rows } = await owner.query<{ text: string; rest: unknown }>('select text, content as rest from item where id = $1', [itemId])
    /** Stories go by the item's own names; people say what they say in the order that they see. */
    const seen = (answer: JsonObject, person: string, seatId?: string, turned = false) =>
      shownAnswer({ task, kept: rows[0]!, itemId, personId: personIds.get(person)!, seatId, turned }, answer)

    for (const { reader, reason, note } of script.declines) {
      await owner.query(
        `insert into hand (item_id, person_id, role, ended_at, declined) values ($1, $2, 'reader', now(), true)`,
        [itemId, personIds.get(reader)],
      )
      await owner.query('insert into decline (item_id, reason, note) values ($1, $2::decline_reason, $3)', [
        itemId,
        declineReason[reason],
        note,
      ])
    }
    // A held seat first, so that an open draft never takes the last submission's place.
    for (const draft of script.drafts) {
      const seatId = await takeSeat(
        itemId,
        draft.reader,
        new Date(Date.now() - (draft.saved.minutesAgo + draft.activeMinutes) * 60_000),
      )
      await owner.query(
        `insert into draft (person_id, item_id, body, active_ms, updated_at) values ($1, $2, $3, $4, $5)`,
        [
          personIds.get(draft.reader),
          itemId,
          JSON.stringify(seen(draft.answer, draft.reader, seatId)),
          Math.round(draft.activeMinutes * 60_000),
          momentOf(draft.saved),
        ],
      )
    }
    for (const reading of script.readings) {
      const seatId = await takeSeat(
        itemId,
        reading.reader,
        new Date(momentOf(reading.submitted).getTime() - reading.activeMinutes * 60_000),
      )
      const handIn = (id: string, answer: unknown, activeMs: number) =>
        submitJudgment(viewerOf(reading.reader), { seatId: id, protocolId: loaded.protocolId, clientId: randomUUID(), answer, activeMs })
      const activeMs = Math.round(reading.activeMinutes * 60_000)
      await handIn(seatId, seen(reading.answer, reading.reader, seatId), activeMs)
      if (reading.again) {
        const repeats = await owner.query<{ id: string }>('select id from repeat_reading where seat_id = $1', [seatId])
        await handIn(repeats.rows[0]!.id, seen(reading.again, reading.reader, seatId, true), Math.round(activeMs / 2))
      }
      await owner.query('update seat set submitted_at = $2 where id = $1', [seatId, momentOf(reading.submitted)])
      await owner.query(`update item set staged_at = $2 where id = $1`, [itemId, momentOf(reading.submitted)])
      await owner.query('update adjudication set opened_at = $2 where item_id = $1', [
        itemId,
        momentOf(reading.submitted),
      ])
    }
    for (const thread of script.threads) await talk(itemId, thread)
    if (script.adjudication) await settle(itemId, script.adjudication, seen)
    await backdateVerdict(itemId, script)
  }

  async function takeSeat(itemId: string, reader: string, at: Date): Promise<string> {
    const personId = personIds.get(reader)
    await owner.query(`insert into hand (item_id, person_id, role, since) values ($1, $2, 'reader', $3)`, [
      itemId,
      personId,
      at,
    ])
    const { rows } = await owner.query<{ id: string }>(
      `update seat set person_id = $2, hand_role = 'reader', claimed_at = $3, lease_until = now() + interval '30 minutes'
       where id = (select id from seat where item_id = $1 and person_id is null order by id limit 1) returning id`,
      [itemId, personId, at],
    )
    if (!rows[0]) throw new Error(`no free seat for ${reader}`)
    return rows[0].id
  }

  async function talk(itemId: string, thread: PlayedScript['threads'][number]): Promise<void> {
    const asker = personIds.get(thread.reader)!
    for (const { by, text, written } of thread.messages) {
      if (by === thread.reader) {
        await asSystem({ reason: 'question-asked', actor: asker, studyId: loaded.studyId, itemId }, (tx) =>
          appendQuestion(tx, { itemId, studyId: loaded.studyId, personId: asker, body: text }),
        )
      } else {
        await owner.query(
          `insert into message (thread_id, from_admin, body) select t.id, true, $3 from thread t join thread_asker a on a.thread_id = t.id where t.item_id = $1 and a.person_id = $2`,
          [itemId, asker, text],
        )
      }
      await owner.query(
        `update message set at = $2 where id = (select m.id from message m join thread t on t.id = m.thread_id where t.item_id = $1 order by m.at desc limit 1)`,
        [itemId, momentOf(written)],
      )
    }
  }

  async function settle(
    itemId: string,
    told: NonNullable<PlayedScript['adjudication']>,
    seen: (answer: JsonObject, person: string) => unknown,
  ): Promise<void> {
    const judge = personIds.get(told.adjudicator)
    const decided = momentOf(told.decided)
    await owner.query(`insert into hand (item_id, person_id, role, since) values ($1, $2, 'adjudicator', $3)`, [
      itemId,
      judge,
      decided,
    ])
    const { rows } = await owner.query<{ id: string }>(
      `update adjudication set person_id = $2, hand_role = 'adjudicator', lease_until = now() + interval '30 minutes' where item_id = $1 and settled_at is null returning id`,
      [itemId, judge],
    )
    const answer = told.answer && seen(told.answer, told.adjudicator)
    const activeMs = Math.round(told.activeMinutes * 60_000)
    await giveVerdict(viewerOf(told.adjudicator), {
      adjudicationId: rows[0]!.id,
      protocolId: loaded.protocolId,
      outcome: answer ? 'answer' : 'unusable',
      answer,
      rationale: told.rationale,
      cause: told.cause,
      activeMs,
    })
    await owner.query('update adjudication set settled_at = $2 where id = $1', [rows[0]!.id, decided])
    await owner.query('update item set staged_at = $2 where id = $1', [itemId, decided])
  }

  /** Verdicts are immutable; only their owner, and only while the world is being made, moves the moment they were given. */
  async function backdateVerdict(itemId: string, script: PlayedScript): Promise<void> {
    const last = script.adjudication?.decided ?? script.readings.at(-1)?.submitted
    if (!last || (script.state !== 'agreed' && script.state !== 'adjudicated')) return
    await owner.query('alter table verdict disable trigger verdict_is_immutable')
    await owner.query('update verdict set decided_at = $2 where item_id = $1', [itemId, momentOf(last)])
    await owner.query('alter table verdict enable trigger verdict_is_immutable')
  }
}
