import { devices } from '@playwright/test'
import { medfact } from '@/lib/tasks/error-spans/templates/medfact'
import { expect, expectAccessible, sql, test } from '../fixtures'
import { answerOf, handIn } from '../readings'
import { makeScene } from '../scene'
import { beginReading, textBox } from '../words'

const phone = { ...devices['Pixel 7'], viewport: { width: 360, height: 780 } }
delete (phone as { defaultBrowserType?: string }).defaultBrowserType

/** More types of error than a phone has room for. */
const [group] = medfact.form.taxonomy as [(typeof medfact.form.taxonomy)[0]]
const taxonomy = [
  { ...group, types: Array.from({ length: 30 }, (_, n) => ({ ...group.types[0]!, code: `type${n}`, key: String.fromCodePoint(0x4e00 + n), name: { en: `A rather long name ${n + 1}`, 'zh-CN': `第${n + 1}类` } })) },
]

test('on a phone a selection made by touch is marked from the toolbar beside it, however many types there are, and the reading handed in', async ({
  as,
}) => {
  const scene = await makeScene({ taxonomy })
  const page = await as(scene.people.ann, phone)
  await beginReading(page)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.getByRole('radio', { name: /Erroneous/ }).tap()
  const word = await textBox(page).evaluate((box) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
    let node = walker.nextNode()
    while (node && !node.textContent?.includes('Metformin')) node = walker.nextNode()
    const range = document.createRange()
    const from = node!.textContent!.indexOf('Metformin')
    range.setStart(node!, from)
    range.setEnd(node!, from + 'Metformin'.length)
    const { x, y, width, height } = range.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  })
  // A finger that rests on the word, and is lifted once the word is selected.
  const finger = await page.context().newCDPSession(page)
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [word] })
  await expect(page.getByRole('toolbar', { name: /Mark the selection/ })).toBeVisible()
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await page
    .getByRole('toolbar', { name: /Mark the selection/ })
    .getByRole('button')
    .first()
    .tap()
  await expect(page.getByRole('heading', { name: /Metformin/ })).toBeVisible()
  await page
    .getByRole('button', { name: /Hand in/ })
    .first()
    .tap()
  await expect
    .poll(() =>
      sql(`select answer -> 'spans' -> 0 ->> 'quote' as quote from judgment where study_id = $1`, [scene.studyId]),
    )
    .toEqual([{ quote: 'Metformin' }])
})

test('on a phone a dispute is settled by touch: readings side by side in its width, one taken whole, with its reasons', async ({ as }) => {
  const text = 'Metformin is contraindicated in type 2 diabetes.'
  const scene = await makeScene({ items: [{ text, language: 'en' }] })
  await handIn(scene, 'ann', answerOf('erroneous', text, { marked: 9 }))
  await handIn(scene, 'ben', answerOf('erroneous', text, { marked: 12 }))
  const page = await as(scene.people.judge, phone)
  await page.goto('/bench')
  await page.getByRole('button', { name: 'Begin deciding' }).tap()
  await expect(page.getByRole('heading', { name: /Points of difference/ })).toBeVisible()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.getByRole('button', { name: 'Take A whole' }).tap()
  await page.getByRole('radio', { name: /Oversight/ }).tap()
  await page.getByRole('textbox', { name: /Why is it decided so/ }).fill('As the first says.')
  await page.getByRole('button', { name: 'Give verdict' }).first().tap()
  await expect(page.getByRole('heading', { name: 'That was the last one' })).toBeVisible()
  await expect
    .poll(() => sql(`select usable, rationale from verdict where study_id = $1`, [scene.studyId]))
    .toEqual([{ usable: true, rationale: 'As the first says.' }])
})
