import type { Draft } from './judgment'

/** Apart from the schemas, so that the browser needs no schema library to begin a rubric. */
export const emptyDraft = (): Draft => ({ review: null, reasons: [], criteria: null, trials: [], note: '' })
