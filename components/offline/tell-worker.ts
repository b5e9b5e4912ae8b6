/** What a page asks of the worker (offline-worker.ts); a later version of the one must go on understanding the other. */
export type Wish =
  /** A copy of the page of work at this address, unless there is one. */
  | { keep: string }
  /** What the work there was saved as last, beside its copy. */
  | { saved: string; draft: SavedWork }
  /** The work there is handed in, passed on or gone. */
  | { drop: string }
  /** Nobody's copies but this person's; null: nobody's. */
  | { only: string | null }
export type SavedWork = { body: unknown; base: number; activeMs: number; copies: readonly string[] }

/** Where no worker is at work (a first visit, some private windows, development) nobody hears, and everything is as it is without. */
export const tellWorker = (wish: Wish): void => navigator.serviceWorker?.controller?.postMessage(wish)
