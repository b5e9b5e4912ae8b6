/**
 * Every route that changes something, read from the file system, is called with other people's true ids, with nonsense, with
 * what no database can hold and with too much: always an answer in one known sentence, never a defect, and nothing changes.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { claimDispute } from '@/lib/services/claim-dispute'
import { claimSeat } from '@/lib/services/claim-seat'
import { taskCodes, type TaskCode } from '@/lib/tasks/registry'
import { addItems, openBatch, viewerOf } from '@/prisma/factories'
import { expect, sql, test } from '../fixtures'
import { answerOf, handIn } from '../readings'
import { makeScene, type Scene } from '../scene'
import { walkedTasks } from './walked-tasks'

const root = path.join(import.meta.dirname, '..', '..')
const api = path.join(root, 'app', 'api')
type Verb = { method: string; url: string }

function everyVerb(ids: Record<string, string>): Verb[] {
  const verbs: Verb[] = []
  for (const file of readdirSync(api, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('route.ts') || file.includes('[...')) continue
    const source = readFileSync(path.join(api, file), 'utf8')
    const url = `/api/${path.dirname(file)}`.replaceAll(/\[(\w+)\]/g, (_, name: string) => ids[name] ?? randomUUID())
    for (const [, method] of source.matchAll(/export (?:const|async function|function) (POST|PUT|PATCH|DELETE)\b/g))
      verbs.push({ method: method!, url })
  }
  return verbs
}

const secrets = { text: 'One.', seal: 's', source: 's', model: 'm', origin: 'o' }
const other = { ...secrets, text: 'Another.' }

/** The judge holds a dispute about one item, Cem a seat of another, of which `answer` is a whole one. */
async function scene(task: TaskCode = 'error-spans'): Promise<{ scene: Scene; ids: Record<string, string>; answer: object }> {
  const { study, content, answer } = walkedTasks[task]
  const made = await makeScene({ items: [{ ...content(secrets), language: 'en' }], ...(study ? { task: study } : {}) })
  const says = (who: 'ann' | 'ben') => (seat: string) => answer(secrets, 'x', who === 'ben', { item: made.itemIds[0]!, person: made.people[who].personId, seat })
  for (const who of ['ann', 'ben'] as const) await handIn(made, who, says(who))
  const [second] = await addItems(made.studyId, [{ ...content(other), language: 'en' }])
  await openBatch(made.studyId)
  const { adjudicationId } = await claimDispute(await viewerOf(made.people.judge.personId), { beyond: [] })
  const { seatId } = await claimSeat(await viewerOf(made.people.cem.personId), { studyId: made.studyId, beyond: [] })
  const [draft] = await sql<{ id: string }>(
    `insert into import (study_id, file_name, format, state) values ($1, 'f', 'native', 'ready') returning id`,
    [made.studyId],
  )
  const ids = {
    study: made.slug,
    studyId: made.studyId,
    seatId: seatId!,
    adjudicationId: adjudicationId!,
    itemId: made.itemIds[0]!,
    importId: draft!.id,
    protocolId: made.protocolId,
    jobId: randomUUID(),
    releaseId: randomUUID(),
    submissionId: randomUUID(),
  }
  return { scene: made, ids, answer: answer(other, 'x', false, { item: second!, person: made.people.cem.personId, seat: seatId! }) }
}
const bodyOf = (ids: Record<string, string>, more: object = {}) => ({
  ...ids,
  clientId: randomUUID(),
  place: { kind: 'adjudication', id: ids['adjudicationId'] },
  body: {},
  base: 0,
  activeMs: 0,
  reason: 'unreadable',
  note: '',
  outcome: 'unusable',
  rationale: 'x',
  cause: 'oversight',
  answer: answerOf('correct', ''),
  beyond: [],
  ...more,
})
const sentences = Object.keys(JSON.parse(readFileSync(path.join(root, 'lib/messages/en/refusals.json'), 'utf8')) as object)
const reasonIn = (said: string) => {
  const { reason } = JSON.parse(said) as { reason: string }
  return reason === 'fields' ? 'invalid' : reason
}

