/**
 * How long `npm start` takes to serve. A data folder of its own leaves the installation's alone; the first start in it makes
 * the database and the demo world, the second finds everything. With `withFirstStart` the same in a fresh clone, which
 * also installs and builds.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '../bin/first/ports.mjs'
import { atMost, round, type Result } from './result'

const patienceMs = 20 * 60_000
const root = path.resolve(import.meta.dirname, '..')

export async function startUp({ withFirstStart }: { withFirstStart: boolean }): Promise<Result[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doubleread-start-'))
  const results: Result[] = []
  try {
    if (withFirstStart) {
      const clone = path.join(folder, 'clone')
      execFileSync('git', ['clone', '--quiet', root, clone])
      results.push({
        measure: 'start: first, in a fresh clone',
        value: round((await timeToServe(clone)) / 1000),
        unit: 's',
      })
    }
    const data = path.join(folder, 'data')
    const made = await timeToServe(root, data)
    const second = (await timeToServe(root, data)) / 1000
    results.push(
      { measure: 'start: first with an empty data folder', value: round(made / 1000), unit: 's' },
      { measure: 'start: second', value: round(second), unit: 's', goal: atMost(second, 10, '< 10 s') },
    )
    return results
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** From the command to the line that says where to go; then the server is stopped and waited for. */
async function timeToServe(checkout: string, data?: string): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: checkout,
    env: environment(await freePort(), data),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let said = ''
  const ready = new Promise<number>((resolve, reject) => {
    const hear = (part: Buffer) => {
      said += part.toString()
      if (said.includes('Doubleread is ready')) resolve(performance.now() - began)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    setTimeout(() => reject(new Error(`not ready after ${patienceMs / 60_000} min`)), patienceMs).unref()
    void ended.then(() => reject(new Error(`npm start ended: ${said.trim().split('\n').slice(-3).join(' ')}`)))
  })
  try {
    return await ready
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

/** As a person's shell would have it: none of what the bench itself was given. */
const environment = (port: number, data: string | undefined): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  ...Object.fromEntries(['PATH', 'HOME', 'USER', 'LANG'].map((name) => [name, process.env[name]])),
  PORT: String(port),
  DOUBLEREAD_DATA: data,
})
