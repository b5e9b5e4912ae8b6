import type { SavedWork } from './tell-worker'

/** The document at hand is a copy: nobody answered when it was opened. */
export const isCopy = (): boolean => document.documentElement.hasAttribute('data-copy')

/** What is at this address came out of a copy, and what that says of the work may be old. */
export const isCopyOf = (address: string): boolean => document.documentElement.dataset['copy'] === address

/** Of a copy: what the work at its address was saved as last. */
export async function savedBeside(address: string): Promise<SavedWork | null> {
  try {
    const there = await caches.match(`${address}?draft`)
    return there ? ((await there.json()) as SavedWork) : null
  } catch {
    return null
  }
}
