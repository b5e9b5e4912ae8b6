/** The process that serves people; ready when its health check says so. */
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isStopping, startChild } from '../first/children.mjs'
import { Halt } from '../first/halt.mjs'
import { root } from '../first/root.mjs'
import type { Secrets } from './secrets'
import { webEnvironment } from './web-environment'

type Address = { port: number; host: string }
export type Web = { url: string; ended: Promise<void> }

const readyPatienceMs = 120_000

/** `build`: a folder made by buildWeb, or null for hot reload. */
export async function startWeb(
  build: string | null,
  appUrl: string,
  secrets: Secrets,
  address: Address,
  output: 'inherit' | number = 'inherit',
): Promise<Web> {
  const env = {
    ...webEnvironment(appUrl, secrets, address),
    NODE_ENV: build ? ('production' as const) : ('development' as const),
  }
  const args = build
    ? [path.join(build, 'server.js')]
    : [
        path.join(root, 'node_modules/next/dist/bin/next'),
        'dev',
        '--port',
        String(address.port),
        '--hostname',
        address.host,
      ]
  const { ended } = startChild(process.execPath, args, {
    cwd: build ?? root,
    env,
    stdio: ['ignore', build ? 'ignore' : output, output, 'ipc'],
  })
  const url = `http://localhost:${address.port}`
  await untilHealthy(
    `http://${address.host === '0.0.0.0' ? '127.0.0.1' : address.host}:${address.port}/api/health`,
    ended,
  )
  return { url, ended }
}

async function untilHealthy(url: string, ended: Promise<void>): Promise<void> {
  let hasEnded = false
  void ended.then(() => (hasEnded = true))
  for (const until = Date.now() + readyPatienceMs; ; await wait(50)) {
    if (isStopping()) await new Promise(() => {})
    if (hasEnded) throw new Halt('The web server ended before it was ready; what it said stands above.')
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch(() => null)
    if (response?.ok) return
    if (Date.now() > until)
      throw new Halt(
        `The web server was not ready after ${readyPatienceMs / 1000} s (${response ? `its health check answers ${response.status}` : 'it does not answer'}).`,
      )
  }
}
