import { expect, sql, test } from '../fixtures'
import { makeScene } from '../scene'
import { beginReading, textBox } from '../words'

test('with the mouse, words of every script are marked exactly where they stand, a mark grows by its grip, and a click finds the marks that overlap', async ({ as }) => {
  const mixed = 'Metformin 💊 cures diabetes 👨‍👩‍👧 today.\r\nسكر الدم مرتفع جدا.\r\n二甲双胍不能治愈糖尿病。 Re\u0301sume\u0301 follows.'
  const scene = await makeScene({ items: [{ text: mixed, language: 'en' }] })
  const page = await as(scene.people.ann)
  await beginReading(page)
  await page.getByRole('radio', { name: /Erroneous/ }).check()
  const open = page.locator('[data-card] button[aria-expanded=true]')
  const place = (words: string) =>
    textBox(page).evaluate((box, wanted) => {
      const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const from = node.textContent!.indexOf(wanted)
        if (from < 0) continue
        const range = document.createRange()
        range.setStart(node, from)
        range.setEnd(node, from + wanted.length)
        const { left, right, top, height } = range.getBoundingClientRect()
        return { left, right, y: top + height / 2 }
      }
      throw new Error(`no words ${wanted}`)
    }, words)
  const mark = async (words: string, key: string, rightToLeft = false) => {
    const { left, right, y } = await place(words)
    const [from, to] = rightToLeft ? [right - 1, left + 1] : [left + 1, right - 1]
    await page.mouse.move(from, y)
    await page.mouse.down()
    await page.mouse.move((from + to) / 2, y)
    await page.mouse.move(to, y)
    await page.mouse.up()
    await page.keyboard.press(key)
    await expect(open).toContainText(words)
  }
  await mark('cures', '1')
  await mark('👨‍👩‍👧', '2')
  await mark('الدم', '3', true)
  await mark('治愈', '4')
  await mark('Re\u0301sume\u0301', '5')
  const grip = (await page.locator('[data-grip=end]').boundingBox())!
  const end = await place('follows')
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.left, end.y)
  await page.mouse.move(end.right - 1, end.y)
  await page.mouse.up()
  await expect(page.getByRole('heading', { name: 'Re\u0301sume\u0301 follows' })).toBeVisible()
  await mark('follows', '6')
  await expect(open).not.toContainText('Re\u0301sume\u0301')
  const pick = await place('follows')
  await page.mouse.click((pick.left + pick.right) / 2, pick.y)
  await expect(open).toContainText('Re\u0301sume\u0301 follows')
  await page.mouse.click((pick.left + pick.right) / 2, pick.y)
  await expect(open).not.toContainText('Re\u0301sume\u0301')
  await expect(open).toContainText('follows')
  // A selection drawn down across its own toolbar ends where the pointer is, not at the end of the text.
  const [from, to] = [await place('Metformin'), await place('糖尿病')]
  await page.mouse.move(from.left + 1, from.y)
  await page.mouse.down()
  await page.mouse.move(from.right, from.y)
  await expect(page.getByRole('toolbar', { name: /Mark the selection/ })).toBeVisible()
  await page.mouse.move(to.left - 1, to.y, { steps: 12 })
  await page.mouse.up()
  await page.keyboard.press('1')
  await expect(open).toContainText(/不能治愈$/)
  await page.keyboard.press('Control+Enter')
  const spans = () =>
    sql<{ quote: string; there: string }>(
      `select s ->> 'quote' as quote, substr(i.text, (s ->> 'start')::int + 1, (s ->> 'end')::int - (s ->> 'start')::int) as there
         from judgment j join item i on i.id = j.item_id, jsonb_array_elements(j.answer -> 'spans') s where j.study_id = $1`,
      [scene.studyId],
    )
  await expect.poll(async () => (await spans()).map(({ quote }) => quote).toSorted()).toEqual(['cures', '👨‍👩‍👧', 'الدم', '治愈', 'Re\u0301sume\u0301 follows', 'follows', mixed.slice(0, mixed.indexOf('糖尿病'))].toSorted())
  for (const { quote, there } of await spans()) expect(there).toBe(quote)
})
