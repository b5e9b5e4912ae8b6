/**
 * Every server action is called by those who have no part in what it is about, with the true ids of it and with ids of nothing:
 * both are answered in the same words, and nothing changes. What each takes stands here, so that a call is never refused for
 * its form alone; an action that is not here fails.
 */
import { randomUUID } from 'node:crypto'
import { plainRecipe } from '@/lib/releases/recipe'
import { expect, sessionCookie, sql, test } from '../fixtures'
import { makeScene } from '../scene'
import { everyAction, type ServerAction } from './server-actions'
import { worldOf } from './walked-world'

type Ids = Record<'study' | 'releaseId' | 'submissionId' | 'questionId' | 'personId' | 'sessionId' | 'tokenId' | 'invitationId' | 'importId' | 'itemId' | 'batchId' | 'threadId' | 'studyId', string>

const seen = '2026-01-01 00:00:00.000000+00'
const reason = 'Because.'
const fields = { name: 'Changed', description: '', languages: ['en'], licence: '', readersPerItem: 2, policy: 'on-disagreement', settings: { errorsPerText: 'any', tolerance: 'exact' }, showsVerdicts: true }
const choice = { filter: {}, taking: { take: 'all' }, pool: { people: [], specialties: [], languages: [] }, readersPerItem: 1 }

const rubric = { version: 2, criteria: [{ id: 'mine', group: 'veto', text: 'Mine.', axis: 'safety' }] }

const inputs: Record<string, (ids: Ids) => object> = {
  'account/verbs endToken': ({ tokenId }) => ({ tokenId }),
  'account/verbs stopSessions': ({ sessionId }) => ({ which: sessionId }),
  'bench/questions/actions answer': ({ questionId }) => ({ questionId, same: true }),
  'bench/questions/actions next': () => ({}),
  'invitation/verbs join': () => ({ token: randomUUID() }),
  'people/verbs changeOwner': ({ personId }) => ({ personId, owner: true }),
  'people/verbs deactivate': ({ personId }) => ({ personId }),
  'people/verbs reactivate': ({ personId }) => ({ personId }),
  'people/verbs makeReset': ({ personId }) => ({ personId }),
  'people/verbs grantRole': ({ study, personId }) => ({ study, personId, role: 'admin' }),
  'people/verbs withdrawRole': ({ study, personId }) => ({ study, personId, role: 'reader' }),
  'people/verbs invite': ({ study }) => ({ study, email: 'attacker@example.org', roles: ['admin'] }),
  'people/verbs withdrawInvitation': ({ invitationId }) => ({ invitationId }),
  'releases/[releaseId]/board/actions ask': ({ releaseId }) => ({ releaseId, split: 'test' }),
  'releases/[releaseId]/board/actions judge': ({ releaseId }) => ({ releaseId, split: 'test' }),
  'releases/[releaseId]/board/actions anew': ({ releaseId }) => ({ releaseId, split: 'test', match: 'exact' }),
  'releases/[releaseId]/submissions/actions withdraw': ({ submissionId }) => ({ submissionId }),
  'releases/[releaseId]/submissions/actions scoreAgain': ({ submissionId }) => ({ submissionId }),
  'studies/[slug]/batches/actions preview': ({ study }) => ({ study, ...choice }),
  'studies/[slug]/batches/actions open': ({ study }) => ({ study, name: 'Mine', ...choice }),
  'studies/[slug]/batches/actions change': ({ study, batchId }) => ({ study, batchId, name: 'Mine' }),
  'studies/[slug]/batches/actions close': ({ study, batchId }) => ({ study, batchId, interrupt: true }),
  'studies/[slug]/import/actions begin': ({ study }) => ({ study, fileName: 'f', options: { format: { kind: 'native' } } }),
  'studies/[slug]/import/actions drop': ({ importId }) => ({ importId }),
  'studies/[slug]/items/actions withdraw': ({ study, itemId }) => ({ study, itemIds: [itemId], reason }),
  'studies/[slug]/items/actions unseal': ({ study, itemId }) => ({ study, itemId, reason }),
  'studies/[slug]/items/actions revise': ({ study, itemId }) => ({ study, rubrics: [{ id: itemId, rubric }], reason, batch: 'Mine', dryRun: false }),
  'studies/[slug]/items/actions reopen': ({ study, itemId }) => ({ study, itemId, reason }),
  'studies/[slug]/protocol/actions start': ({ study }) => ({ study, from: { kind: 'newest' } }),
  'studies/[slug]/protocol/actions save': ({ study }) => ({ study, seen, guideline: 'Mine', form: {} }),
  'studies/[slug]/protocol/actions discard': ({ study }) => ({ study, seen }),
  'studies/[slug]/protocol/actions publish': ({ study }) => ({ study, seen, note: reason }),
  'studies/[slug]/protocol/actions reopen': ({ study }) => ({ study, under: 1, reason, batch: 'Mine' }),
  'studies/[slug]/protocol/actions newestRevision': ({ study }) => ({ study }),
  'studies/[slug]/releases/actions begin': ({ study }) => ({ study, title: 'Mine' }),
  'studies/[slug]/releases/actions change': ({ releaseId }) => ({ releaseId, title: 'Mine', public: true, notes: '', recipe: plainRecipe }),
  'studies/[slug]/releases/actions drop': ({ releaseId }) => ({ releaseId }),
  'studies/[slug]/releases/actions count': ({ releaseId }) => ({ releaseId, recipe: plainRecipe }),
  'studies/[slug]/releases/actions preview': ({ releaseId }) => ({ releaseId }),
  'studies/[slug]/releases/actions freeze': ({ releaseId }) => ({ releaseId, proof: 'Released', meaning: 'I vouch for what is in it.', print: '0'.repeat(64) }),
  'studies/[slug]/releases/actions rebuild': ({ releaseId }) => ({ releaseId }),
  'studies/[slug]/releases/actions grant': ({ study, personId }) => ({ study, personId, split: 'test', reason }),
  'studies/[slug]/releases/actions take': ({ study, personId }) => ({ study, personId, split: 'test', reason }),
  'studies/[slug]/releases/actions judge': ({ releaseId }) => ({ releaseId, a: 'a', b: 'b', isDuplicate: false }),
  'studies/[slug]/settings/actions change': ({ study }) => ({ study, reason, ...fields }),
  'studies/[slug]/settings/actions state': ({ study }) => ({ study, licence: 'MIT', reason, of: { known: false } }),
  'studies/[slug]/settings/actions archive': ({ study }) => ({ study, archived: true }),
  'studies/[slug]/threads/actions answer': ({ study, threadId }) => ({ study, threadId, body: 'Mine', resolved: true }),
  'studies/new/actions create': () => ({ ...fields, task: 'error-spans', template: null }),
}
/** Speak of whoever asks and of nobody else, or of a link that only its holder knows, or hand out what is the asker's to read. */
const ofOneself = [
  'keep-preference keepPreference', 'leave leave', 'invitation/verbs leave', 'invitation/verbs accept', 'reset/verbs setNewPassword',
  'account/verbs renewPassword', 'account/verbs issueToken', 'account/verbs keepConflicts', 'account/verbs keepProfile',
  'bench/actions continueAtBench', 'bench/questions/actions begin', 'desk/actions continueReading',
] // prettier-ignore

