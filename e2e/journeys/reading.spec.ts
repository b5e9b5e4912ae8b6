import { medfact } from '@/lib/tasks/error-spans/templates/medfact'
import { expect, expectAccessible, sql, test } from '../fixtures'
import { makeScene } from '../scene'
import { caretSeen, textBox } from '../words'

const text = 'Metformin is contraindicated in type 2 diabetes.'
const longer = '\nIt lowers the glucose that the liver makes.'.repeat(40)

test('a reader judges three items by keyboard alone and lands on "last one"', async ({ as }) => {
  const { difficulty, confidence } = medfact.form.fields
  const scene = await makeScene({ items: [1, 2, 3].map((n) => ({ text: `${text} Case ${n}.${longer}`, language: 'en' })), fields: { difficulty, confidence } })
  const page = await as(scene.people.ann)
  await page.goto('/desk')
  await expectAccessible(page)
  await expect(page.getByRole('button', { name: 'Begin reading' })).toBeFocused()
  await page.keyboard.press('Enter')

  await page.waitForURL(/\/desk\/[0-9a-f-]{36}$/)
  await expectAccessible(page)
  await expect(textBox(page)).toBeFocused()
  // Wherever the caret goes in a text longer than the window, no bar lies over it.
  for (const keys of ['Control+End', 'PageUp', 'PageUp', 'ArrowUp', 'Control+Home']) {
    await page.keyboard.press(keys)
    await expect.poll(() => caretSeen(page), keys).toBe(true)
  }
  await page.keyboard.press('e')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  // The mark is drawn a frame before the rest follows; a key pressed within that frame finds all of it done, and marks nothing more.
  await textBox(page).evaluate((box) => {
    for (const [key, code] of [['1', 'Digit1'], ['2', 'Digit2']] as const)
      box.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('textbox', { name: /^Correction/ })).toBeFocused()
  await expect(page.getByText(/^“Metformin ?” marked as .+, 1 of 1\.$/)).toBeAttached()
  await page.keyboard.type('Insulin')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  for (const [keys, said] of [['Control+z', 'Undone.'], ['Control+Shift+z', 'Done again.']] as const) {
    await page.keyboard.press(keys)
    await expect(page.getByText(said, { exact: true })).toBeAttached()
  }
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Q')
  await expect(page.getByRole('textbox', { name: 'Your question' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(textBox(page)).toBeFocused()
  await page.keyboard.type('r32')
  let address = page.url()
  await page.keyboard.press('Control+Enter')

  for (let n = 2; n <= 3; n++) {
    await expect(page.getByText('Handed in.').first()).toBeVisible()
    await expect(page).not.toHaveURL(address)
    address = page.url()
    await expect(page.getByText('Read the text, then decide')).toBeVisible()
    await expect(page.getByText(`Reading ${n} of this visit.`)).toBeAttached()
    await expect(textBox(page)).toBeFocused()
    await page.keyboard.type('cr32')
    await page.keyboard.press('Control+Enter')
  }
  await expect(page.getByRole('heading', { name: 'That was the last one' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'Desk' })).toBeFocused()
  await expect
    .poll(() =>
      sql<{ spans: number }>(
        `select jsonb_array_length(j.answer -> 'spans') as spans, j.answer -> 'difficulty' as difficulty, j.answer -> 'confidence' as confidence from judgment j where study_id = $1 order by 1 desc`,
        [scene.studyId],
      ),
    )
    .toEqual([1, 0, 0].map((spans) => ({ spans, difficulty: 3, confidence: 2 })))
  const [judged] = await sql<{ quote: string; correction: string }>(
    `select j.answer -> 'spans' -> 0 ->> 'quote' as quote, j.answer -> 'spans' -> 0 ->> 'correction' as correction from judgment j where study_id = $1 and jsonb_array_length(j.answer -> 'spans') = 1`,
    [scene.studyId],
  )
  expect(judged?.quote.trim()).toBe('Metformin')
  expect(judged?.correction).toBe('Insulin')
})

test('time is counted and the lease prolonged while somebody is at it, and not on a page that nobody sees; a submission can be taken back as long as the message that confirms it says so, by key too', async ({ as }) => {
  const scene = await makeScene({ items: [1, 2].map((n) => ({ text: `${text} Case ${n}.`, language: 'en' })) })
  const page = await as(scene.people.ann)
  await page.clock.install()
  await page.goto('/desk')
  await page.getByRole('button', { name: 'Begin reading' }).click()
  await page.waitForURL(/\/desk\/[0-9a-f-]{36}$/)
  const first = page.url()
  await textBox(page).focus()
  await page.keyboard.press('c')
  let beats = 0
  page.on('request', (request) => void (request.url().endsWith('/api/work/heartbeat') && beats++))
  await page.clock.runFor(61_000)
  await expect.poll(() => beats).toBe(1)
  const see = (visibility: string) => page.evaluate((value) => Object.defineProperty(document, 'visibilityState', { value, configurable: true }), visibility)
  await see('hidden')
  for (let minute = 0; minute < 3; minute++) {
    await page.mouse.move(10 + minute, 10)
    await page.clock.runFor(60_000)
  }
  await see('visible')
  await page.getByRole('textbox', { name: /^Note/ }).fill('Four minutes later.')
  await expect(page.locator('[data-save-state=saved]')).toBeVisible()
  const [{ ms }] = (await sql<{ ms: number }>(`select active_ms as ms from draft where person_id = $1 and body ->> 'note' <> ''`, [scene.people.ann.personId])) as [{ ms: number }]
  expect(ms).toBeGreaterThan(55_000)
  expect(ms).toBeLessThan(120_000)
  // What was done between the first beat and the hiding is still told by the second.
  expect(beats).toBeLessThanOrEqual(2)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Take back' })).toBeVisible()
  await page.keyboard.press('Shift+Z')
  await expect(page).toHaveURL(first)
  await expect(textBox(page)).toBeFocused()
  expect(await sql('select from seat where study_id = $1 and submitted_at is not null', [scene.studyId])).toHaveLength(
    0,
  )
})
