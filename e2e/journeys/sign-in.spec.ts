/** The door as people meet it: with the accounts that a start has printed, by the form, in the language that is theirs. */
import { readFileSync, statSync } from 'node:fs'
import { makePerson } from '@/prisma/factories'
import { expect, expectAccessible, sql, test } from '../fixtures'

type Account = { email: string; password: string; roles: string[]; name: string }

test('the accounts that a start has written down open the door by the form, and each lands where its work is', async ({ as }) => {
  const file = process.env['DEMO_ACCOUNTS']!
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as Account[]
  for (const account of accounts)
    expect(account).toEqual({ email: expect.stringMatching(/^\S+@\S+$/), password: expect.stringMatching(/^.{15,}$/), roles: expect.arrayContaining([expect.any(String)]), name: expect.stringMatching(/\S/) })
  expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length)

  for (const [role, landing] of [['reader', '/desk'], ['adjudicator', '/bench'], ['admin', '/studies']] as const) {
    const { email, password } = accounts.find(({ roles }) => roles.some((one) => one.includes(role)))!
    const page = await as(null)
    // Whoever is not signed in comes back to where they wanted to go.
    const answer = await page.goto(landing)
    const headers = answer!.headers()
    const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(headers['content-security-policy']!)![1]!
    const scripts = await page.locator('script').evaluateAll((all) => all.map((one) => (one as HTMLScriptElement).nonce))
    expect(new Set(scripts)).toEqual(new Set([nonce]))
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin' })
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('not the password at all')
    await page.keyboard.press('Enter')
    await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible()
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL(landing)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if (role !== 'admin') continue

    // A new document listens to keys once it is at rest.
    await page.waitForLoadState('networkidle')
    // From anywhere to anywhere by a few letters; and out again, after which the old page's address asks anew.
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Go to or do' })
    await expect(palette.getByPlaceholder('Type a place or an action…')).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.type('account')
    await page.keyboard.press('Enter')
    await page.waitForURL('/account')
    // A specialty that stands in its box is kept as if it had been added.
    await page.getByLabel('Specialties').and(page.locator('input')).fill('Cardiology')
    await page.getByRole('button', { name: 'Save profile' }).click()
    await expect.poll(() => sql('select from profile join person on person.id = person_id where email = $1 and $2 = any (specialties)', [email, 'cardiology'])).toHaveLength(1)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('sign out')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/sign-in/)
    await page.goto('/studies')
    await expect(page).toHaveURL(/\/sign-in\?then=/)
  }
})

test('who guesses is told to wait, whether or not there is such an account, and the right password waits too', async ({ as }) => {
  const { email } = await makePerson({ password: 'seventeen grey herons' })
  const page = await as(null, { locale: 'zh-CN' })
  await page.goto('/sign-in')
  for (const who of [email, 'nobody-of-that-name@example.org']) {
    await page.getByLabel('E-mail address').fill(who)
    const said: (string | null)[] = []
    for (let guess = 1; guess <= 11; guess++) {
      await page.getByLabel('Password', { exact: true }).fill(guess === 11 ? 'seventeen grey herons' : `guess number ${guess}`)
      const answered = page.waitForResponse((response) => response.url().includes('/api/auth/callback/password'))
      await page.keyboard.press('Enter')
      await answered
      await expect(page.getByRole('button', { name: 'Sign in' })).not.toHaveAttribute('aria-busy', 'true')
      said.push(await page.getByRole('alert').filter({ hasText: /\S/ }).first().textContent())
    }
    expect(said.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'The e-mail address or the password is not right.'))
    expect(said[10]).toMatch(/Too many attempts/)
  }
  expect(await sql(`select from session s join person p on p.id = s.person_id where p.email = $1`, [email])).toEqual([])
})
