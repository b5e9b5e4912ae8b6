import type { Page } from '@playwright/test'
import { expect, expectAccessible, sql, test } from '../fixtures'
import { answerOf, handIn } from '../readings'
import { makeScene, type Scene } from '../scene'

const text = 'Metformin is contraindicated in type 2 diabetes.'

/** A text on which two readers differ in place, waiting at the bench; `cases` of them. */
async function disputed(cases: number): Promise<Scene> {
  const texts = Array.from({ length: cases }, (_, n) => `${text} Case ${n + 1}.`)
  const scene = await makeScene({ items: texts.map((one) => ({ text: one, language: 'en' })) })
  for (const [who, marked] of [
    ['ann', 9],
    ['ben', 12],
  ] as const)
    for (const one of texts) await handIn(scene, who, answerOf('erroneous', one, { marked }))
  return scene
}
const verdictsOf = (scene: Scene) =>
  sql<{ version: number; usable: boolean; spans: number | null; cause: string; rationale: string }>(
    `select version, usable, jsonb_array_length(answer -> 'spans') as spans, cause, rationale from verdict where study_id = $1 order by decided_at, version`,
    [scene.studyId],
  )

/** Presses Tab (or Shift+Tab) until what has the focus is it; a trap or a hole in the order fails. */
async function tabTo(page: Page, target: ReturnType<Page['getByRole']>, key = 'Tab'): Promise<void> {
  for (let n = 0; n < 60; n++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

test('an adjudicator settles by keyboard alone: span by span, one reading whole, and an unusable item', async ({ as }) => {
  test.slow()
  const scene = await disputed(3)
  const page = await as(scene.people.judge)
  await page.goto('/bench')
  await expect(page.getByRole('button', { name: 'Begin deciding' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/bench\/[0-9a-f-]{36}$/)
  const points = page.getByRole('heading', { name: /Points of difference/ })
  const rationale = page.getByRole('textbox', { name: /Why is it decided so/ })
  await expect(points).toBeVisible()
  await expect(page.locator('[data-text-surface]')).toBeFocused()

  // The first: at the point of difference, what reading A says. What is missing takes the focus, in the order of the form.
  await page.keyboard.press(']')
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('radio', { name: /Oversight/ })).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(rationale).toBeFocused()
  await page.keyboard.type('The shorter one names the error.')
  await page.keyboard.press('Control+Enter')

  // The second: one reading whole, then corrected in the verdict's own editor.
  await expect.poll(async () => (await verdictsOf(scene)).length).toBe(1)
  await expect(points).toBeVisible()
  await expect(rationale).toHaveValue('')
  await expect(page.locator('[data-text-surface]')).toBeFocused()
  await page.keyboard.press('b')
  await page.keyboard.press('Shift+V')
  await expect(page.getByRole('heading', { name: 'The verdict', exact: true })).toBeVisible()
  await expectAccessible(page)
  const correction = page.getByRole('textbox', { name: /^Correction/ })
  const surface = page.getByRole('application', { name: 'Text to judge' })
  await tabTo(page, surface)
  await page.keyboard.press(']')
  await page.keyboard.press('Enter')
  await expect(correction).toBeFocused()
  await page.keyboard.type('Metformin is first-line')
  await tabTo(page, page.getByRole('radio', { name: /Gap in the taxonomy/ }).or(page.getByRole('radio', { name: /Oversight/ })).first())
  await page.keyboard.press('Space')
  await tabTo(page, rationale)
  await page.keyboard.type('As B says, with the correction.')
  await page.keyboard.press('Control+Enter')

  // The third: nobody can judge it.
  await expect.poll(async () => (await verdictsOf(scene)).length).toBe(2)
  await expect(points).toBeVisible()
  await expect(page.locator('[data-text-surface]')).toBeFocused()
  await page.keyboard.press('Shift+U')
  await expect(page.getByRole('switch', { name: /unusable/ }).or(page.getByRole('checkbox', { name: /unusable/ }))).toBeChecked()
  await expect(page.getByText('The item is unusable. The verdict will hold no answer.')).toBeVisible()
  await page.keyboard.press('Shift+R')
  await expect(rationale).toBeFocused()
  await page.keyboard.type('Cut off in the middle.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('radio', { name: /Oversight/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'That was the last one' })).toBeVisible()

  await expect.poll(async () => (await verdictsOf(scene)).length).toBe(3)
  const [first, second, third] = await verdictsOf(scene)
  expect(first).toMatchObject({ usable: true, spans: 1, cause: 'oversight', rationale: 'The shorter one names the error.' })
  expect(second).toMatchObject({ usable: true, spans: 1, cause: 'oversight' })
  expect(third).toMatchObject({ usable: false, spans: null, cause: 'missing-context', rationale: 'Cut off in the middle.' })
})

test('a closed item goes to the bench again with a reason: a second version, and its history shows both', async ({ as }) => {
  test.slow()
  const scene = await disputed(1)
  const settle = async (key: string, why: string) => {
    const bench = await as(scene.people.judge)
    await bench.goto('/bench')
    await bench.getByRole('button', { name: 'Begin deciding' }).click()
    await expect(bench.locator('[data-text-surface]')).toBeFocused()
    await bench.keyboard.press(key)
    await bench.getByRole('radio', { name: /Ambiguous guideline/ }).check()
    await bench.getByRole('textbox', { name: /Why is it decided so/ }).fill(why)
    return bench
  }
  const first = await settle('a', 'First thought.')
  await first.keyboard.press('Control+Enter')
  await expect(first.getByRole('heading', { name: 'That was the last one' })).toBeVisible()
  await expect.poll(async () => (await verdictsOf(scene)).length).toBe(1)

  const admin = await as(scene.people.admin)
  await admin.goto(`/studies/${scene.slug}/items/${scene.itemIds[0]}`)
  await expectAccessible(admin)
  await admin.getByRole('button', { name: 'Re-open…' }).click()
  const dialog = admin.getByRole('alertdialog')
  await expectAccessible(admin)
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('A new guideline on metformin.')
  await dialog.getByRole('button', { name: 'Re-open' }).click()
  await expect(dialog).toBeHidden()
  await expect(admin.getByText('A new guideline on metformin.').first()).toBeVisible()

  const second = await settle('b', 'Second thought.')
  await expect(second.getByText('This item was decided before and has been re-opened')).toBeVisible()
  await expect(second.getByText('First thought.')).toBeVisible()
  await expectAccessible(second)
  await second.keyboard.press('Control+Enter')
  await expect(second.getByRole('heading', { name: 'That was the last one' })).toBeVisible()
  await expect
    .poll(() => verdictsOf(scene))
    .toMatchObject([
      { version: 1, rationale: 'First thought.' },
      { version: 2, rationale: 'Second thought.' },
    ])

  await admin.reload()
  await expect(admin.getByText('Second thought.')).toBeVisible()
  await expect(admin.getByText('First thought.')).toBeVisible()
  await expect(admin.getByRole('heading', { name: 'Version 2' })).toBeVisible()
  await expect(admin.getByRole('heading', { name: 'Version 1' })).toBeVisible()
  expect(
    await sql(`select detail ->> 'reason' as reason from audit_event where item_id = $1 and kind = 'item-reopened'`, [
      scene.itemIds[0],
    ]),
  ).toEqual([{ reason: 'A new guideline on metformin.' }])
})
