/** What was, what is, and what was taken back. Plain data; the newest of `past` and `future` is last. */
export type History<T> = {
  readonly present: T
  readonly past: readonly T[]
  readonly future: readonly T[]
  /** The field the last change belongs to, and when it was made. */
  readonly step: { readonly name: string; readonly atMs: number } | null
}

/** Older states are forgotten; a text has nowhere near as many decisions. */
const depth = 200

/** Typing that pauses longer than this begins a new step. */
const pauseMs = 1_200

export const historyOf = <T>(present: T): History<T> => ({ present, past: [], future: [], step: null })

/**
 * Adds a state. Changes with the same step name without a pause between them are taken back together; null always stands
 * alone. What had been taken back is gone.
 */
export function recorded<T>(history: History<T>, present: T, name: string | null, nowMs: number): History<T> {
  const { step } = history
  const joins = name !== null && step?.name === name && nowMs - step.atMs <= pauseMs
  return {
    present,
    past: joins ? history.past : [...history.past.slice(1 - depth), history.present],
    future: [],
    step: name === null ? null : { name, atMs: nowMs },
  }
}

/** One step back; the same history where there is none. */
export function undone<T>(history: History<T>): History<T> {
  const present = history.past.at(-1)
  if (history.past.length === 0) return history
  return {
    present: present as T,
    past: history.past.slice(0, -1),
    future: [...history.future, history.present],
    step: null,
  }
}

/** One step forward again; the same history where there is none. */
export function redone<T>(history: History<T>): History<T> {
  const present = history.future.at(-1)
  if (history.future.length === 0) return history
  return {
    present: present as T,
    past: [...history.past, history.present],
    future: history.future.slice(0, -1),
    step: null,
  }
}
