/** `npm run shots`: the README's pictures, of the real pages in the demo world, light and dark, into public/shots. */
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { root } from './first/root.mjs'
import { findChromium } from './testing/find-chromium'

type Account = { email: string; password: string }
const base = process.env['BASE_URL']!
const accounts = JSON.parse(readFileSync(process.env['DEMO_ACCOUNTS']!, 'utf8')) as Account[]
const folder = path.join(root, 'public', 'shots')

async function signedIn(browser: Browser, who: string, theme: 'light' | 'dark', locale: 'en' | 'zh-CN'): Promise<Page> {
  const account = accounts.find(({ email }) => email.startsWith(who))!
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    baseURL: base,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.locator('input[name=email]').fill(account.email)
  await page.locator('input[name=password]').fill(account.password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await context.addCookies([
    { name: 'doubleread-theme', value: theme, url: base },
    { name: 'doubleread-locale', value: locale, url: base },
  ])
  return page
}

/** Opens what "continue" leads to in the named study. */
async function continued(page: Page, place: '/desk' | '/bench', study: string): Promise<void> {
  await page.goto(place)
  await page.getByRole('listitem').filter({ hasText: study }).locator('button[type=submit]').first().click()
  await page.waitForURL(new RegExp(`${place}/[0-9a-f-]{36}`))
}

const shots: { name: string; who: string; locale: 'en' | 'zh-CN'; go: (page: Page) => Promise<void> }[] = [
  { name: 'desk', who: 'chen.siyuan', locale: 'zh-CN', go: async (page) => void (await page.goto('/desk')) },
  { name: 'reading', who: 'chen.siyuan', locale: 'zh-CN', go: (page) => continued(page, '/desk', '中文医学科普事实核查') },
  { name: 'rubric', who: 'chen.siyuan', locale: 'zh-CN', go: (page) => continued(page, '/desk', '患者留言评分细则') },
  { name: 'scoring', who: 'chen.siyuan', locale: 'zh-CN', go: (page) => continued(page, '/desk', '患者留言回答评分') },
  { name: 'bench', who: 'gu.huaiyuan', locale: 'zh-CN', go: (page) => continued(page, '/bench', '中文医学科普事实核查') },
  {
    name: 'study',
    who: 'ingrid.solberg',
    locale: 'en',
    go: async (page) => void (await page.goto('/studies/clinical-notes-en')),
  },
  {
    name: 'protocol',
    who: 'ingrid.solberg',
    locale: 'en',
    go: async (page) => void (await page.goto('/studies/clinical-notes-en/protocol')),
  },
]

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
for (const theme of ['light', 'dark'] as const) {
  for (const { name, who, locale, go } of shots) {
    const page = await signedIn(browser, who, theme, locale)
    await go(page)
    await page.waitForLoadState('networkidle')
    await page.locator('main h1, main h2').first().waitFor()
    await page.mouse.move(0, 0)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: path.join(folder, `${name}-${theme}.png`) })
    await page.context().close()
  }
}
await browser.close()
