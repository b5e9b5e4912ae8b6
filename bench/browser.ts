import { chromium, type Browser, type BrowserContext } from '@playwright/test'
import { findChromium } from '../bin/testing/find-chromium'
import type { Reader } from './scene'

/** The same browser and switches as the browser tests. */
export async function inBrowser<T>(reader: Reader, work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const url = process.env['BASE_URL'] ?? ''
  const browser: Browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } })
    await context.addCookies([
      { name: 'doubleread-session', value: reader.cookie, url },
      { name: 'doubleread-locale', value: 'en', url },
    ])
    return await work(context)
  } finally {
    await browser.close()
  }
}
