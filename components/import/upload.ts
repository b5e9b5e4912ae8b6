import type { Failure } from '@/components/studies/setup/outcome'

export type Sent = { kind: 'done' } | { kind: 'refused'; failure: Failure } | { kind: 'unreachable' } | { kind: 'stopped' }

/** Streams a file to the server as it is. `onBytes` says how much has left; `signal` gives up, and nothing stays behind. */
export function upload(href: string, file: File, { onBytes, signal }: { onBytes: (sent: number) => void; signal: AbortSignal }): Promise<Sent> {
  return new Promise((resolve) => {
    // fetch cannot say how much of a body has been sent.
    const request = new XMLHttpRequest()
    request.open('PUT', href)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = (event) => onBytes(event.loaded)
    request.onload = () => {
      if (request.status < 300) return resolve({ kind: 'done' })
      try {
        resolve({ kind: 'refused', failure: JSON.parse(request.responseText) as Failure })
      } catch {
        resolve({ kind: 'unreachable' })
      }
    }
    request.onerror = () => resolve({ kind: 'unreachable' })
    request.onabort = () => resolve({ kind: 'stopped' })
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
