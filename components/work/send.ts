/** One request to our own server: its answer, a refusal with its sentence's key, or "could not be reached". */
export type Failure = {
  code: string
  reason: string
  values: Record<string, string | number>
  fields: { path: string; code: string; values?: Record<string, string | number> }[]
}
export type Sent<T> = { kind: 'ok'; value: T } | { kind: 'refused'; failure: Failure } | { kind: 'unreachable' }

/** Longer than any honest answer takes; a request that hangs is treated as a cut connection. */
const patienceMs = 20_000

export async function send<T>(
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: unknown,
  leaving = false,
): Promise<Sent<T>> {
  try {
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      ...(payload === undefined ? {} : { body: JSON.stringify(payload) }),
      ...(leaving ? { keepalive: true } : { signal: AbortSignal.timeout(patienceMs) }),
    })
    // A proxy's error page is not an answer of ours: the work stays here and is sent again.
    if (!(response.headers.get('content-type') ?? '').includes('json')) return { kind: 'unreachable' }
    const body = (await response.json()) as T & Failure
    if (response.ok) return { kind: 'ok', value: body }
    if (response.status >= 500) return { kind: 'unreachable' }
    return { kind: 'refused', failure: body }
  } catch {
    return { kind: 'unreachable' }
  }
}
