import { runInThisContext } from 'node:vm'
import { expect, onTestFinished, test, vi } from 'vitest'
import { offlineWorker as written, type WorkerScope, type WorkerSettings } from './offline-worker'
import type { Wish } from './tell-worker'

// What a browser runs is its text, which knows nothing of the module.
const offlineWorker = runInThisContext(`(${String(written)})`) as typeof written

const origin = 'https://doubleread.example'
const [ann, ben] = ['aaaaaaaa-0000-4000-8000-000000000000', 'bbbbbbbb-0000-4000-8000-000000000000']
const reading = (n: number) => `/desk/${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`
const workbench = (person: string, more = '') => `<!doctype html><html lang="en"><main data-person="${person}"><p data-work-bar></p>${more}</main></html>`
const html = (text: string, init: ResponseInit = {}) => new Response(text, { ...init, headers: { 'content-type': 'text/html', 'content-security-policy': `script-src 'nonce-1'`, ...init.headers } })
const immutable = (text: string) => new Response(text, { headers: { 'cache-control': 'public, max-age=31536000, immutable' } })

const addressOf = (request: RequestInfo | URL) => new URL(typeof request === 'object' && 'url' in request ? request.url : request, origin).href

/** What browsers have for it, in memory. */
function cacheStorage(): Pick<CacheStorage, 'keys' | 'open' | 'delete'> {
  const all = new Map<string, Map<string, Response>>()
  const cacheOf = (there: Map<string, Response>) => ({
    match: async (request: RequestInfo | URL) => there.get(addressOf(request))?.clone(),
    put: async (request: RequestInfo | URL, answer: Response) => void there.set(addressOf(request), answer),
    delete: async (request: RequestInfo | URL) => there.delete(addressOf(request)),
    keys: async () => [...there.keys()].map((url) => new Request(url)),
  })
  return {
    keys: async () => [...all.keys()],
    delete: async (name) => all.delete(name),
    open: async (name) => {
      const there = all.get(name) ?? new Map<string, Response>()
      all.set(name, there)
      return cacheOf(there) as unknown as Cache
    },
  }
}

/** A browser with the worker of one build in it. `answers`: what the server says at each address; nothing at all: there is no network. */
async function browser(build = 'one', caches = cacheStorage()) {
  const answers = new Map<string, () => Response>()
  const asked: string[] = []
  let network: 'there' | 'gone' | 'silent' = 'there'
  const listeners = new Map<string, (event: never) => void>()
  const scope: WorkerScope = {
    addEventListener: (name, listener) => void listeners.set(name, listener),
    skipWaiting: async () => {},
    clients: { claim: async () => {} },
    location: { origin },
    caches,
    fetch: async (request) => {
      const path = new URL(addressOf(request)).pathname
      asked.push(path)
      if (network === 'silent') return new Promise<never>(() => {})
      if (network === 'gone') throw new TypeError('Failed to fetch')
      return (answers.get(path) ?? (() => html('not found', { status: 404 })))()
    },
  }
  const settings: WorkerSettings = { build, page: { html: 'no connection', headers: { 'content-type': 'text/html' } } }
  offlineWorker(scope, settings)
  const raise = async (name: string, event: object): Promise<Response | null> => {
    const until: Promise<unknown>[] = []
    let answer: Promise<Response> | null = null
    const listener = listeners.get(name) as (event: object) => void
    listener({ ...event, waitUntil: (one: Promise<unknown>) => until.push(one), respondWith: (one: Promise<Response>) => (answer = one) })
    const given = await (answer as Promise<Response> | null)
    for (const one of until) await one
    return given
  }
  await raise('install', {})
  await raise('activate', {})
  const ask = (path: string, { method = 'GET', mode = 'navigate', at = origin } = {}) => raise('fetch', { request: { url: at + path, method, mode } })
  return {
    caches,
    answers,
    asked,
    tell: (wish: Wish) => raise('message', { data: wish }),
    ask,
    read: async (path: string) => (await ask(path))!.text(),
    is: (now: typeof network) => (network = now),
    /** All that is kept of pages. */
    copies: async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith('copies'))
      const found = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url.slice(origin.length))))
      return found.flat()
    },
  }
}

test('a workbench that somebody had open comes back without a network, with its policy, and says that it is a copy; any other page is stood in for', async () => {
  const { answers, read, ask, is } = await browser()
  answers.set(reading(1), () => html(workbench(ann)))
  answers.set('/desk', () => html(`<html data-person="${ann}">`))
  expect(await read(reading(1))).toBe(workbench(ann))
  await read('/desk')
  is('gone')
  const copy = (await ask(reading(1)))!
  expect(await copy.text()).toBe(workbench(ann).replace('<html', `<html data-copy="${reading(1)}"`))
  expect(copy.headers.get('content-security-policy')).toBe(`script-src 'nonce-1'`)
  for (const path of ['/desk', reading(2), '/studies/one']) expect(await read(path)).toBe('no connection')
})

test('what the server says is what is shown, whatever it is; where work is no longer there, its copy ends, and a server in trouble ends none', async () => {
  const { answers, read, ask, is, copies } = await browser()
  answers.set(reading(1), () => html(workbench(ann)))
  await read(reading(1))
  for (const status of [500, 502, 401]) {
    answers.set(reading(1), () => html(`said ${status}`, { status }))
    expect((await ask(reading(1)))!.status).toBe(status)
    expect(await copies()).toEqual([reading(1)])
  }
  answers.delete(reading(1))
  expect((await ask(reading(1)))!.status).toBe(404)
  expect(await copies()).toEqual([])
  answers.set(reading(1), () => html(workbench(ann)))
  await read(reading(1))
  answers.set(reading(1), () => html(`<html data-person="${ann}">handed in`))
  await read(reading(1))
  expect(await copies()).toEqual([])
  is('gone')
  expect(await read(reading(1))).toBe('no connection')
})

