import type { Draft } from './judgment'

/** Apart from the schemas, so that the browser needs no schema library to begin a reading. */
export const emptyDraft = (): Draft => ({ labels: [], note: '', shown: [] })