/** Said of what is not there: a session that is none of one's own is not ended, a question that one does not hold is gone. */
const otherAnswers: Record<string, RegExp> = {
  'account/verbs stopSessions': /"value":0/,
  'bench/questions/actions answer': /"reason":"span-question-gone"/,
}

async function call({ id, page }: ServerAction, ids: Ids, cookie: string, input: unknown): Promise<{ status: number; said: string }> {
  const url = process.env['BASE_URL']! + page.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => (name === 'slug' ? ids.study : ids[name as keyof Ids]) ?? randomUUID())
  const headers = { cookie: `doubleread-session=${cookie}`, 'next-action': id, accept: 'text/x-component', 'content-type': 'text/plain;charset=UTF-8', origin: process.env['BASE_URL']! }
  const answer = await fetch(url, { method: 'POST', headers, body: typeof input === 'string' ? input : JSON.stringify([input]), redirect: 'manual' })
  const text = await answer.text()
  return { status: answer.status, said: /\{"ok":.*/.exec(text)?.[0] ?? text }
}

/** All that is in the study and of its people, but for what is written about who asked. */
async function whatStands(studyId: string, people: string[]): Promise<Record<string, string | null>> {
  const tables = await sql<{ table: string; column: string }>(
    `select c.table_name as "table", c.column_name as "column" from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and c.column_name in ('study_id', 'release_id', 'person_id') and table_name !~ '^audit|attempt'`,
  )
  const owned = { study_id: '= $1', release_id: 'in (select id from release where study_id = $1)', person_id: 'in (select unnest($2::uuid[]))' }
  const stands: Record<string, string | null> = {}
  for (const { table, column } of [...tables, { table: 'study', column: 'id' }, { table: 'person', column: 'id' }] as const) {
    const where = table === 'study' ? '= $1' : table === 'person' ? owned.person_id : owned[column as keyof typeof owned]
    // An answered request moves the session's own clock.
    const [row] = await sql<{ hash: string | null }>(
      `select md5(string_agg((to_jsonb(t) - 'last_seen_at' - 'lease_until' - 'last_used_at')::text, '|' order by t::text)) as hash from ${table} t where $1::uuid is not null and $2::uuid[] is not null and ${column} ${where}`,
      [studyId, people],
    )
    stands[`${table} ${column}`] = row!.hash
  }
  return stands
}

