import { devices } from '@playwright/test'
import { expect, expectAccessible, sql, test } from '../fixtures'
import { makeScene } from '../scene'
import { beginReading, textBox } from '../words'

const phone = { ...devices['Pixel 7'], viewport: { width: 360, height: 780 } }
delete (phone as { defaultBrowserType?: string }).defaultBrowserType

test('on a phone a selection made by touch is marked from the toolbar beside it, and the reading handed in', async ({
  as,
}) => {
  const scene = await makeScene({})
  const page = await as(scene.people.ann, phone)
  await beginReading(page)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.getByRole('radio', { name: /Erroneous/ }).tap()
  // What a long press does: the browser's own selection, made in the text.
  await textBox(page).evaluate((box) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
    let node = walker.nextNode()
    while (node && !node.textContent?.includes('Metformin')) node = walker.nextNode()
    const from = node!.textContent!.indexOf('Metformin')
    getSelection()!.setBaseAndExtent(node!, from, node!, from + 'Metformin'.length)
  })
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
