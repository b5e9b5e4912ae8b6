/** Where things are, by role and name, said once. */
import type { Locator, Page } from '@playwright/test'

/** The text that is read: focus it to move its caret. */
export const textBox = (page: Page): Locator => page.getByRole('application', { name: 'Text to judge' })

/** From the desk into the first reading. */
export async function beginReading(page: Page): Promise<void> {
  await page.goto('/desk')
  await page.getByRole('button', { name: /^(Begin reading|Continue)$/ }).click()
  await page.waitForURL(/\/desk\/[0-9a-f-]{36}$/)
}

/** Judges the text erroneous and marks its first `words` words with the first error type, all by keyboard. */
export async function markFirstWords(page: Page, words: number): Promise<void> {
  await textBox(page).focus()
  await page.keyboard.press('e')
  await page.keyboard.press('Control+Home')
  for (let n = 0; n < words; n++) await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('1')
}

/** Whether the caret is seen: nothing lies over its place, and no pane has scrolled it away. */
export const caretSeen = (page: Page): Promise<boolean> =>
  page.locator('[data-caret]').evaluate((caret) => {
    const { left, top, bottom } = caret.getBoundingClientRect()
    return [top + 1, bottom - 1].every((y) => document.elementFromPoint(left, y)?.closest('[data-text-surface]') === caret.closest('[data-text-surface]'))
  })
