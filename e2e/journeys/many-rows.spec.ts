/** Every page that shows a list, with no row, with one and with 5,000: answered in time, and never wider than the screen. */
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../fixtures'
import { makeLongStudy, type LongStudy } from '../many-rows'

/** Time until the whole page has left the server; a person's patience, on a machine that does other things too. */
const patienceMs = 1_000
const widths = [1440, 820, 360]

test.use({ trace: 'off' })

const pagesOf = ({ slug, itemId }: LongStudy): { who: 'owner' | 'admin' | 'reader' | 'judge'; url: string }[] => [
  ...['/desk', '/desk/done'].map((url) => ({ who: 'reader' as const, url })),
  ...['/bench', '/bench/done'].map((url) => ({ who: 'judge' as const, url })),
  ...['/studies', '/people'].map((url) => ({ who: 'owner' as const, url })),
  ...['', '/items', '/batches', '/import', '/people', '/protocol', '/threads', '/audit', '/settings', '/downloads'].map((part) => ({
    who: 'admin' as const,
    url: `/studies/${slug}${part}`,
  })),
  ...(itemId ? [{ who: 'admin' as const, url: `/studies/${slug}/items/${itemId}` }] : []),
]

/** The best of three: what the page costs, not what the machine was busy with. */
async function serverMs(page: Page, url: string): Promise<number> {
  let best = Infinity
  for (let n = 0; n < 3; n++) {
    const began = performance.now()
    const answer = await page.request.get(url)
    await answer.body()
    expect(answer.status(), url).toBe(200)
    best = Math.min(best, performance.now() - began)
  }
  return Math.round(best)
}

for (const rows of [0, 1, 5_000]) {
  test(`with ${rows} rows of everything, every page is there in a second and as wide as its screen`, async ({ as }) => {
    test.setTimeout(600_000)
    const study = await makeLongStudy(rows)
    const slow: Record<string, number> = {}
    const wide: string[] = []
    const pages = new Map<string, Page>()
    for (const { who, url } of pagesOf(study)) {
      const page = pages.get(who) ?? (await as(study[who]))
      pages.set(who, page)
      const ms = rows > 1 ? await serverMs(page, url) : 0
      if (ms > patienceMs) slow[url] = ms
      await page.goto(url)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        if (over > 0) wide.push(`${url} at ${width}: ${over} px too wide`)
        if (process.env['SHOTS'])
          await page.screenshot({ path: `${process.env['SHOTS']}/${rows}-${who}${url.replace(study.slug, 's').replace(study.itemId, 'i').replaceAll('/', '_')}-${width}.png` })
      }
      if (rows !== 1) await expectAccessible(page)
    }
    expect({ slow, wide }).toEqual({ slow: {}, wide: [] })
  })
}
