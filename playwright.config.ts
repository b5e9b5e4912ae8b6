import { defineConfig } from '@playwright/test'
import { foundChromium } from './bin/testing/found-chromium'

// Run by `npm test`, or by hand beside a server: node bin/with-world.mjs playwright test
// A trace photographs every step of every test, those that pass too; who looks into a failure asks for one with --trace on.
const asRoot = process.getuid?.() === 0
// More than there are cores, since a browser that waits until nothing comes any more uses none: three left half of two cores idle.
const workers = 4
// A server answers on one core, so workers ask different ones where there are several; tests that ask without a browser do too.
const servers = (process.env['BASE_URLS'] ?? process.env['BASE_URL'] ?? 'http://localhost:3000').split(' ')
const baseURL = (process.env['BASE_URL'] = servers[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) % servers.length]!)

export default defineConfig({
  // Files are run by their names: what takes longest stands in early/, so that all workers end together. One project, since each new
  // one is begun by new workers, which read everything again.
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers,
  retries: 0,
  // A machine may be several times slower for a while; only what fails takes longer by this.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL,
    // Nobody waits as long as for a whole test for one thing to be pressed.
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    launchOptions: {
      executablePath: foundChromium() ?? '/usr/bin/chromium',
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-dev-shm-usage',
      ],
    },
  },
})
