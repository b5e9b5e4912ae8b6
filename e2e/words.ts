/** Where things are, by role and name, said once. */
import type { Locator, Page } from '@playwright/test'

/** The text that is read: focus it to move its caret. */
export const textBox = (page: Page): Locator => page.getByRole('application', { name: 'Text to judge' })
