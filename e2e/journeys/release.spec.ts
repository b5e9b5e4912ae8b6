/** Verdicts become a release: composed, previewed and signed by an admin, downloaded by a researcher, proved offline by anybody. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, expectAccessible, sql, test } from '../fixtures'
import { answerOf, handIn } from '../readings'
import { makeScene } from '../scene'

const run = promisify(execFile)
const doubleread = path.join(import.meta.dirname, '..', '..', 'bin', 'doubleread')

test('a release is composed, previewed, signed and frozen; its archive passes verification and goes on where it broke off', async ({ as }) => {
  const texts = Array.from({ length: 6 }, (_, n) => `${n} 💊 Metformin is given in case ${n}. 二甲双胍，第${n}例。`)
  const scene = await makeScene({ items: texts.map((text) => ({ text, language: 'en' })) })
  const { admin, researcher, ann, ben, stranger } = scene.people
  for (const who of ['ann', 'ben'] as const) {
    for (const _ of texts) await handIn(scene, who, answerOf('correct', ''))
  }

  const desk = await as(admin)
  await desk.goto(`/studies/${scene.slug}/releases`)
  await expectAccessible(desk)
  await desk.getByRole('button', { name: 'Compose a release' }).first().click()
  const begin = desk.getByRole('dialog', { name: 'Compose a release' })
  await begin.getByRole('textbox', { name: 'Title' }).fill('Tuesday benchmark')
  await begin.getByRole('button', { name: 'Begin' }).click()
  await expect(desk.getByText(/6 items would be in it/)).toBeVisible()
  await expectAccessible(desk)
  await desk.getByRole('button', { name: 'Work out the preview' }).click()
  await expect(desk.getByText(/Would be version 1\.0\.0/)).toBeVisible({ timeout: 60_000 })
  await expectAccessible(desk)
  await desk.getByRole('button', { name: 'Sign and freeze' }).first().click()
  const signing = desk.getByRole('dialog', { name: /Sign and freeze/ })
  // An account without a password signs with the release's title; anything else is refused.
  await signing.getByLabel(/Your password/).fill('something else')
  await signing.getByRole('button', { name: 'Sign and freeze' }).click()
  await expect(signing.getByRole('alert').first()).toBeVisible()
  await signing.getByLabel(/Your password/).fill('Tuesday benchmark')
  await signing.getByRole('button', { name: 'Sign and freeze' }).click()
  await desk.waitForURL((url) => /^\/releases\/[0-9a-f-]{36}$/.test(url.pathname), { timeout: 90_000 })
  await expect(desk.getByRole('heading', { level: 1, name: /Tuesday benchmark/ })).toBeVisible()
  const releaseId = desk.url().split('/').at(-1)!

  const page = await as(researcher, { acceptDownloads: true })
  await page.goto('/releases')
  await expectAccessible(page)
  await page.getByRole('link', { name: /Tuesday benchmark/ }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: /Tuesday benchmark/ })).toBeVisible()
  await expectAccessible(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download all' }).click()])
  const archive = await download.path()
  await run('unzip', ['-tq', archive])
  // As in a shell of its own: what this test's runner was started with is not the command's.
  const { NODE_OPTIONS: _runners, ...env } = process.env
  const { stdout } = await run(process.execPath, [doubleread, 'verify', archive, '--json'], { env })
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, problems: [] })

  const whole = await page.request.get(`/api/releases/${releaseId}/zip`)
  const bytes = await whole.body()
  const rest = await page.request.get(`/api/releases/${releaseId}/zip`, { headers: { range: 'bytes=1000-', 'if-range': whole.headers()['etag']! } })
  expect(rest.status()).toBe(206)
  expect(Buffer.compare(await rest.body(), bytes.subarray(1000))).toBe(0)
  const [recorded] = await sql<{ n: number }>('select count(*)::int as n from download where release_id = $1 and person_id = $2', [releaseId, researcher.personId])
  expect(recorded!.n).toBeGreaterThan(0)

  for (const other of [ann, ben, stranger]) {
    const nobody = await as(other)
    for (const address of [`/releases/${releaseId}`, `/api/releases/${releaseId}/zip`, `/api/releases/${releaseId}/files/README.md`])
      expect((await nobody.request.get(address)).status(), `${other.name} ${address}`).toBe(404)
  }
})
