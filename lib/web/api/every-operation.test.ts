/**
 * One program walks the whole interface, from an import to a board. Each operation answers with the status that it declares,
 * and serve-operation holds what it answers against the declared shape: what does not fit is a defect (500).
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { tokenScopes } from '@/lib/blinding/token-scopes'
import type { Viewer } from '@/lib/blinding/viewer'
import { makeToken } from '@/lib/services/make-token'
import { runJobNow } from '@/lib/services/run-job-now'
import { meaning, studyToRelease, type StudyToRelease } from '@/lib/services/testing/study-to-release'
import { openApi } from './open-api'
import { operations } from './operations'
import { serveOperation } from './serve-operation'

const db = freshDatabase()
let world: StudyToRelease
let token: string
const called = new Map<string, number>()
const described = new Map(Object.values(openApi(operations).paths).flatMap((methods) => Object.values(methods).map((one) => [one.operationId, one])))

const tokenOf = async (viewer: Viewer) => (await makeToken(viewer, { name: 'walk', scopes: [...tokenScopes], days: 1 })).secret

beforeAll(async () => {
  world = await studyToRelease(db)
  token = await tokenOf(world.admin)
})

/** Asks for an operation by its id; its parameters by name, the others as the query. The answer is one that the description has. */
async function ask(id: string, given: Record<string, string>, { body, as = token, headers }: { body?: unknown; as?: string; headers?: Record<string, string> }): Promise<Response> {
  const operation = operations.find((one) => one.id === id)!
  const query = new URLSearchParams(given)
  const where = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    query.delete(name)
    return given[name]!
  })
  const isText = typeof body === 'string'
  const response = await serveOperation(
    new Request(`http://localhost/api/v1${where}?${query.toString()}`, {
      method: operation.method,
      headers: { ...headers, authorization: `Bearer ${as}`, ...(body === undefined ? {} : { 'content-type': isText ? 'application/jsonl' : 'application/json' }) },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    }),
  )
  const said = described.get(id)!.responses[response.status]
  expect(said, `${id} ${response.status}`).toBeDefined()
  const kinds = Object.keys(said!.content ?? {})
  if (kinds.length > 0 && !kinds.includes('*/*')) expect([id, kinds]).toEqual([id, expect.arrayContaining([response.headers.get('content-type')!.split(';')[0]])])
  for (const name of ['ETag', 'Accept-Ranges', 'Content-Range']) expect([id, response.status, name, response.headers.has(name)]).toEqual([id, response.status, name, said!.headers?.[name] !== undefined])
  return response
}

async function call<T = Record<string, unknown>>(id: string, given: Record<string, string> = {}, body?: unknown, as = token): Promise<T> {
  const response = await ask(id, given, { body, as })
  const text = await response.text()
  const { answer } = operations.find((one) => one.id === id)!
  expect([id, response.status, text.slice(0, 600)]).toEqual([id, answer.status, text.slice(0, 600)])
  called.set(id, (called.get(id) ?? 0) + 1)
  return (response.headers.get('content-type') === 'application/json' ? JSON.parse(text) : text) as T
}

