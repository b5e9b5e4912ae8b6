/** The end of a study that scores responses: frozen by its admin, taken away criterion by criterion and answered with a reward model by a researcher. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect } from '../fixtures'

type Row = Record<'criterion_id' | 'group' | 'axis' | 'preferred' | 'decided_by' | 'overall' | 'a' | 'b' | 'label_a' | 'label_b', string> & { weight: number | null; scores_a: object; scores_b: object }

export async function freezeIt(desk: Page, slug: string, title: string): Promise<string> {
  await desk.goto(`/studies/${slug}/releases`)
  await desk.getByRole('button', { name: 'Compose a release' }).first().click()
  const begin = desk.getByRole('dialog', { name: 'Compose a release' })
  await begin.getByRole('textbox', { name: 'Title' }).fill(title)
  await begin.getByRole('button', { name: 'Begin' }).click()
  await desk.getByRole('checkbox', { name: 'Explicit-criteria pairs' }).check()
  await desk.getByRole('button', { name: 'Work out the preview' }).click()
  await expect(desk.getByText(/Would be version 1\.0\.0/)).toBeVisible({ timeout: 60_000 })
  await desk.getByRole('button', { name: 'Sign and freeze' }).first().click()
  const signing = desk.getByRole('dialog', { name: /Sign and freeze/ })
  await signing.getByLabel(/Your password/).fill(title)
  await signing.getByRole('button', { name: 'Sign and freeze' }).click()
  await desk.waitForURL((url) => /^\/releases\/[0-9a-f-]{36}$/.test(url.pathname), { timeout: 90_000 })
  return desk.url().split('/').at(-1)!
}

/** The explicit-criteria pairs, out of the release's table of files. */
export async function takePairs(page: Page, releaseId: string): Promise<Row[]> {
  await page.goto(`/releases/${releaseId}`)
  await page.getByRole('tab', { name: 'Files' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^explicit-criteria\// }).click()])
  return (await readFile(await download.path(), 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as Row)
}

/** Hands in what a system says and waits until it is scored; ends on the board. */
export async function handInSystem(page: Page, releaseId: string, system: string, lines: readonly object[]): Promise<void> {
  await page.goto(`/releases/${releaseId}/submit`, { waitUntil: 'networkidle' })
  await page.getByRole('textbox', { name: /^System/ }).fill(system)
  await page.locator('input[type=file]').setInputFiles({ name: `${system}.jsonl`, mimeType: 'application/jsonl', buffer: Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n')) })
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByRole('heading', { name: system })).toBeVisible()
  // The worker scores it; the page finds out by itself.
  await expect(page.getByRole('heading', { name: 'Scores', exact: true })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Leaderboard' }).first().click()
}

/** What the board says of one contestant, by measure. */
export async function onBoard(page: Page, name: RegExp): Promise<Record<string, string>> {
  const scores = page.getByRole('region', { name: /^Scores/ })
  const row = scores.getByRole('row', { name })
  await expect(row).toBeVisible({ timeout: 60_000 })
  const heads = await scores.getByRole('columnheader').allInnerTexts()
  const cells = await row.locator('th, td').allInnerTexts()
  return Object.fromEntries(heads.map((head, nth) => [head.trim(), cells[nth]!.trim().split(/\s/)[0]!]))
}
