import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { authSettings } from '@/lib/auth/auth-settings'
import { tokenScopes, type TokenScope } from '@/lib/blinding/token-scopes'
import { makeToken } from '@/lib/services/make-token'
import { runJobNow } from '@/lib/services/run-job-now'
import type { Viewer } from '@/lib/blinding/viewer'
import { serveOperation } from './serve-operation'

const db = freshDatabase()
let admin: Viewer
let slug: string
let studyId: string
let token: string

const tokenOf = async (viewer: Viewer, scopes: readonly TokenScope[] = tokenScopes) =>
  (await makeToken(viewer, { name: 'test', scopes: [...scopes], days: 1 })).secret

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'known to the installation, not to its database')
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost')
  const { personId } = await makePerson()
  ;({ studyId, slug } = await makeStudy())
  await publishProtocol(studyId)
  await addMember(studyId, personId, 'admin')
  admin = await viewerOf(personId)
  token = await tokenOf(admin)
})
afterAll(() => vi.unstubAllEnvs())

type Answer = { status: number; body: Record<string, unknown>; headers: Headers }
async function call(method: string, path: string, more: { body?: unknown; headers?: Record<string, string>; as?: string | null } = {}): Promise<Answer> {
  const bearer = more.as === undefined ? token : more.as
  const isText = typeof more.body === 'string' || more.body instanceof ReadableStream
  const response = await serveOperation(
    new Request(`http://localhost/api/v1${path}`, {
      method,
      headers: { ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }), ...(more.body === undefined || isText ? {} : { 'content-type': 'application/json' }), ...more.headers },
      ...(more.body === undefined ? {} : { body: isText ? (more.body as BodyInit) : JSON.stringify(more.body), duplex: 'half' }),
    }),
  )
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} }
}
const jsonl = { 'content-type': 'application/jsonl' }
const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => JSON.stringify({ id: `i${String(from + n).padStart(4, '0')}`, text: `text ${from + n}` })).join('\n')

describe('who may', () => {
  test.each([
    ['a header that names no token', '', 401],
    ['a token that nobody made', `dr_${'x'.repeat(43)}`, 401],
    ['a token of a million letters', 'dr_' + 'x'.repeat(1_000_000), 401],
  ])('%s is told to sign in', async (_, as, status) => {
    const found = await call('GET', '/studies', { as })
    expect([found.status, found.body['reason']]).toEqual([status, 'token-invalid'])
    expect(found.headers.get('www-authenticate')).toContain('invalid_token')
    expect(found.headers.get('content-type')).toBe('application/problem+json')
  })

  test('a token without the scope is told which it lacks, before anything is looked up', async () => {
    const narrow = await tokenOf(admin, ['releases:read'])
    for (const path of [`/studies/${slug}`, '/studies/there-is-none']) {
      const found = await call('GET', path, { as: narrow })
      expect([found.status, found.body['values']]).toEqual([403, { scope: 'studies:read' }])
    }
  })

  test('a token in an address is refused, even a good one, also beside a good header', async () => {
    for (const search of [`?access_token=${token}`, `?cursor=${token}`]) {
      const found = await call('GET', `/studies${search}`)
      expect([found.status, found.body['reason']]).toEqual([422, 'token-in-address'])
    }
  })

  test('what is another study’s does not exist, by any operation', async () => {
    const stranger = await makePerson()
    const theirs = await makeStudy()
    await addMember(theirs.studyId, stranger.personId, 'admin')
    await addMember(studyId, stranger.personId, 'reader')
    const as = await tokenOf(await viewerOf(stranger.personId))
    const opened = await call('POST', `/studies/${slug}/items?from=native`, { body: rows(9_000, 9_003), headers: jsonl })
    const { jobId, importId } = opened.body as { jobId: string; importId: string }
    const asked: [string, string, unknown?][] = [
      ['GET', `/studies/${slug}`], ['GET', `/studies/${slug}/progress`], ['GET', `/studies/${slug}/items`], ['GET', `/studies/${slug}/batches`],
      ['GET', `/studies/${slug}/jobs`], ['GET', `/studies/${slug}/imports/${importId}`], ['GET', `/jobs/${jobId}`], ['POST', `/jobs/${jobId}/cancel`, {}],
    ]
    for (const [method, path, body] of asked) expect([path, (await call(method, path, { as, ...(body ? { body } : {}) })).status]).toEqual([path, 404])
    expect((await call('POST', `/studies/${slug}/items?from=native`, { as, body: rows(0, 1), headers: jsonl })).status).toBe(404)
    expect((await call('GET', '/studies', { as })).body['data']).toMatchObject([{ slug: theirs.slug }])
    await runJobNow(admin, jobId)
  })

  test('a job is stopped only by a token that could begin it', async () => {
    const { body } = await call('POST', `/studies/${slug}/items?from=native`, { body: rows(8_000, 8_002), headers: jsonl })
    const path = `/jobs/${String(body['jobId'])}`
    const reads = await tokenOf(admin, ['studies:read'])
    expect((await call('GET', path, { as: reads })).body).toMatchObject({ kind: 'import', state: 'queued' })
    expect((await call('POST', `${path}/cancel`, { as: reads })).status).toBe(403)
    expect((await call('POST', `${path}/cancel`)).body).toMatchObject({ state: 'cancelled' })
    expect((await call('POST', `${path}/cancel`)).body).toMatchObject({ status: 409, reason: 'job-over' })
  })
})

