import type { Page } from '@playwright/test'
import { claimSeat } from '@/lib/services/claim-seat'
import { viewerOf } from '@/prisma/factories'
import { expect, expectAccessibleInBoth, sessionCookie, sql, test } from '../fixtures'
import { makeScene } from '../scene'
import { beginReading, markFirstWords, textBox } from '../words'

const text = 'Metformin is contraindicated in type 2 diabetes.'

/** As if the person had been at work for so long since the server last heard of it. */
const workedOffline = (page: Page, activeMs: number) =>
  page.evaluate(
    (worked) =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('doubleread')
        opening.addEventListener('success', () => {
          const drafts = opening.result.transaction('drafts', 'readwrite').objectStore('drafts')
          drafts.transaction.addEventListener('complete', () => done())
          const all = drafts.getAll()
          all.addEventListener('success', () => all.result.forEach((draft: object) => drafts.put({ ...draft, activeMs: worked })))
        })
      }),
    activeMs,
  )

/** What is written is in the browser's own store: a tab that is closed now loses nothing of it. */
const onDevice = (page: Page, note: string) =>
  expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<string[]>((done) => {
            const opening = indexedDB.open('doubleread')
            opening.addEventListener('success', () => {
              const all = opening.result.transaction('drafts').objectStore('drafts').getAll()
              all.addEventListener('success', () => done(all.result.map(({ body }: { body: { note: string } }) => body.note)))
            })
          }),
      ),
    )
    .toContain(note)

test('work done without a network is there after the tab is killed, and is saved when the network returns; what others have got meanwhile is kept for its writer alone, and taken up again once it is free', async ({
  as,
}) => {
  const scene = await makeScene({})
  const page = await as(scene.people.ann)
  await page.goto('/desk')
  await page.getByRole('button', { name: 'Begin reading' }).click()
  await page.waitForURL(/\/desk\/[0-9a-f-]{36}$/)
  const address = page.url()
  await page
    .getByRole('radio', { name: /Erroneous/ })
    .or(page.getByRole('button', { name: /Erroneous/ }))
    .first()
    .click()
  await expect(page.locator('[data-save-state=saved]')).toBeVisible()

  const context = page.context()
  await context.setOffline(true)
  await page.getByRole('textbox', { name: /^Note/ }).fill('Written on the train.')
  await expect(page.locator('[data-save-state=offline]')).toBeVisible()
  await expectAccessibleInBoth(page)
  await workedOffline(page, 600_000)
  await page.close({ runBeforeUnload: false })

  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address)
  await expect(again.getByRole('textbox', { name: /^Note/ })).toHaveValue('Written on the train.')
  await expect(again.locator('[data-save-state=saved]')).toBeVisible()
  await expect
    .poll(() => sql(`select body ->> 'note' as note, active_ms >= 600000 as "withItsTime" from draft where person_id = $1`, [scene.people.ann.personId]))
    .toEqual([{ note: 'Written on the train.', withItsTime: true }])

  // While the train is in the tunnel, both seats go to others.
  await context.setOffline(true)
  await again.getByRole('textbox', { name: /^Note/ }).fill('Too late.')
  await textBox(again).focus()
  await again.keyboard.press('c')
  await again.keyboard.press('Control+Enter')
  const lapse = (who: 'ann' | 'cem') => sql(`update seat set lease_until = now() - interval '1 second' where person_id = $1`, [scene.people[who].personId])
  await lapse('ann')
  for (const who of ['ben', 'cem'] as const) await claimSeat(await viewerOf(scene.people[who].personId), { studyId: scene.studyId, beyond: [] })
  await context.setOffline(false)
  await expect(again.getByText(/^This reading is no longer with you/)).toBeVisible()
  await again.goto('/desk')
  const keptIn = (tab: Page) => tab.locator('section').filter({ has: tab.getByRole('heading', { name: 'Kept, but no longer yours' }) })
  const kept = keptIn(again)
  await expect(kept).toContainText('Metformin is contraindicated')
  await expect(kept).toContainText('On this device')
  await context.addCookies([{ name: 'doubleread-session', value: await sessionCookie(scene.people.ben.personId), url: new URL(address).origin }])
  const bens = await context.newPage()
  await Promise.all([bens.waitForResponse((response) => response.url().endsWith('/api/work/kept')), bens.goto('/desk')])
  await expect(bens.getByRole('heading', { name: 'With you now' })).toBeVisible()
  await expect(keptIn(bens)).toHaveCount(0)
  await bens.close()
  await context.addCookies([{ name: 'doubleread-session', value: await sessionCookie(scene.people.ann.personId), url: new URL(address).origin }])
  await kept.getByRole('button', { name: /^Look at what you wrote/ }).click()
  const piece = again.getByRole('dialog')
  await expect(piece).toContainText('Too late.')
  await expectAccessibleInBoth(again)
  const download = again.waitForEvent('download')
  await piece.getByRole('button', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toMatch(/^kept-[0-9a-f]{8}\.json$/)
  await piece.getByRole('button', { name: 'Take it up again' }).click()
  await expect(piece).toContainText('There is none of it free for you at the moment.')
  await lapse('cem')
  await piece.getByRole('button', { name: 'Take it up again' }).click()
  await again.waitForURL(/\/desk\/[0-9a-f-]{36}$/)
  await expect(again.getByRole('textbox', { name: /^Note/ })).toHaveValue('Too late.')
  await expect(again.locator('[data-save-state=saved]')).toBeVisible()
})

