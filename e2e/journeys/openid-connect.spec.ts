import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { freePort } from '@/bin/first/ports.mjs'
import { makePerson, viewerOf } from '@/prisma/factories'
import { deactivatePerson } from '@/lib/services/deactivate-person'
import { expect, expectAccessible, sql, test as base } from '../fixtures'
import { startProvider, type Provider } from '../identity-provider'

/** A server of its own, told of a provider of its own: the world's other tests run without one. */
const test = base.extend<object, { house: { url: string; provider: Provider } }>({
  house: [
    async ({}, use) => {
      const provider = await startProvider()
      const [build, port] = [process.env['BUILD']!, await freePort()]
      const url = `http://127.0.0.1:${port}`
      const server = spawn(process.execPath, [path.join(build, 'server.js')], {
        cwd: build,
        stdio: 'ignore',
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          NODE_ENV: 'production',
          PORT: String(port),
          HOSTNAME: '127.0.0.1',
          NEXTAUTH_URL: url,
          OIDC_ISSUER: provider.issuer,
          OIDC_CLIENT_ID: provider.client.id,
          OIDC_CLIENT_SECRET: provider.client.secret,
          OIDC_NAME: 'Meridian',
        },
      })
      await expect
        .poll(() => fetch(`${url}/api/health`).then((answer) => answer.ok, () => false), { timeout: 60_000 })
        .toBe(true)
      await use({ url, provider })
      server.kill()
      await provider.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})
test.describe.configure({ mode: 'serial' })

async function signInAs(page: Page, house: { url: string; provider: Provider }, claims: Provider['claims'], tamper: Provider['tamper'] = 'nothing') {
  house.provider.claims = claims
  house.provider.tamper = tamper
  await page.goto(`${house.url}/sign-in?then=/account`)
  await page.getByRole('button', { name: 'Sign in with Meridian' }).click()
}
const sessionsOf = (email: string) =>
  sql(`select s.id from session s join person p on p.id = s.person_id where p.email = $1`, [email])
const noAccount = /no active account here has its verified e-mail address/
const failed = 'The other sign-in did not complete. Please try again.'

test('a verified address of an active person signs them in, and brings them to where they wanted to go', async ({ as, house }) => {
  const person = await makePerson({ name: 'Ida Meridian' })
  const page = await as(null)
  await page.goto(`${house.url}/sign-in`)
  await expectAccessible(page)
  await signInAs(page, house, { email: person.email.toUpperCase(), email_verified: true })
  await page.waitForURL(`${house.url}/account`)
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ida Meridian')
  expect(
    await sql(`select detail ->> 'by' as by from audit_event e join audit_actor a on a.event_id = e.id where kind = 'sign-in' and person_id = $1`, [person.personId]),
  ).toEqual([{ by: 'oidc' }])
})

test('a first password is set only by who has just shown the provider who they are', async ({ as, house }) => {
  const person = await makePerson()
  const page = await as(null)
  await signInAs(page, house, { email: person.email, email_verified: true })
  await page.waitForURL(`${house.url}/account`)
  const fresh = page.getByLabel('New password', { exact: true })
  // The provider knew them still: they showed who they are an hour ago.
  await expect(fresh).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign in with Meridian' }).click()
  await fresh.fill('seventeen grey herons')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByLabel('Current password', { exact: true })).toBeVisible()
  expect(await sessionsOf(person.email)).toHaveLength(2)
  expect(await sql(`select from session s join person p on p.id = s.person_id where p.email = $1 and revoked_at is null`, [person.email])).toHaveLength(1)
})

test('an address that is not verified, unknown or of somebody deactivated gets in nowhere, with one and the same sentence', async ({ as, house }) => {
  const [person, gone, owner] = [await makePerson(), await makePerson(), await makePerson({ owner: true })]
  await deactivatePerson(await viewerOf(owner.personId), { personId: gone.personId })
  for (const claims of [
    { email: person.email, email_verified: false },
    { email: person.email },
    { email: gone.email, email_verified: true },
    { email: 'newcomer@meridian.example.org', email_verified: true },
    { email_verified: true },
  ]) {
    const page = await as(null)
    await signInAs(page, house, claims)
    await expect(page.getByText(noAccount), JSON.stringify(claims)).toBeVisible()
    await page.goto(`${house.url}/account`)
    await expect(page).toHaveURL(/\/sign-in/)
  }
  expect([...(await sessionsOf(person.email)), ...(await sessionsOf(gone.email))]).toEqual([])
  expect(await sql(`select from person where email = 'newcomer@meridian.example.org'`)).toEqual([])
})

test('another state, another nonce, a foreign signature or a token for another client signs nobody in', async ({ as, house }) => {
  const person = await makePerson()
  for (const tamper of ['state', 'nonce', 'signature', 'audience'] as const) {
    const page = await as(null)
    await signInAs(page, house, { email: person.email, email_verified: true }, tamper)
    await expect(page.getByText(failed), tamper).toBeVisible()
    expect(await sessionsOf(person.email), tamper).toEqual([])
  }
})

test('the way back from the provider works once, and only in the browser that went there', async ({ as, house }) => {
  const person = await makePerson()
  const mine = await as(null)
  // Held back at the provider: an attacker wants the victim's browser to follow it and be signed in as somebody else.
  house.provider.holds = true
  await signInAs(mine, house, { email: person.email, email_verified: true })
  await expect(mine.getByRole('heading', { name: 'Are you sure?' })).toBeVisible()
  house.provider.holds = false
  const address = house.provider.lastReturn
  const victim = await as(null)
  await victim.goto(address)
  await expect(victim.getByText(failed)).toBeVisible()
  expect(await sessionsOf(person.email)).toEqual([])
  await mine.goto(address)
  await mine.waitForURL(`${house.url}/account`)
  const again = await as(null)
  await again.goto(address)
  await expect(again.getByText(failed)).toBeVisible()
  expect(await sessionsOf(person.email)).toHaveLength(1)
})
