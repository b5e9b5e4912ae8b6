/**
 * What every browser test starts from: `as(person)` gives a page in which that person is signed in, in a browser context of
 * their own. An error in any page's console fails the test.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { test as base, expect, type BrowserContextOptions, type Page } from '@playwright/test'
import axe from 'axe-core'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { tokenScopes, type TokenScope } from '@/lib/blinding/token-scopes'
import { disconnect } from '@/lib/db/client'
import type { Actor } from './scene'

export { expect }

export type As = (person: Pick<Actor, 'personId'> | null, options?: BrowserContextOptions) => Promise<Page>

const owner = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 4 })

/** SQL as the database's owner: to look at what truly stands there. */
export const sql = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await owner.query<Row>(text, values)).rows

/** The value of the cookie of somebody who has just signed in. */
export async function sessionCookie(personId: string): Promise<string> {
  const sessionId = randomUUID()
  await sql(`insert into session (id, person_id, expires_at) values ($1, $2, now() + interval '1 day')`, [
    sessionId,
    personId,
  ])
  return encode({ token: { sub: personId, sid: sessionId }, secret: process.env['NEXTAUTH_SECRET']! })
}

/** A token for a program of theirs; with every scope and for a day, unless told otherwise. */
export async function tokenOf(personId: string, scopes: readonly TokenScope[] = tokenScopes, lasts = '1 day'): Promise<string> {
  const secret = `dr_${randomBytes(32).toString('base64url')}`
  await sql(
    `insert into access_token (person_id, name, prefix, token_hash, scopes, expires_at) values ($1, 'walk', $2, $3, $4, now() + $5::interval)`,
    [personId, secret.slice(0, 9), createHash('sha256').update(secret).digest(), [...scopes], lasts],
  )
  return secret
}

/** Console errors that are the browser's own words for an answer the test asked for, or for a cut network. */
const expected = /Failed to load resource|net::ERR_(INTERNET_DISCONNECTED|FAILED|ABORTED)/

export const test = base.extend<{ as: As; consoleErrors: string[] }, { connected: void }>({
  connected: [
    async ({}, use) => {
      await use()
      await disconnect()
      await owner.end()
    },
    { scope: 'worker', auto: true },
  ],
  consoleErrors: async ({}, use) => {
    const errors: string[] = []
    await use(errors)
    expect(errors, 'errors in the console').toEqual([])
  },
  as: async ({ browser, baseURL, consoleErrors }, use) => {
    const open: { close: () => Promise<void> }[] = []
    await use(async (person, options = {}) => {
      // What is still fading in has no colours of its own yet, and stands where nothing will stand.
      // What a page asks for is answered by the server or by the test, and by nothing else; a test of the worker allows it.
      const context = await browser.newContext({ baseURL: baseURL!, locale: 'en-GB', reducedMotion: 'reduce', serviceWorkers: 'block', ...options })
      open.push(context)
      const cookies = [{ name: 'doubleread-locale', value: 'en', url: baseURL! }]
      if (person)
        cookies.push({ name: 'doubleread-session', value: await sessionCookie(person.personId), url: baseURL! })
      await context.addCookies(cookies)
      context.on('weberror', (error) => consoleErrors.push(String(error.error())))
      context.on('console', (message) => {
        if (message.type() === 'error' && !expected.test(message.text())) consoleErrors.push(message.text())
      })
      return context.newPage()
    })
    for (const context of open) await context.close()
  },
})

/** The same in the dark and in the light, as the person's system has it. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
}

/** WCAG 2.2 AA as far as a machine can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  // From one page to the next there is none for a moment.
  await expect(page).toHaveTitle(/./)
  // Once a document: it is half a megabyte, and a page is looked at several times.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (tags) => {
    // What has just come or changed its colours has them from the next frame on.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const found = await axe.run({ runOnly: tags, resultTypes: ['violations'] })
    // Nothing else of it is sent over.
    return found.violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) }))
  }, ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
  expect(violations).toEqual([])
}