test('a reload without a network brings the work back, to be gone on with and handed in; every other page says what is kept and opens by itself, and whoever signs out leaves no copy', async ({ as }) => {
  const scene = await makeScene({ items: [1, 2].map((n) => ({ text: `${text} Case ${n}.`, language: 'en' })) })
  const page = await as(scene.people.ann, { serviceWorkers: 'allow' })
  await beginReading(page)
  await markFirstWords(page, 1)
  await expect(page.locator('[data-save-state=saved]')).toBeVisible()
  const copies = () => page.evaluate(async () => (await Promise.all((await caches.keys()).filter((name) => name.startsWith('copies')).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat())
  const reading = page.url()
  await expect.poll(copies, { timeout: 60_000 }).toContain(reading)
  const note = page.getByRole('textbox', { name: /^Note/ })
  const shownOffline = async (written: string) => {
    await expect(note).toHaveValue(written)
    await expect(page.locator('[data-card]')).toHaveCount(1)
    await expect(page.locator('[data-save-state=offline]')).toBeVisible()
  }

  // What the server has, and what only this device has.
  await page.context().setOffline(true)
  await page.reload()
  await shownOffline('')
  await note.fill('Written in the tunnel.')
  await shownOffline('Written in the tunnel.')
  await onDevice(page, 'Written in the tunnel.')
  await page.goto('/desk')
  await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible()
  await expectAccessibleInBoth(page)
  await page.goto(reading)
  await shownOffline('Written in the tunnel.')
  await note.fill('Written in the tunnel, and after it.')
  await page.context().setOffline(false)
  await expect(page.locator('[data-save-state=saved]')).toBeVisible()
  await textBox(page).focus()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Reading 2 of this visit.')).toBeAttached()
  await expect
    .poll(() => sql(`select answer ->> 'note' as note, jsonb_array_length(answer -> 'spans') as marks from judgment where study_id = $1`, [scene.studyId]))
    .toEqual([{ note: 'Written in the tunnel, and after it.', marks: 1 }])
  await expect.poll(copies, { timeout: 60_000 }).toEqual([page.url()])

  await page.context().setOffline(true)
  await page.goto('/desk')
  await expect(page.getByRole('heading', { name: '没有网络连接' })).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByRole('heading', { name: 'Desk', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  await expect.poll(copies, { timeout: 60_000 }).toEqual([])
})

test('a save whose answer was lost with the tab is taken up without a question', async ({ as }) => {
  const scene = await makeScene({})
  const page = await as(scene.people.ann)
  await beginReading(page)
  const address = page.url()
  const note = page.getByRole('textbox', { name: /^Note/ })
  await note.fill('Heard.')
  await expect(page.locator('[data-save-state=saved]')).toBeVisible()
  // It reaches the server; the answer never reaches the tab.
  let arrived = () => {}
  const saved = new Promise<void>((resolve) => (arrived = resolve))
  await page.route('**/api/work/drafts', async (route) => {
    await route.fetch()
    arrived()
  })
  await note.fill('Heard. And not heard.')
  await saved
  await note.fill('Heard. And not heard. And never sent.')
  await onDevice(page, 'Heard. And not heard. And never sent.')
  await page.close({ runBeforeUnload: false })

  const again = await page.context().newPage()
  await again.goto(address)
  await expect(again.getByRole('textbox', { name: /^Note/ })).toHaveValue('Heard. And not heard. And never sent.')
  await expect(again.locator('[data-save-state=saved]')).toBeVisible()
  await expect(again.getByRole('dialog')).toHaveCount(0)
  expect(
    await sql(`select body ->> 'note' as note from draft where person_id = $1`, [scene.people.ann.personId]),
  ).toEqual([{ note: 'Heard. And not heard. And never sent.' }])
})

test('what is handed in without a network is kept, leaves nothing to write on, and arrives once: the next comes by itself, or it is sent from whatever page is opened next', async ({ as }) => {
  const scene = await makeScene({ items: [1, 2, 3].map((n) => ({ text: `${text} Case ${n}.`, language: 'en' })) })
  const page = await as(scene.people.ann)
  await page.goto('/desk')
  await page.getByRole('button', { name: 'Begin reading' }).click()
  await page.waitForURL(/\/desk\/[0-9a-f-]{36}$/)
  await textBox(page).focus()
  // What is to be read next is asked for as soon as something is begun.
  const claimed = page.waitForResponse((response) => response.url().endsWith('/api/desk/claim'))
  await page.keyboard.press('c')
  await (await claimed).finished()
  await expect(page.locator('[data-save-state=saved]')).toBeVisible()
  const context = page.context()
  const awaited = page.getByRole('heading', { name: 'Waiting for the next reading' })
  const handInAll = async () => {
    await expect(textBox(page)).toBeFocused()
    await page.keyboard.press('c')
    await page.keyboard.press('Control+Enter')
  }
  await context.setOffline(true)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Reading 2 of this visit.')).toBeAttached()
  await handInAll()
  await expect(awaited).toBeFocused()
  await expect(textBox(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Hand in' })).toHaveCount(0)
  await expect(page.getByText('2 readings are kept on this device and will be handed in')).toBeVisible()
  await expectAccessibleInBoth(page)
  expect(await sql('select from judgment where study_id = $1', [scene.studyId])).toHaveLength(0)
  await context.setOffline(false)
  await expect(page.getByText('Reading 3 of this visit.')).toBeAttached()
  await expect.poll(async () => (await sql('select from judgment where study_id = $1', [scene.studyId])).length).toBe(2)

  await context.setOffline(true)
  await handInAll()
  await expect(page.getByText(/kept on this device and will be handed in/)).toBeVisible()
  await expect(awaited).toBeVisible()
  await page.close()
  await context.setOffline(false)
  const next = await context.newPage()
  await next.goto('/account')
  await expect(next.getByText('What was kept on this device has been handed in.')).toBeVisible()
  await expectAccessibleInBoth(next)
  await expect
    .poll(async () => (await sql('select from judgment where study_id = $1', [scene.studyId])).length)
    .toBe(3)
})

test('two tabs on one reading: each is told of the other, nothing is overwritten and nothing older handed in', async ({ as }) => {
  const scene = await makeScene({})
  const one = await as(scene.people.ann)
  await beginReading(one)
  await textBox(one).focus()
  await one.keyboard.press('c')
  await expect(one.locator('[data-save-state=saved]')).toBeVisible()
  const two = await one.context().newPage()
  await two.goto(one.url())
  await expect(two.getByRole('textbox', { name: /^Note/ })).toBeVisible()

  await one.getByRole('textbox', { name: /^Note/ }).fill('From the first tab.')
  await expect(one.locator('[data-save-state=saved]')).toBeVisible()
  await two.getByRole('textbox', { name: /^Note/ }).fill('From the second tab.')
  const choice = two.getByRole('dialog', { name: 'Two versions of this work' })
  await expect(choice).toBeVisible()
  await expect(choice).toContainText('From the first tab.')
  await expectAccessibleInBoth(two)
  expect(
    await sql(`select body ->> 'note' as note from draft where person_id = $1`, [scene.people.ann.personId]),
  ).toEqual([{ note: 'From the first tab.' }])
  await choice.getByRole('button', { name: 'Keep this one' }).click()
  await expect(two.locator('[data-save-state=saved]')).toBeVisible()
  expect(
    await sql(`select body ->> 'note' as note from draft where person_id = $1`, [scene.people.ann.personId]),
  ).toEqual([{ note: 'From the second tab.' }])

  await one.bringToFront()
  await one.keyboard.press('Control+Enter')
  await expect(one.getByText(/changed in another tab or on another device/)).toBeVisible()
  expect(await sql('select from judgment where study_id = $1', [scene.studyId])).toHaveLength(0)
  await one.getByRole('button', { name: 'Go back to it' }).click()
  await expect(one.getByRole('textbox', { name: /^Note/ })).toHaveValue('From the second tab.')
})

test('a session that ends while writing loses nothing, and somebody else who signs in does not get it', async ({ as }) => {
  const scene = await makeScene({})
  const page = await as(scene.people.ann)
  await page.goto('/desk')
  await page.getByRole('button', { name: 'Begin reading' }).click()
  await page.waitForURL(/\/desk\/[0-9a-f-]{36}$/)
  await sql('update session set revoked_at = now() where person_id = $1', [scene.people.ann.personId])
  await page.getByRole('textbox', { name: /^Note/ }).fill('Still here.')
  await expect(page.locator('[data-save-state=signed-out]')).toBeVisible()
  await expectAccessibleInBoth(page)
  const cookieOf = async (personId: string) => [
    { name: 'doubleread-session', value: await sessionCookie(personId), url: new URL(page.url()).origin },
  ]
  await page.context().addCookies(await cookieOf(scene.people.ben.personId))
  await page.waitForResponse((response) => response.url().endsWith('/api/work/drafts') && response.status() === 401)
  await expect(page.locator('[data-save-state=signed-out]')).toBeVisible()
  expect(await sql('select from draft where person_id = $1', [scene.people.ben.personId])).toHaveLength(0)
  await page.context().addCookies(await cookieOf(scene.people.ann.personId))
  await sql('update session set revoked_at = null where person_id = $1', [scene.people.ann.personId])
  await expect(page.locator('[data-save-state=saved]')).toBeVisible()
  expect(
    await sql(`select body ->> 'note' as note from draft where person_id = $1`, [scene.people.ann.personId]),
  ).toEqual([{ note: 'Still here.' }])
})
