/** How long the server takes until a page that shows a list has left it whole, with 5,000 rows of everything: each page's best, and of these the worst. */
import { longPages, makeLongStudy } from '../e2e/many-rows'
import { atMost, round, type Result } from './result'
import { sessionCookie } from './scene'

const rows = 5_000
const rounds = 5
const patienceMs = 1_000

export async function pageSpeed(): Promise<Result[]> {
  const study = await makeLongStudy(rows)
  let slowest = { url: '', ms: 0 }
  for (const { who, url } of longPages(study)) {
    const cookie = `doubleread-session=${await sessionCookie(study[who].personId)}`
    let best = Infinity
    for (let n = 0; n < rounds; n++) {
      const began = performance.now()
      const answer = await fetch(`${process.env['BASE_URL']}${url}`, { headers: { cookie } })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}`)
      best = Math.min(best, performance.now() - began)
    }
    if (best > slowest.ms) slowest = { url: url.replace(study.slug, '…'), ms: best }
  }
  return [{ measure: `pages, ${rows} rows: the slowest, ${slowest.url}`, value: round(slowest.ms), unit: 'ms', goal: atMost(slowest.ms, patienceMs, '≤ 1 s') }]
}