describe('what is asked', () => {
  test('an address that is none, and one that cannot be, are not found, as problem+json', async () => {
    for (const path of ['', '/', '/nothing', '/studies/', `/studies/${slug}/nothing`, '/jobs/not-an-id', '/studies/%E0%A4%A', '/studies/a%00b'])
      expect([path, (await call('GET', path)).body]).toMatchObject([path, { status: 404, reason: 'not-found' }])
  })

  test('a method that an address does not take is answered with those it takes', async () => {
    const found = await call('DELETE', `/studies/${slug}/items`)
    expect([found.status, found.headers.get('allow'), found.body['reason']]).toEqual([405, 'GET, HEAD, POST', 'method-not-allowed'])
    const options = await call('OPTIONS', `/studies/${slug}/items`, { as: null })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST'])
    const head = await call('HEAD', '/studies')
    expect([head.status, head.body, head.headers.get('content-type')]).toEqual([200, {}, 'application/json'])
  })

  test('a body of another kind, of no kind, or that is not JSON is refused by its reason', async () => {
    const open = `/studies/${slug}/batches`
    for (const headers of [{ 'content-type': 'text/xml' }, { 'content-type': '' }])
      expect((await call('POST', open, { body: '<a/>', headers })).body).toMatchObject({ status: 415, reason: 'media-type', values: { taken: 'application/json' } })
    expect((await call('POST', open, { body: '{', headers: { 'content-type': 'application/json; charset=utf-8' } })).body).toMatchObject({ status: 422, reason: 'not-json' })
  })

  test('a body of 100 MB is refused with a sentence after one, whether or not its length was said', async () => {
    let sent = 0
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        if (sent > 100) controller.close()
        else controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20))
      },
    })
    const headers = { 'content-type': 'application/json' }
    expect((await call('POST', `/studies/${slug}/batches`, { body: stream, headers })).body).toMatchObject({ status: 413, reason: 'body-too-large', values: { limit: 1 } })
    expect(sent).toBeLessThan(10)
    expect((await call('POST', `/studies/${slug}/batches`, { body: '{}', headers: { ...headers, 'content-length': '104857600' } })).status).toBe(413)
  })

  test('unknown fields, parameters and values are named, never passed over', async () => {
    expect((await call('GET', '/studies?limit=0')).body).toMatchObject({ status: 422, fields: [{ path: 'limit', code: 'too_small' }] })
    expect((await call('GET', '/studies?all=yes')).body).toMatchObject({ status: 422, fields: [{ code: 'unrecognized_keys' }] })
    expect((await call('GET', '/studies?limit=1&limit=2')).body).toMatchObject({ status: 422, fields: [{ path: 'limit' }] })
    expect((await call('POST', `/studies/${slug}/batches`, { body: { name: 'x', owner: true } })).body).toMatchObject({ status: 422 })
    expect((await call('GET', `/studies/${slug}/items?search=a%00b`)).body).toMatchObject({ status: 422, reason: 'unstorable', fields: [{ path: 'search', code: 'nul-character' }] })
    expect((await call('GET', `/studies/${slug}/items?cursor=%22`)).body).toMatchObject({ status: 422, reason: 'cursor-invalid' })
  })
})

