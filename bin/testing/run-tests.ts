/**
 * `npm test`: lint and types beside floors and dead code, then unit and database tests, then browser tests; the first that fails
 * ends it. What was skipped is said before the last line, which is always `N passed, N failed`; a check that is not a test counts as one failure where it fails.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sentenceOf } from '../first/halt.mjs'
import { root } from '../first/root.mjs'
import { findChromium } from './find-chromium'
import { skippedTests } from './skipped-tests'
import { checkDeadCode, checkFloors, checkLintAndTypes, makeRouteTypes } from './static-steps'
import { step, tool } from './step'
import { throwawayServer } from './throwaway-server'
import { startWorld } from './world'

type Counts = { passed: number; failed: number }

export async function runTests(): Promise<number> {
  const reports = mkdtempSync(path.join(tmpdir(), 'doubleread-reports-'))
  const [vitestReport, playwrightReport] = [path.join(reports, 'vitest.json'), path.join(reports, 'playwright.json')]
  let error: unknown
  // Where there is none it is fetched beside everything else, which has no use for the network.
  const chromium = findChromium()
  chromium.catch(() => {})
  try {
    await makeRouteTypes()
    await Promise.all([checkLintAndTypes(), checkFloors().then(checkDeadCode)])
    const server = await throwawayServer()
    await testUnits(server, vitestReport)
    await testInBrowser(server, chromium, playwrightReport)
  } catch (caught) {
    error = caught
    console.error(sentenceOf(caught) ?? caught)
    // Nobody's packages are left half installed.
    await chromium.catch(() => {})
  }
  const counts = [ofVitest(vitestReport), ofPlaywright(playwrightReport)]
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  const skipped = skippedTests(readJson(vitestReport), root)
  rmSync(reports, { recursive: true, force: true })
  if (skipped.length > 0) console.log(`\n${skipped.join('\n')}`)
  console.log(`\n${passed} passed, ${error && !failed ? 1 : failed} failed`)
  return error || failed ? 1 : 0
}

type Server = Awaited<ReturnType<typeof throwawayServer>>

const testUnits = (server: Server, report: string) =>
  step('Unit and database tests', async () => {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    await tool('A unit or database test', 'vitest/vitest.mjs', args, {
      ...process.env,
      DATABASE_URL: server.url,
      FORCE_COLOR: '0',
    })
  })

async function testInBrowser(server: Server, fetched: Promise<string>, report: string): Promise<void> {
  const chromium = await fetched
  const world = await step('Production build and a fresh world', async () =>
    startWorld({ demo: true, careful: false, server, servers: 2, output: 2 }),
  )
  await step('Browser tests', () =>
    tool('A browser test', '@playwright/test/cli.js', ['test', '--reporter=line,json'], {
      ...process.env,
      ...world,
      CHROMIUM: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      FORCE_COLOR: '0',
    }),
  )
}

const readJson = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

function ofVitest(file: string): Counts {
  const { numPassedTests = 0, numFailedTests = 0 } = readJson(file) as {
    numPassedTests?: number
    numFailedTests?: number
  }
  return { passed: numPassedTests, failed: numFailedTests }
}

function ofPlaywright(file: string): Counts {
  const { stats } = readJson(file) as { stats?: { expected: number; unexpected: number; flaky: number } }
  return stats ? { passed: stats.expected, failed: stats.unexpected + stats.flaky } : { passed: 0, failed: 0 }
}