/** The second is there for what only a study of rubrics has: of another task it would be refused to everyone. */
for (const task of ['error-spans', 'rubric-scoring'] as const) {
  test(`no server action does anything for somebody without a part in it, in a study of ${task}; unknown and forbidden are answered in the same words`, async () => {
    test.setTimeout(600_000)
    const actions = everyAction()
    expect(actions.length).toBeGreaterThan(45)
    for (const { name } of actions) expect(name in inputs || ofOneself.includes(name), `nobody has said what ${name} takes`).toBe(true)
    const { scene, ids: { closed: known } } = await worldOf(task)
    const other = await makeScene({ items: [], open: false })
    const [session] = await sql<{ id: string }>(`insert into session (id, person_id, expires_at) values (gen_random_uuid(), $1, now() + interval '1 day') returning id`, [scene.people.ben.personId])
    const [invitation] = await sql<{ id: string }>(
      `insert into invitation (email, study_id, roles, token_hash, invited_by, expires_at) values ('canary@example.org', $1, '{reader}', sha256($3::bytea), $2, now() + interval '1 day') returning id`,
      [scene.studyId, scene.people.admin.personId, Buffer.from(randomUUID())],
    )
    const [token] = await sql<{ id: string }>(
      `insert into access_token (person_id, name, prefix, token_hash, scopes, expires_at) values ($1, 'w', 'dr_walked', sha256($2::bytea), '{releases:read}', now() + interval '1 day') returning id`,
      [scene.people.ben.personId, Buffer.from(randomUUID())],
    )
    const ids = { ...known, personId: scene.people.ben.personId, sessionId: session!.id, tokenId: token!.id, invitationId: invitation!.id } as unknown as Ids
    const nothing = Object.fromEntries(Object.keys(ids).map((key) => [key, key === 'study' ? 'study-of-nobody' : randomUUID()])) as Ids
    const people = Object.values(scene.people).map(({ personId }) => personId)
    const attackers = { reader: scene.people.ann, stranger: scene.people.stranger, 'admin of another study': other.people.admin }
    const cookies = await Promise.all(Object.entries(attackers).map(async ([who, { personId }]) => [who, await sessionCookie(personId)] as const))
    const before = await whatStands(scene.studyId, people)
    const wrong: string[] = []
    for (const [who, cookie] of cookies)
      for (const action of actions) {
        const input = inputs[action.name]
        if (!input) continue
        const [forbidden, unknown] = [await call(action, ids, cookie, input(ids)), await call(action, ids, cookie, input(nothing))]
        if (forbidden.status >= 500 || !(otherAnswers[action.name] ?? /"code":"not-found"/).test(forbidden.said)) wrong.push(`${who}, ${action.name}: ${forbidden.status} ${forbidden.said.slice(0, 300)}`)
        if (JSON.stringify(forbidden) !== JSON.stringify(unknown)) wrong.push(`${who}, ${action.name}: ${forbidden.said.slice(0, 200)} but of nothing: ${unknown.said.slice(0, 200)}`)
      }
    const [, cookie] = cookies[1]!
    for (const action of actions.filter(({ name }) => task === 'error-spans' && name in inputs))
      for (const malformed of ['[]', '[null]', '[[1,2]]', '["x"]', '[{"study":"a\\u0000b","personId":1}]', `[{"study":${'['.repeat(500)}${']'.repeat(500)}}]`]) {
        const { said } = await call(action, ids, cookie, malformed)
        if (/"ok":true/.test(said) && !action.name.endsWith(' next')) wrong.push(`${action.name} takes ${malformed.slice(0, 40)}: ${said.slice(0, 200)}`)
      }
    expect(wrong).toEqual([])
    expect(await whatStands(scene.studyId, people)).toEqual(before)
  })
}