describe('a list', () => {
  test('goes on where it was, whatever came or went meanwhile, and its Link is the next address', async () => {
    const { studyId: other, slug: study } = await makeStudy()
    await addMember(other, admin.personId, 'admin')
    const ids = ['b', 'd', 'f', 'h', 'j']
    for (const externalId of ids) await addItems(other, [{ text: externalId, externalId }])
    const seen: string[] = []
    let path: string | null = `/studies/${study}/items?limit=2`
    for (let page = 0; path; page++) {
      const { body, headers }: Answer = await call('GET', path)
      seen.push(...(body['data'] as { id: string }[]).map(({ id }) => id))
      const link = headers.get('link')
      expect(link === null).toBe(body['next'] === null)
      path = link && /<\/api\/v1([^>]+)>; rel="next"/.exec(link)![1]!
      // One before and one behind the place where the reader stands.
      if (page === 0) await addItems(other, [{ text: 'a', externalId: 'a' }, { text: 'i', externalId: 'i' }])
    }
    expect(seen).toEqual(['b', 'd', 'f', 'h', 'i', 'j'])
  })

  test('of jobs has the newest first and ends with the oldest, however many there are', async () => {
    await db.sql(
      `insert into job (kind, study_id, person_id, subject_id, input, state, created_at)
       select 'import', $1, $2, gen_random_uuid(), '{}', 'done', timestamptz '2026-01-01' + (n / 3) * interval '1 microsecond' from generate_series(1, 120) n`,
      [studyId, admin.personId],
    )
    const jobs = await db.sql<{ id: string }>('select id from job where study_id = $1 order by created_at desc, id desc', [studyId])
    const seen: unknown[] = []
    for (let path: string | null = `/studies/${slug}/jobs?limit=50`; path; ) {
      const { body, headers }: Answer = await call('GET', path)
      seen.push(...(body['data'] as { id: string }[]).map(({ id }) => ({ id })))
      path = /<\/api\/v1([^>]+)>/.exec(headers.get('link') ?? '')?.[1] ?? null
    }
    expect(seen).toEqual(jobs)
    expect((await call('GET', `/studies/${slug}/jobs?cursor=WyJ4Il0`)).body['reason']).toBe('cursor-invalid')
  })
})

describe('an import', () => {
  test('is a job whose items are there when it is done', async () => {
    const { status, body, headers } = await call('POST', `/studies/${slug}/items?from=native&fileName=a.jsonl&language=en`, { body: rows(0, 50), headers: jsonl })
    expect([status, headers.get('location')]).toEqual([202, `/api/v1/jobs/${String(body['jobId'])}`])
    await runJobNow(admin, body['jobId'] as string)
    expect((await call('GET', `/jobs/${String(body['jobId'])}`)).body).toMatchObject({ state: 'done', kind: 'import', subjectId: body['importId'] })
    expect((await call('GET', `/studies/${slug}/imports/${String(body['importId'])}`)).body).toMatchObject({ state: 'done', imported: 50, rows: 50 })
    expect((await call('GET', `/studies/${slug}/items?limit=1&search=i0007`)).body['data']).toMatchObject([{ id: 'i0007', opening: 'text 7', language: 'en', stage: 'pool' }])
  })

  test('with a bad row is refused by line and leaves nothing behind, unless the good rows are wanted', async () => {
    const body = `${rows(100, 102)}\n{"id":"x"}\n`
    const before = await db.sql('select id from import')
    const found = await call('POST', `/studies/${slug}/items?from=native`, { body, headers: jsonl })
    expect(found.body).toMatchObject({ status: 422, reason: 'import-has-bad-rows', values: { rows: 1 }, fields: [{ path: 'line 3, text' }] })
    expect(await db.sql('select id from import')).toHaveLength(before.length)
    const dry = await call('POST', `/studies/${slug}/items?from=native&dryRun=true`, { body, headers: jsonl })
    expect(dry.body).toMatchObject({ importId: null, jobId: null, counts: { rows: 3, fresh: 2, refused: 1 } })
    expect(await db.sql('select id from import')).toHaveLength(before.length)
    const good = await call('POST', `/studies/${slug}/items?from=native&take=good`, { body, headers: jsonl })
    await runJobNow(admin, good.body['jobId'] as string)
    expect((await call('GET', `/studies/${slug}/imports/${String(good.body['importId'])}`)).body).toMatchObject({ imported: 2, refused: 1 })
  })
})

test('a licence is an owner’s to state, with a token that may write items, and said once under a key', async () => {
  await addItems(studyId, [{ externalId: 'licensed', text: 'A text of its own.' }])
  const { personId } = await makePerson({ owner: true })
  await addMember(studyId, personId, 'admin')
  const owner = await viewerOf(personId)
  const said = { licence: 'CC0-1.0', reason: 'The hospital wrote so.', of: { known: false }, items: ['licensed'] }
  const state = (as: string, body: object = said, headers: Record<string, string> = {}) => call('POST', `/studies/${slug}/licences`, { as, body, headers })
  const refused = async (as: string, body?: object) => {
    const { status, headers, body: problem } = await state(as, body)
    expect(headers.get('content-type')).toBe('application/problem+json')
    return [status, problem['reason']]
  }
  expect(await refused(token)).toEqual([422, 'licence-is-the-owners'])
  expect(await refused(await tokenOf(owner, ['studies:read', 'releases:write']))).toEqual([403, 'out-of-scope'])
  const as = await tokenOf(owner, ['items:write'])
  expect(await refused(as, { ...said, licence: 'unknown' })).toEqual([422, 'licence-says-nothing'])
  expect(await refused(as, { ...said, reason: ' ' })).toEqual([422, 'fields'])
  const headers = { 'idempotency-key': 'licence' }
  const twice = [await state(as, said, headers), await state(as, said, headers)]
  expect(twice.map(({ status, body }) => [status, body])).toEqual([[201, { items: 1 }], [201, { items: 1 }]])
  expect(twice[1]!.headers.get('idempotent-replay')).toBe('true')
  expect(await db.sql(`select count(*)::int as n from licence_statement where study_id = $1`, [studyId])).toEqual([{ n: 1 }])
  expect(await refused(as)).toEqual([409, 'licence-of-nothing'])
  expect((await call('GET', `/studies/${slug}/licences`)).body['data']).toContainEqual({ licence: 'CC0-1.0', isKnown: true, items: 1, sources: 0, stated: [{ since: expect.stringMatching(/Z$/) as string, reason: said.reason, items: 1 }] })
})

