/** A study's whole way by four people in sessions of their own, the first of whom knows nothing of the others' screens. */
import { readFile } from 'node:fs/promises'
import { passGrace } from '@/prisma/factories'
import { expect, expectAccessible, sql, test } from '../fixtures'
import { makeScene } from '../scene'
import { beginReading, markFirstWords } from '../words'

type Line = {
  id: string
  text: string
  veracity: string
  spans: { start: number; end: number; quote: string }[]
  verdict: { basis: string; cause: string | null }
}

test('from a file to adjudicated verdicts: import, open, read twice blind, settle, download', async ({ as }) => {
  const scene = await makeScene({ items: [], open: false })
  const { admin, ann, ben, judge } = scene.people
  const text = 'Metformin 💊 cures type 1 diabetes.\r\nسكر الدم مرتفع. 二甲双胍不能治愈糖尿病。'
  const file = Buffer.from(
    `${JSON.stringify({ id: 'case-1', text, language: 'en', sealed: { model: 'some model' } })}\n{"id":"case-2","txt":"no text"}\n`,
  )

  const desk = await as(admin, { acceptDownloads: true })
  await desk.goto(`/studies/${scene.slug}/import`)
  await expectAccessible(desk)
  await desk
    .locator('input[type=file]')
    .setInputFiles({ name: 'cases.jsonl', mimeType: 'application/jsonl', buffer: file })
  await desk.getByRole('button', { name: 'Check the whole file' }).click()
  await expect(desk.getByText('Your decision')).toBeVisible()
  await expect(desk.getByText(/txt/).first()).toBeVisible()
  await expectAccessible(desk)
  await desk.getByRole('button', { name: /Import the .*good row/ }).click()
  await expect(desk.getByText('1 item has come in.')).toBeVisible()

  await desk.goto(`/studies/${scene.slug}/batches`)
  await desk.getByRole('button', { name: 'Open a batch' }).click()
  const dialog = desk.getByRole('dialog', { name: 'Open a batch' })
  await dialog.getByLabel('Name', { exact: true }).fill('Tuesday')
  await expectAccessible(desk)
  await dialog.getByRole('button', { name: 'Open for reading' }).click()
  await expect(desk.getByText('1 item is open for reading.')).toBeVisible()

  // Two physicians mark different words: that alone is a dispute.
  for (const [person, words] of [
    [ann, 1],
    [ben, 3],
  ] as const) {
    const page = await as(person)
    await beginReading(page)
    await markFirstWords(page, words)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'That was the last one' })).toBeVisible()
    await expect
      .poll(
        async () =>
          (
            await sql('select from judgment j join seat s on s.id = j.seat_id where s.person_id = $1', [
              person.personId,
            ])
          ).length,
      )
      .toBe(1)
  }

  await passGrace(scene.studyId)
  const bench = await as(judge)
  await bench.goto('/bench')
  await expectAccessible(bench)
  await bench.getByRole('button', { name: 'Begin deciding' }).click()
  await bench.waitForURL(/\/bench\/[0-9a-f-]{36}$/)
  await expect(bench.getByRole('heading', { name: /Points of difference/ })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await bench.emulateMedia({ colorScheme })
    await expectAccessible(bench)
  }
  await bench
    .getByRole('button', { name: /Give verdict/ })
    .first()
    .click()
  await expect(bench.getByText(/missing before the verdict can be given|Why is it decided so/).first()).toBeVisible()
  await expectAccessible(bench)
  await bench.keyboard.press('a')
  await bench.keyboard.press('Shift+V')
  await expect(bench.getByRole('heading', { name: 'The verdict', exact: true })).toBeVisible()
  await expect(bench.getByRole('textbox', { name: /^Note/ })).toHaveCount(0)
  for (const colorScheme of ['dark', 'light'] as const) {
    await bench.emulateMedia({ colorScheme })
    await expectAccessible(bench)
  }
  await bench.keyboard.press('Shift+V')
  await bench.getByRole('textbox', { name: /Why is it decided so/ }).fill('The shorter span names the error.')
  await bench.getByRole('radio', { name: /Oversight/ }).check()
  await bench.keyboard.press('Control+Enter')
  await expect(bench.getByRole('heading', { name: 'That was the last one' })).toBeVisible()
  await expect
    .poll(
      async () =>
        (await sql<{ stage: string }>('select stage from item where study_id = $1', [scene.studyId]))[0]?.stage,
    )
    .toBe('closed')

  await desk.goto(`/studies/${scene.slug}/downloads`)
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: /Download Verdicts/ }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  expect(lines).toHaveLength(1)
  const [line] = lines
  expect(line).toMatchObject({ text, veracity: 'erroneous', verdict: { basis: 'adjudication', cause: 'oversight' } })
  expect(line?.spans).toHaveLength(1)
  for (const { start, end, quote } of line!.spans) expect([...text].slice(start, end).join('')).toBe(quote)
})
