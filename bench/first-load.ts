import { gzipSync } from 'node:zlib'
import { inBrowser } from './browser'
import { longReading } from './long-reading'
import { atMost, round, type Result } from './result'

/** What a browser that was never here loads in scripts to open the workbench, each script gzipped as a server would send it. */
export async function firstLoad(): Promise<Result[]> {
  const { reader, seatId } = await longReading(0)
  const scripts = new Map<string, number>()
  await inBrowser(reader, async (context) => {
    const page = await context.newPage()
    const waiting: Promise<unknown>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return
      waiting.push(
        response.body().then(
          (body) => scripts.set(response.url(), gzipSync(body).length),
          () => {},
        ),
      )
    })
    await page.goto(`/desk/${seatId}`)
    await page.locator('[data-text-surface]').waitFor()
    await page.waitForLoadState('networkidle')
    await Promise.all(waiting)
  })
  const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0)
  const kilobytes = bytes / 1000
  return [
    {
      measure: 'workbench: first-load JavaScript, gzip',
      value: round(kilobytes),
      unit: 'kB',
      goal: atMost(kilobytes, 200, '≤ 200 kB'),
    },
    { measure: 'workbench: scripts', value: scripts.size, unit: 'files' },
  ]
}
