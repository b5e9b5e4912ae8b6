import type { SavedWork } from './tell-worker'

/** The page at hand was not answered by the server just now: what it says of the work may be old. */
export const isCopy = (): boolean => document.documentElement.hasAttribute('data-copy')

/** Of a page that is a copy: what the work at this address was saved as last. */
export async function savedBeside(address: string): Promise<SavedWork | null> {
  try {
    const there = await caches.match(`${address}?draft`)
    return there ? ((await there.json()) as SavedWork) : null
  } catch {
    return null
  }
}