test('a program can do the whole of it, and what it is answered is as declared', async () => {
  const study = world.slug
  await call('listStudies')
  await call('readStudy', { study })
  await call('readProgress', { study, zone: 'Asia/Shanghai' })
  await call('listItems', { study, limit: '3', stage: 'closed' })

  const brought = await call<{ jobId: string; importId: string }>('importItems', { study, from: 'native' }, '{"id":"late","text":"A late text.","language":"en"}\n')
  await runJobNow(world.admin, brought.jobId)
  await call('readJob', { job: brought.jobId })
  await call('listJobs', { study })
  await call('readImport', { study, import: brought.importId })
  const again = await call<{ jobId: string }>('importItems', { study, from: 'native' }, '{"id":"later","text":"A later text.","language":"en"}\n')
  await call('cancelJob', { job: again.jobId })

  const { batchId } = await call<{ batchId: string }>('openBatch', { study }, { name: 'Second', filter: {}, taking: { take: 'all' }, pool: {}, readersPerItem: 2 })
  await call('changeBatch', { study, batch: batchId }, { state: 'paused' })
  await call('listBatches', { study })
  await call('closeBatch', { study, batch: batchId }, {})

  const owners = await tokenOf(await world.person('admin', { owner: true }))
  expect(await call('stateLicence', { study }, { licence: 'CC0-1.0', reason: 'The ward says so.', of: { licence: 'CC-BY-4.0' }, source: 'clinic' }, owners)).toEqual({ items: 6 })
  expect(await call('listLicences', { study })).toMatchObject({ data: [{ licence: 'CC-BY-4.0', isKnown: true }, { licence: 'CC0-1.0', items: 6, stated: [{ reason: 'The ward says so.', items: 6 }] }] })

  const { releaseId } = await call<{ releaseId: string }>('draftRelease', { study }, { title: 'By a program' })
  const { data } = await call<{ data: { id: string; state: string }[] }>('listStudyReleases', { study })
  expect(data).toContainEqual(expect.objectContaining({ id: releaseId, state: 'draft' }))
  const { recipe } = await call<{ recipe: object }>('readDraft', { release: releaseId })
  await call('changeRelease', { release: releaseId }, { title: 'By a program', public: false, notes: '', recipe: { ...recipe, formats: ['csv'], hidden: [] } })
  await call('previewRelease', { release: releaseId })
  const { print } = await call<{ print: string }>('readDraft', { release: releaseId })
  const { jobId } = await call<{ jobId: string }>('freezeRelease', { release: releaseId }, { proof: 'By a program', meaning, print })
  await runJobNow(world.admin, jobId)

  const researcher = await world.person('researcher')
  const theirs = await tokenOf(researcher)
  await call('listReleases', {}, undefined, theirs)
  const release = await call<{ files: { path: string }[] }>('readRelease', { release: releaseId }, undefined, theirs)
  const file = release.files.find(({ path: name }) => name.endsWith('.jsonl'))!
  await call<string>('downloadFile', { release: releaseId, path: file.path }, undefined, theirs)
  await call<string>('downloadZip', { release: releaseId, split: 'test' }, undefined, theirs)
  for (const [id, given] of [['downloadFile', { release: releaseId, path: file.path }], ['downloadZip', { release: releaseId }]] as const) {
    const read = async (headers: Record<string, string> = {}) => {
      const response = await ask(id, given, { as: theirs, headers })
      await response.arrayBuffer()
      return response
    }
    const etag = (await read()).headers.get('etag')!
    const asked = [{ range: 'bytes=1-9', 'if-range': etag }, { 'if-none-match': etag }, { range: 'bytes=99999999-' }]
    const statuses: number[] = []
    for (const headers of asked) statuses.push((await read(headers)).status)
    expect(statuses).toEqual([206, 304, 416])
    const parts = described.get(id)!.parameters.filter(({ in: place }) => place === 'header').map(({ name }) => name)
    expect(parts).toEqual(['Range', 'If-Range', 'If-None-Match'])
  }
  const inputs = await call<string>('downloadInputs', { release: releaseId, split: 'test' }, undefined, theirs)
  const predictions = inputs.trim().split('\n').map((line) => JSON.stringify({ id: (JSON.parse(line) as { id: string }).id, veracity: 'correct', spans: [] })).join('\n')
  const handedIn = await call<{ submissionId: string; jobId: string }>('submitPredictions', { release: releaseId, split: 'test', system: 'always-correct 1', anonymous: 'true' }, predictions, theirs)
  await runJobNow(researcher, handedIn.jobId)
  await call('listSubmissions', { release: releaseId }, undefined, theirs)
  const { evaluations } = await call<{ evaluations: unknown[] }>('readSubmission', { submission: handedIn.submissionId }, undefined, theirs)
  expect(evaluations.length).toBeGreaterThan(0)
  await call('readBoard', { release: releaseId, split: 'test' }, undefined, theirs)
  await call('withdrawSubmission', { submission: handedIn.submissionId }, undefined, theirs)

  expect(operations.map(({ id }) => id).filter((id) => !called.has(id)), 'operations that the walk does not know').toEqual([])
})

test('no address below /api/v1 is served outside the declarations, but their description', () => {
  const folder = path.join(import.meta.dirname, '..', '..', '..', 'app', 'api', 'v1')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  expect(files.sort()).toEqual([path.join('[...path]', 'route.ts'), path.join('openapi.json', 'route.ts')])
})

test('the description has every operation once, and no reference that leads nowhere', () => {
  const document = openApi(operations)
  const described = Object.entries(document.paths).flatMap(([where, methods]) => Object.entries(methods).map(([method, { operationId }]) => `${method.toUpperCase()} ${where} ${operationId}`))
  expect(described.sort()).toEqual(operations.map(({ method, path: where, id }) => `${method} ${where} ${id}`).sort())
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to!)
  expect(references.length).toBeGreaterThan(20)
  for (const to of references) expect(document.components.schemas).toHaveProperty([to.replace('#/components/schemas/', '')])
  for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods)))
    for (const name of operation.parameters.filter(({ in: place }) => place === 'path')) expect(name.required).toBe(true)
})
