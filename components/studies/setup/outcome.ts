/** What a verb answers: its value, or why not, with the fields concerned. As lib/web/action gives it. */
export type Failure = {
  code: string
  reason: string
  values: Readonly<Record<string, string | number>>
  fields: readonly { path: string; code: string; values?: Record<string, string | number> }[]
}
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** A verb that could not be reached is answered like a refusal, so that a form has one way to say no. */
export async function reached<T>(verb: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await verb
  } catch {
    return { ok: false, failure: { code: 'offline', reason: 'offline', values: {}, fields: [] } }
  }
}
