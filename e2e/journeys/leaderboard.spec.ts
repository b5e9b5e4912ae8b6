import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { frozenRelease } from '@/lib/services/testing/frozen-release'
import { expect, expectAccessible, sql, test } from '../fixtures'

type Input = { id: string; text: string }

/** Says of every item what `of` says, as JSON Lines in a file of its own. */
const fileOf = (name: string, lines: readonly unknown[]) => ({
  name,
  mimeType: 'application/jsonl',
  buffer: Buffer.from(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')),
})
const scoresOf = (page: Page) => page.getByRole('region', { name: /^Scores/ })

test('a system is handed in, scored beside the human readers and judged by an expert; no label and no name gets out', async ({ as }) => {
  test.slow()
  const release = await frozenRelease({ sql })
  const board = `/releases/${release.releaseId}/board`

  const researcher = await as(release.researcher)
  await researcher.goto(board)
  await expect(researcher.getByText('Nobody is on this board yet')).toBeVisible()
  await expectAccessible(researcher)
  await researcher.getByRole('link', { name: 'Submit predictions' }).first().click()
  await expect(researcher.getByRole('heading', { name: 'Submit predictions', level: 1 })).toBeVisible()
  await expectAccessible(researcher)

  const [inputs] = await Promise.all([researcher.waitForEvent('download'), researcher.getByRole('link', { name: 'Download the inputs' }).click()])
  const items = (await readFile(await inputs.path(), 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as Input)
  expect(items).toHaveLength(6)
  expect(Object.keys(items[0]!).sort()).toEqual(['id', 'language', 'specialty', 'text', 'textSha256'])

  // The first names another place than the verdict, the second the right one, of the rest nothing is said to be wrong.
  const predictions = items.map(({ id }, nth) => ({ id, veracity: nth < 2 ? 'erroneous' : 'correct', spans: nth < 2 ? [nth ? { start: 6, end: 7 } : { start: 0, end: 5 }] : [] }))
  await researcher.getByRole('textbox', { name: /^System/ }).fill('secret-model 1')
  await researcher.getByRole('checkbox', { name: /Anonymous on the board/ }).check()
  const file = researcher.locator('input[type=file]')
  await file.setInputFiles(fileOf('bad.jsonl', predictions.with(1, { ...predictions[1]!, spans: [{ start: 6, end: 9_999 }] })))
  await researcher.getByRole('button', { name: 'Hand in' }).click()
  await expect(researcher.getByText('One line cannot be scored')).toBeVisible()
  await expect(researcher.getByRole('row').filter({ has: researcher.getByRole('rowheader', { name: '2', exact: true }) })).toContainText('spans[0]')
  await expectAccessible(researcher)

  await researcher.getByRole('button', { name: 'Another file' }).click()
  await file.setInputFiles(fileOf('good.jsonl', predictions))
  await researcher.getByRole('button', { name: 'Hand in' }).click()
  await expect(researcher.getByRole('heading', { name: 'secret-model 1' })).toBeVisible()
  // The worker scores it; the page finds out by itself.
  await expect(researcher.getByText('Counts of a hidden split would give labels away')).toBeVisible({ timeout: 60_000 })
  await expect(researcher.getByText('The labels of this split are hidden, so single items are not shown.')).toBeVisible()
  await expectAccessible(researcher)

  await researcher.getByRole('link', { name: 'Leaderboard' }).first().click()
  const own = scoresOf(researcher).getByRole('row', { name: /secret-model 1/ })
  await expect(own).toContainText('yours')
  await expect(scoresOf(researcher).getByRole('row', { name: /Mean of the readers/ })).toBeVisible()
  await expect(scoresOf(researcher).getByRole('row', { name: /R-[0-9A-F]{10}/ })).toHaveCount(2)
  await expectAccessible(researcher)
  await researcher.getByRole('link', { name: 'Submissions', exact: true }).click()
  await expect(researcher.getByRole('row', { name: /secret-model 1/ })).toContainText('scored')
  await expectAccessible(researcher)

  const other = await as(release.other)
  await other.goto(board)
  await expect(scoresOf(other).getByRole('row', { name: /System A/ })).toBeVisible()
  expect(await other.content()).not.toContain('secret-model')

  const admin = await as(release.admin)
  await admin.goto(board)
  await admin.getByRole('button', { name: 'Put what is unmatched to the experts' }).click()
  await expect(admin.getByText(/questions? now waits? at the bench/)).toBeVisible()
  await expectAccessible(admin)

  const expert = await as(release.expert)
  await expert.goto('/bench')
  await expect(expert.getByText(/questions? waits? for you/)).toBeVisible()
  await expectAccessible(expert)
  await expert.getByRole('link', { name: 'Answer them' }).click()
  await expect(expert.getByRole('button', { name: 'Begin' })).toBeFocused()
  await expectAccessible(expert)
  await expert.keyboard.press('Enter')
  await expect(expert.getByRole('heading', { name: 'Do both places name the same error?', level: 1 })).toBeVisible()
  await expectAccessible(expert)
  const open = async () => (await sql<{ n: number }>('select count(*)::int as n from span_question where release_id = $1 and same is null', [release.releaseId]))[0]!.n
  for (let left = await open(); left > 0; left--) {
    const answered = expert.url()
    await expert.keyboard.press('s')
    await expect.poll(open).toBe(left - 1)
    if (left > 1) await expert.waitForURL((url) => url.href !== answered && /questions\/[0-9a-f-]{36}$/.test(url.pathname))
  }
  await expect(expert.getByText('Nothing is waiting')).toBeVisible()

  await admin.reload()
  await admin.getByRole('button', { name: 'Score by what they said' }).click()
  await expect(admin.getByText('One submission is being scored.')).toBeVisible()
  await expect
    .poll(async () => (await sql("select from evaluation where release_id = $1 and kind = 'system' and match = 'judged'", [release.releaseId])).length, { timeout: 60_000 })
    .toBe(1)
  await admin.goto(`${board}?match=judged`)
  await expect(scoresOf(admin).getByRole('row', { name: /secret-model 1/ })).toContainText('1.000')
})
