/** One request to our own server: its answer, a refusal with its sentence's key, or "could not be reached". */
export type Failure = {
  code: string
  reason: string
  values: Record<string, string | number>
  fields: { path: string; code: string; values?: Record<string, string | number> }[]
}
/** `answered`: something answered that is no answer of ours, such as a proxy's error page; it says nothing of other requests. */
export type Sent<T> = { kind: 'ok'; value: T } | { kind: 'refused'; failure: Failure } | { kind: 'unreachable'; answered?: boolean }

/** Longer than any honest answer takes; a request that hangs is treated as a cut connection. */
const patienceMs = 20_000
/** Browsers let at most 64 KiB outlive their page; more is sent as long as the page lives. */
const outlivingBytes = 60_000

/** Whose page this is: on a shared computer somebody else may have signed in since it was opened. */
const pagePerson = (): Record<string, string> => {
  const person = document.querySelector<HTMLElement>('[data-person]')?.dataset['person']
  return person ? { 'doubleread-person': person } : {}
}

export async function send<T>(
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: unknown,
  leaving = false,
): Promise<Sent<T>> {
  try {
    const body = payload === undefined ? undefined : JSON.stringify(payload)
    const outlives = leaving && new Blob([body ?? '']).size < outlivingBytes
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', accept: 'application/json', ...pagePerson() },
      ...(body === undefined ? {} : { body }),
      ...(outlives ? { keepalive: true } : { signal: AbortSignal.timeout(patienceMs) }),
    })
    // The work stays here and is sent again.
    if (response.status >= 500 || !(response.headers.get('content-type') ?? '').includes('json')) return { kind: 'unreachable', answered: true }
    const answer = (await response.json()) as T & Failure
    return response.ok ? { kind: 'ok', value: answer } : { kind: 'refused', failure: answer }
  } catch {
    return { kind: 'unreachable' }
  }
}