describe('a key', () => {
  const open = (name: string, headers: Record<string, string> = {}) =>
    call('POST', `/studies/${slug}/batches`, { body: { name, filter: {}, taking: { take: 'first', count: 1 }, pool: {}, readersPerItem: 2 }, headers })

  test('makes twenty of the same request at once one act with one answer', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const answers = await Promise.all(Array.from({ length: 20 }, () => open('Once', headers)))
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect(answers[0]!.status).toBe(201)
    expect(answers.filter((answer) => answer.headers.get('idempotent-replay') === null)).toHaveLength(1)
    expect(await db.sql(`select id from batch where name = 'Once'`)).toHaveLength(1)
  })

  test('of another request is refused; of another person is another key', async () => {
    const headers = { 'idempotency-key': 'mine' }
    await open('First', headers)
    expect((await open('Second', headers)).body).toMatchObject({ status: 422, reason: 'key-used' })
    expect(await db.sql(`select id from batch where name = 'Second'`)).toEqual([])
    const other = await makePerson()
    await addMember(studyId, other.personId, 'admin')
    const as = await tokenOf(await viewerOf(other.personId))
    expect((await call('GET', '/studies', { as })).status).toBe(200)
    const theirs = await call('POST', `/studies/${slug}/batches`, { as, headers, body: { name: 'Third', filter: {}, taking: { take: 'first', count: 1 }, pool: {}, readersPerItem: 2 } })
    expect(theirs.status).toBe(201)
  })

  test('gives a refusal again too, and a file again without reading it in twice', async () => {
    const refused = { 'idempotency-key': 'refused' }
    expect((await open('First', refused)).body['reason']).toBe('batch-name-taken')
    expect((await open('First', refused)).headers.get('idempotent-replay')).toBe('true')
    const headers = { ...jsonl, 'idempotency-key': 'file' }
    const [first, second] = await Promise.all([1, 2].map(() => call('POST', `/studies/${slug}/items?from=native`, { body: rows(500, 510), headers })))
    expect(first!.body).toEqual(second!.body)
    expect((await call('POST', `/studies/${slug}/items?from=native`, { body: rows(500, 511), headers })).body['reason']).toBe('key-used')
  })

  test('keeps no hash by which who reads the database could try passwords', async () => {
    const body = { proof: 'correct horse battery staple', meaning: 'I have looked at it and vouch for it.', print: 'a'.repeat(64) }
    const path = `/releases/${crypto.randomUUID()}/freeze`
    expect((await call('POST', path, { body, headers: { 'idempotency-key': 'signed' } })).status).toBe(404)
    const [kept] = await db.sql<{ hash: Buffer }>(`select request_hash as hash from idempotency_key where key = 'signed'`)
    const hashed = (hash: Hash | Hmac) => hash.update(`POST /api/v1${path}\n`).update(createHash('sha256').update(JSON.stringify(body)).digest()).digest('hex')
    expect(kept!.hash.toString('hex')).not.toBe(hashed(createHash('sha256')))
    expect(kept!.hash.toString('hex')).toBe(hashed(createHmac('sha256', authSettings().secret)))
  })

  test('whose process died is neither done again nor answered with a guess', async () => {
    const { doOnce } = await import('@/lib/services/do-once')
    await db.sql(`insert into idempotency_key (person_id, key, request_hash) values ($1, 'died', '')`, [admin.personId])
    const again = doOnce(admin, 'died', { run: () => Promise.reject(new Error('must not run')), requestHash: () => Promise.resolve(new Uint8Array()), isFinal: () => true, patienceMs: 0 })
    await expect(again).rejects.toMatchObject({ reason: 'key-at-work' })
  })

  test('that is no key is refused', async () => {
    for (const key of ['', 'a b', 'x'.repeat(256)]) expect((await open('Never', { 'idempotency-key': key })).body['reason']).toBe('key-malformed')
  })
})
