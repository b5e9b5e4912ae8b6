/** The least a browser does: one request after the other on a connection that stays open. Its own work is part of every number. */
import http from 'node:http'

export type Answer = { status: number; body: string; ms: number }

export class HttpClient {
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  readonly #base: URL
  readonly #cookie: string

  constructor(base: URL, cookie: string) {
    this.#base = base
    this.#cookie = cookie
  }

  /** `ms`: from the first byte sent to the last byte received. A broken connection is status 0. */
  send(method: 'POST' | 'PUT', path: string, body: object): Promise<Answer> {
    const payload = Buffer.from(JSON.stringify(body))
    const headers = {
      'content-type': 'application/json',
      'content-length': payload.length,
      'sec-fetch-site': 'same-origin',
      cookie: `doubleread-session=${this.#cookie}`,
    }
    const began = performance.now()
    return new Promise((resolve) => {
      const end = (status: number, text: string) => resolve({ status, body: text, ms: performance.now() - began })
      const request = http.request(
        { agent: this.#agent, host: this.#base.hostname, port: this.#base.port, method, path, headers },
        (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (part: string) => (text += part))
          response.on('end', () => end(response.statusCode ?? 0, text))
          response.on('error', () => end(0, ''))
        },
      )
      request.on('error', () => end(0, ''))
      request.end(payload)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}
