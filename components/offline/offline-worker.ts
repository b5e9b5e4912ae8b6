/**
 * The service worker: what a browser shows when the network does not answer. One function, since its text is what is sent: it may use
 * nothing of its module. Never speaks where the network has, whatever that said; never sees /api, nor anything but GET.
 *
 * Kept are the files of one build, and of one person copies of the last workbenches they had open: those are what the server answered,
 * policy and nonces included, marked by `data-copy`. They end with the work, with the session and with the build.
 */
import type { Wish } from './tell-worker'

type Lasting = { waitUntil: (until: Promise<unknown>) => void }
type Events = {
  install: Lasting
  activate: Lasting
  message: Lasting & { data: Wish }
  fetch: Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void }
}
/** What it uses of its global scope. */
export type WorkerScope = {
  addEventListener: <Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void) => void
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  location: { origin: string }
  caches: Pick<CacheStorage, 'keys' | 'open' | 'delete'>
  fetch: typeof fetch
}
/** `page`: what stands in for a page that cannot be had. */
export type WorkerSettings = { build: string; page: { html: string; headers: Record<string, string> } }

export function offlineWorker(scope: WorkerScope, { build, page }: WorkerSettings): void {
  const mostCopies = 10
  // As long as a page waits for an answer to its own questions.
  const patienceMs = 20_000
  const files = `files ${build}`
  const copies = `copies ${build} `
  const gathered = new Set<string>()
  const isWork = (path: string) => /^\/(?:desk|bench)\/[0-9a-f-]{36}$/.test(path)
  const besideOf = (path: string) => `${path}?draft`

  /** One after another, so that what is forgotten is not kept a moment later by what was under way. */
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = (act: () => Promise<unknown>): Promise<unknown> => (turn = turn.then(act).catch(() => {}))

  const forget = async (unwanted: (name: string) => boolean) => {
    for (const name of await scope.caches.keys()) if (unwanted(name)) await scope.caches.delete(name)
  }
  const only = (person: string | null) => forget((name) => name.startsWith(copies) && name !== copies + person)
  const kept = async (): Promise<Cache | null> => {
    const name = (await scope.caches.keys()).find((one) => one.startsWith(copies))
    return name === undefined ? null : scope.caches.open(name)
  }
  const copyAt = async (path: string) => (await kept())?.match(path)
  const drop = async (path: string) => {
    const cache = await kept()
    await cache?.delete(path)
    await cache?.delete(besideOf(path))
  }

  const fromFiles = async (request: Request | string): Promise<Response> => {
    const cache = await scope.caches.open(files).catch(() => null)
    const there = await cache?.match(request, { ignoreVary: true }).catch(() => undefined)
    if (there) return there
    const answer = await scope.fetch(request)
    if (answer.ok && answer.headers.get('cache-control')?.includes('immutable')) await cache?.put(request, answer.clone()).catch(() => {})
    return answer
  }
  /** All that a page may come to ask for: its scripts, and those that these would fetch later. */
  const gather = async (page: string) => {
    const named = (text: string): string[] => text.match(/static\/chunks\/[\w.~-]+\.(?:js|css)/g) ?? []
    const names = named(page)
    for (const name of names) {
      if (gathered.has(name)) continue
      const file = await fromFiles(`/_next/${name}`)
      // What is named and is nowhere is no file of ours, but somebody's words.
      if (!file.ok && file.status !== 404) throw new Error(`${name}: ${file.status}`)
      if (file.ok && !(await (await scope.caches.open(files)).match(`/_next/${name}`))) throw new Error(`${name}: not kept`)
      if (name.endsWith('.js')) names.push(...named(await file.text()))
      gathered.add(name)
    }
  }

  /** What the server answered at an address of work: a workbench is its copy from now on, with all that it needs; anything else ends it. */
  const take = async (path: string, answer: Response) => {
    // Something between may answer too, and says nothing of the work.
    if (!answer.ok && answer.status !== 404) return
    const text = answer.ok ? await answer.text() : ''
    const person = /data-person="([0-9a-f-]+)"/.exec(text)?.[1]
    if (!person || !text.includes('data-work-bar')) return drop(path)
    await gather(text)
    await drop(path)
    await only(person)
    const headers = new Headers(answer.headers)
    for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name)
    const cache = await scope.caches.open(copies + person)
    await cache.put(path, new Response(text.replace('<html', `<html data-copy="${path}"`), { headers }))
    const paths = (await cache.keys()).map(({ url }) => new URL(url)).filter(({ search }) => !search)
    for (const { pathname } of paths.slice(0, -mostCopies)) await drop(pathname)
  }

  const hear = async (wish: Wish) => {
    if ('only' in wish) await only(wish.only)
    else if ('drop' in wish) await drop(wish.drop)
    else if ('saved' in wish) {
      if (await copyAt(wish.saved)) await (await kept())?.put(besideOf(wish.saved), new Response(JSON.stringify(wish.draft)))
    } else if (isWork(wish.keep) && !(await copyAt(wish.keep))) await take(wish.keep, await scope.fetch(wish.keep, { headers: { accept: 'text/html' } }))
  }

  const open = async (event: Events['fetch'], path: string): Promise<Response> => {
    const network = scope.fetch(event.request).catch(() => null)
    const copy = isWork(path) ? await copyAt(path).catch(() => undefined) : undefined
    const tooLate = copy ? [new Promise<null>((done) => setTimeout(() => done(null), patienceMs))] : []
    const answer = await Promise.race([network, ...tooLate])
    if (!answer) return copy ?? new Response(page.html, { status: 503, headers: page.headers })
    if (isWork(path)) {
      const twin = answer.clone()
      event.waitUntil(inTurn(() => take(path, twin)))
    }
    return answer
  }

  scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))
  scope.addEventListener('activate', (event) =>
    event.waitUntil(forget((name) => name !== files && !name.startsWith(copies)).then(() => scope.clients.claim())),
  )
  scope.addEventListener('message', (event) => event.waitUntil(inTurn(() => hear(event.data))))
  scope.addEventListener('fetch', (event) => {
    const { method, mode, url } = event.request
    const { origin, pathname } = new URL(url)
    if (method !== 'GET' || origin !== scope.location.origin) return
    if (pathname.startsWith('/_next/static/')) event.respondWith(fromFiles(event.request))
    else if (mode === 'navigate' && !/^\/(?:api|_next)\//.test(pathname)) event.respondWith(open(event, pathname))
  })
}
