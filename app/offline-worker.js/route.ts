import { readFileSync } from 'node:fs'
import path from 'node:path'
import { offlineWorker, type WorkerSettings } from '@/components/offline/offline-worker'
import { offlinePage } from '@/lib/web/offline-page'
import { workerPolicy } from '@/lib/web/security-headers'

// What is built is known when it is served.
export const dynamic = 'force-dynamic'

/** A browser that was here with a production build keeps nothing of it for development at the same address. */
const goodbye = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(Promise.all([self.registration.unregister(), caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))])))`

let script: string | undefined
function workerScript(): string {
  if (process.env.NODE_ENV !== 'production') return goodbye
  const settings: WorkerSettings = { build: readFileSync(path.join(process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim(), page: offlinePage }
  return `(${String(offlineWorker)})(self, ${JSON.stringify(settings)})`
}

/** The service worker. Another build's is another text, so that browsers change over by themselves. */
export function GET(): Response {
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': workerPolicy,
  }
  return new Response((script ??= workerScript()), { headers })
}
