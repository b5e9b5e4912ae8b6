/** What the server answers at an address, read without a browser: every body and every header on the way to the last redirect. */

export type Answer = { url: string; status: number; /** Address, headers and body, as one text. */ text: string }

const baseUrl = () => process.env['BASE_URL'] ?? 'http://localhost:3000'
const redirectsFollowed = 5

/** What the router's address ends in when it asks for a page's stream; whoever asks without is sent there, so it is known after the first time. */
let streamMark: string | null = null

/** `headers`: who asks, and for what form of it. Packing on the way would only be undone here. Somewhere else than our own server is not followed. */
export async function readAddress(address: string, headers: Record<string, string>): Promise<Answer[]> {
  const answers: Answer[] = []
  let url: URL | null = new URL(address, baseUrl())
  if ('rsc' in headers && streamMark) url.searchParams.set('_rsc', streamMark)
  while (url && answers.length < redirectsFollowed) {
    const answer: Response = await fetch(url, { headers: { 'accept-encoding': 'identity', ...headers }, redirect: 'manual' })
    const body = await answer.text()
    const heads = JSON.stringify([...answer.headers])
    const path = url.pathname + url.search
    answers.push({ url: path, status: answer.status, text: `${path}\n${heads}\n${body}` })
    const location = answer.headers.get('location')
    const next: URL | null = location ? new URL(location, url) : null
    if (next?.pathname === url.pathname) streamMark ??= next.searchParams.get('_rsc')
    url = next?.origin === url.origin ? next : null
  }
  return answers
}

/** Does `work` for all of `tasks`, a few at a time. */
export async function fewAtATime<T>(tasks: readonly T[], work: (task: T) => Promise<void>, lanes = 3): Promise<void> {
  const left = tasks.values()
  const lane = async () => {
    for (const task of left) await work(task)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