test('a network that says nothing at all is none, for whoever has a copy', async () => {
  const { answers, read, is } = await browser()
  answers.set(reading(1), () => html(workbench(ann)))
  await read(reading(1))
  is('silent')
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const shown = read(reading(1))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await shown).toContain('data-copy')
})

test('nothing but pages and files is touched: no answer to a program, no form, no download, nobody else’s address', async () => {
  const { ask, asked } = await browser()
  expect(await ask('/api/releases/one/zip')).toBeNull()
  expect(await ask('/api/work/drafts', { mode: 'cors' })).toBeNull()
  expect(await ask('/desk', { method: 'POST' })).toBeNull()
  expect(await ask(reading(1), { mode: 'cors' })).toBeNull()
  expect(await ask(reading(1), { at: 'https://elsewhere.example' })).toBeNull()
  expect(asked).toEqual([])
})

test('a piece that came without a page of its own is fetched once when it is asked to be kept, with all the scripts that it may come to need', async () => {
  const { answers, asked, tell, ask, is, copies } = await browser()
  answers.set(reading(1), () => html(workbench(ann, '<script src="/_next/static/chunks/a.js"></script>')))
  answers.set('/_next/static/chunks/a.js', () => immutable('load("static/chunks/later-b.js")'))
  answers.set('/_next/static/chunks/later-b.js', () => immutable('b'))
  await tell({ keep: reading(1) })
  await tell({ keep: reading(1) })
  expect(asked).toEqual([reading(1), '/_next/static/chunks/a.js', '/_next/static/chunks/later-b.js'])
  is('gone')
  expect(await (await ask('/_next/static/chunks/later-b.js', { mode: 'cors' }))!.text()).toBe('b')
  expect(await copies()).toEqual([reading(1)])
  await tell({ keep: '/api/work/kept' })
  expect(asked).toHaveLength(3)
})

test('no page is kept that could not come up for want of a script; what only looks like one is not missed', async () => {
  const { answers, tell, copies } = await browser()
  answers.set(reading(1), () => html(workbench(ann, 'static/chunks/a.js')))
  const failing = [() => new Response('', { status: 503 }), () => Response.error(), () => new Response('of a proxy that lets nothing be kept')]
  for (const answer of failing) {
    answers.set('/_next/static/chunks/a.js', answer)
    await tell({ keep: reading(1) })
    expect(await copies()).toEqual([])
  }
  answers.delete('/_next/static/chunks/a.js')
  await tell({ keep: reading(1) })
  expect(await copies()).toEqual([reading(1)])
})

test('a file is asked for once, unless it may change', async () => {
  const { answers, asked, ask } = await browser()
  answers.set('/_next/static/media/font.woff2', () => immutable('font'))
  answers.set('/_next/static/chunks/dev.js', () => new Response('dev', { headers: { 'cache-control': 'no-store' } }))
  for (const path of ['/_next/static/media/font.woff2', '/_next/static/chunks/dev.js'])
    for (let n = 0; n < 2; n++) expect((await ask(path, { mode: 'cors' }))!.ok).toBe(true)
  expect(asked).toEqual(['/_next/static/media/font.woff2', '/_next/static/chunks/dev.js', '/_next/static/chunks/dev.js'])
})

test('the last ten pieces are kept, and what each was saved as for as long as its copy is', async () => {
  const { answers, tell, copies } = await browser()
  const draft = { body: 'b', base: 3, activeMs: 1, copies: [] }
  for (let n = 1; n <= 12; n++) {
    answers.set(reading(n), () => html(workbench(ann)))
    await tell({ keep: reading(n) })
    await tell({ saved: reading(n), draft })
  }
  expect((await copies()).filter((path) => !path.endsWith('?draft'))).toEqual(Array.from({ length: 10 }, (_, n) => reading(n + 3)))
  expect(await copies()).toHaveLength(20)
  await tell({ drop: reading(12) })
  await tell({ saved: reading(12), draft })
  expect((await copies()).filter((path) => path.startsWith(reading(12)))).toEqual([])
})

test('copies are one person’s: whoever signs in or works here next ends them, and so does signing out', async () => {
  const { answers, read, tell, copies } = await browser()
  answers.set(reading(1), () => html(workbench(ann)))
  answers.set(reading(2), () => html(workbench(ben)))
  await read(reading(1))
  await tell({ only: ann })
  expect(await copies()).toEqual([reading(1)])
  await read(reading(2))
  expect(await copies()).toEqual([reading(2)])
  await tell({ only: ann })
  expect(await copies()).toEqual([])
  // What was under way when they signed out is not kept a moment later.
  await Promise.all([tell({ keep: reading(1) }), tell({ only: null })])
  expect(await copies()).toEqual([])
  answers.set(reading(1), () => html('sign in'))
  await tell({ keep: reading(1) })
  expect(await copies()).toEqual([])
})

test('the worker of another build keeps nothing of the one before', async () => {
  const before = await browser('one')
  before.answers.set(reading(1), () => html(workbench(ann, 'static/chunks/a.js')))
  before.answers.set('/_next/static/chunks/a.js', () => immutable('a'))
  await before.read(reading(1))
  expect(await before.caches.keys()).toHaveLength(2)
  const after = await browser('two', before.caches)
  expect(await after.caches.keys()).toEqual([])
  after.is('gone')
  expect(await after.read(reading(1))).toBe('no connection')
})