/** Every verb that a task's own words go through. */
const workVerbs = (ids: Record<string, string>) => everyVerb(ids).filter(({ url }) => /^\/api\/(work|desk|bench)\//.test(url))

const odd = [null, 'a\0b', 1e300, {}, [[null]]]
/** An answer with one of its fields, or of the first entry's of a list in it, made into what it cannot be. */
function* spoiled(answer: object): Generator<object> {
  for (const [name, value] of Object.entries(answer) as [string, unknown][]) {
    for (const strange of odd) yield { ...answer, [name]: strange }
    const [first, ...others] = Array.isArray(value) ? (value as unknown[]) : [value]
    if (typeof first !== 'object' || first === null) continue
    for (const inner of spoiled(first)) yield { ...answer, [name]: Array.isArray(value) ? [inner, ...others] : inner }
  }
}

/** What must stand as it stood, whoever tried. A stranger's own draft of nothing they see would be here too. */
const whatStands = (studyId: string) =>
  sql(
    `select (select jsonb_agg(to_jsonb(s) - 'lease_until' order by id) from seat s where study_id = $1) as seats,
       (select jsonb_agg(to_jsonb(a) - 'lease_until' order by id) from adjudication a where study_id = $1) as disputes,
       (select count(*)::int from judgment where study_id = $1) as judgments, (select count(*)::int from verdict where study_id = $1) as verdicts,
       (select jsonb_agg(to_jsonb(i) order by id) from item i where study_id = $1) as items,
       (select jsonb_agg(to_jsonb(m) order by id) from import m where study_id = $1) as imports,
       (select count(*)::int from picture where study_id = $1) as pictures, (select count(*)::int from thread where study_id = $1) as threads`,
    [studyId],
  )

test('with another person’s true ids every verb answers as if there were nothing, and nothing changes', async ({ as }) => {
  test.slow()
  for (const task of taskCodes) {
    const { scene: made, ids, answer: whole } = await scene(task)
    const before = await whatStands(made.studyId)
    const verbs = task === 'error-spans' ? everyVerb(ids) : workVerbs(ids)
    expect(verbs.length).toBeGreaterThan(task === 'error-spans' ? 12 : 8)
    for (const who of ['researcher', 'stranger'] as const) {
      const page = await as(made.people[who])
      for (const { method, url } of verbs) {
        const answer = await page.request.fetch(url, { method, data: bodyOf(ids, { answer: whole, body: whole }) })
        const said = await answer.text()
        expect(answer.status(), `${who} ${method} ${url}: ${said}`).toBeLessThan(500)
        expect(said, `${method} ${url}`).not.toMatch(/canary/)
        // Asking for the next reading, and a sign of life, are everyone's; they find nothing.
        if (answer.ok()) expect(said, `${who} ${method} ${url}`).toMatch(/null|"jobs":\[\]/)
        else expect([404, 409, 422, 415], `${who} ${method} ${url}: ${said}`).toContain(answer.status())
      }
    }
    expect(await whatStands(made.studyId)).toEqual(before)
  }
})

test('nonsense, what no database can hold, and far too much are answered in a sentence that people can read', async ({ as }) => {
  test.slow()
  const { scene: made, ids } = await scene()
  const page = await as(made.people.cem)
  const json = { 'content-type': 'application/json' }
  const bodies: [string, string | object][] = [
    ['broken', '{"seatId":'],
    ['a list', '[1,2,3]'],
    ['nothing', 'null'],
    ['U+0000', bodyOf(ids, { note: 'a\0b', rationale: 'a\0', body: { note: '\0' }, answer: { note: '\0' } })],
    ['half a character', JSON.stringify(bodyOf(ids)).replace('"rationale":"x"', String.raw`"rationale":"\ud800","body":"\ud800"`)],
    ['depth', `{"body":${'['.repeat(5_000)}${']'.repeat(5_000)},"answer":${'['.repeat(5_000)}${']'.repeat(5_000)}}`],
    ['9 MB', JSON.stringify(bodyOf(ids, { body: 'x'.repeat(9 * 1024 * 1024) }))],
    ['numbers without end', bodyOf(ids, { activeMs: 1e300, base: -1 })],
  ]
  for (const { method, url } of everyVerb(ids)) {
    for (const [what, data] of bodies) {
      const answer = await page.request.fetch(url, { method, headers: json, data })
      const said = await answer.text()
      expect(answer.status(), `${what} to ${method} ${url}: ${said.slice(0, 300)}`).toBeLessThan(500)
      if (answer.ok()) continue
      expect(sentences, `${what} to ${method} ${url}`).toContain(reasonIn(said))
    }
  }
})

test('of every task an answer spoiled in any of its fields is taken or refused in a known sentence, from a seat and at the bench', async ({ as }) => {
  test.slow()
  for (const task of taskCodes) {
    const { scene: made, ids, answer } = await scene(task)
    const asked = async (who: 'cem' | 'judge', url: string, place: { kind: 'seat' | 'adjudication'; id: string }, spoilt: object): Promise<boolean> => {
      const data = JSON.stringify(bodyOf(ids, { place, answer: spoilt, body: spoilt, outcome: 'answer' }))
      const got = await pages[who].request.fetch(url, { method: url.endsWith('drafts') ? 'PUT' : 'POST', headers: { 'content-type': 'application/json' }, data })
      const said = await got.text()
      expect(got.status(), `${task} ${url} ${data}: ${said.slice(0, 300)}`).toBeLessThan(500)
      if (!got.ok()) expect(sentences, `${task} ${url} ${data}`).toContain(reasonIn(said))
      return got.ok()
    }
    const pages = { cem: await as(made.people.cem), judge: await as(made.people.judge) }
    const seat = { kind: 'seat', id: ids['seatId']! } as const
    const all = [...spoiled(answer)]
    expect(all.length).toBeGreaterThan(30)
    for (const [nth, spoilt] of all.entries()) {
      if (nth % 10 === 0) await asked('cem', '/api/work/drafts', seat, spoilt)
      // What a form does not ask for may be anything that it could be: such an answer is taken, and taken back.
      if (await asked('cem', '/api/desk/submit', seat, spoilt)) expect(await asked('cem', '/api/desk/take-back', seat, spoilt)).toBe(true)
    }
    for (const [nth, spoilt] of all.entries()) if (nth % 5 === 0 && (await asked('judge', '/api/bench/verdict', { kind: 'adjudication', id: ids['adjudicationId']! }, spoilt))) break
  }
})

test('an address that cannot be is the address of nothing', async ({ as }) => {
  const { scene: made } = await scene()
  const page = await as(made.people.admin)
  for (const url of ['/studies/%00', '/studies/a%00b/items', `/studies/${made.slug}/items/%00`, '/desk/%00', '/bench/x', '/reset/%00', '/invitation/%00', `/studies/${made.slug}/import/x`]) {
    const answer = await page.request.get(url)
    expect(answer.status(), url).toBeLessThan(500)
  }
  for (const url of [`/studies/${made.slug}/items?text=%00`, `/studies/${made.slug}/people?find=%00&page=-1`, `/studies/${made.slug}/audit?before=x&from=y`, `/studies/${made.slug}/threads?page=1e9`, '/desk/done?before=x'])
    expect((await page.request.get(url)).status(), url).toBeLessThan(500)
})
