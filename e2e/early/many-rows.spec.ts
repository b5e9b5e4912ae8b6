/** Every page that shows a list, with no row (in Chinese), with one and with 5,000: it draws a page's worth, and is never wider than the screen. */
import type { Page } from '@playwright/test'
import { expect, expectAccessible, sql, test } from '../fixtures'
import { longPages, makeLongStudy } from '../many-rows'

/** Of a page that holds a screen's rows and its frame; a list that is drawn whole has ten times as many. */
const mostElements = 5_000
const widths = [1440, 820, 360]

for (const rows of [0, 1, 5_000]) {
  test(`with ${rows} rows of everything, every page draws a page’s worth and is as wide as its screen`, async ({ as }) => {
    test.setTimeout(600_000)
    const study = await makeLongStudy(rows)
    // A person's own language goes before their browser's.
    const locale = rows === 0 ? 'zh-CN' : 'en'
    await sql('update person set locale = $1 where id = any($2)', [locale, [study.owner, study.admin, study.reader, study.judge].map(({ personId }) => personId)])
    const long: Record<string, number> = {}
    const wide: string[] = []
    const pages = new Map<string, Page>()
    for (const { who, url } of longPages(study)) {
      const page = pages.get(who) ?? (await as(study[who]))
      pages.set(who, page)
      expect((await page.goto(url))?.status(), url).toBe(200)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      const elements = await page.locator('*').count()
      if (elements > mostElements) long[url] = elements
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        if (over > 0) wide.push(`${url} at ${width}: ${over} px too wide`)
        if (process.env['SHOTS'])
          await page.screenshot({ path: `${process.env['SHOTS']}/${rows}-${who}${url.replace(study.slug, 's').replace(study.itemId, 'i').replaceAll('/', '_')}-${width}.png` })
      }
      if (rows !== 1) await expectAccessible(page)
    }
    expect({ long, wide }).toEqual({ long: {}, wide: [] })
  })
}
