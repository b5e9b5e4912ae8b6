/**
 * Every kind of person visits every address there is, in a study of every task with an item at each stage, with the true ids of
 * everything in it. Every secret has a canary word in it; every body and every header that comes back is read. A foreign canary
 * fails. What the server says is read by plain requests, as a page and as what the router fetches of it; what the scripts of a
 * page go on to fetch, by a browser.
 */
import type { Page, Response } from '@playwright/test'
import { expect, sessionCookie, test, tokenOf, type As } from '../fixtures'
import { taskCodes } from '@/lib/tasks/registry'
import { everyAddress, type Address } from '../leaks/every-address'
import { fewAtATime, readAddress, type Answer } from '../leaks/read-address'
import { forbidden, roles, stages, worldOf, type Role, type Walked } from '../leaks/walked-world'

const cookieOf = async ({ scene }: Walked, role: Role): Promise<Record<string, string>> =>
  role === 'nobody' ? {} : { cookie: `doubleread-session=${await sessionCookie(scene.people[role].personId)}` }

/** Who meets which foreign secret where: a walk is walked to its end, so that one leak hides no other. */
const leaksIn = (words: string[], text: string, who: string): string[] => wordsIn(words, text).map((word) => `${who} meets ${word} in ${text.split('\n')[0]}`)

/** Those of the words that the text holds; it is looked through once, since they all begin alike. */
function wordsIn(words: readonly string[], text: string): string[] {
  const found = new Set<string>()
  for (let at = text.indexOf('canary'); at >= 0; at = text.indexOf('canary', at + 1))
    for (const word of words) if (text.startsWith(word, at)) found.add(word)
  return [...found]
}

type Headers = Record<string, string>

/**
 * Every form in which the address answers: as page and as the router's stream, or to the person and to their program. A page's
 * words are those of its stream, put in another way, so pages are read in both where everything there can be is there, of one
 * task; the others in the stream.
 */
function formsOf({ task, ids }: Walked, { url, kind }: Address, cookie: Headers, bearer: Headers | null): Headers[] {
  const stream = { ...cookie, rsc: '1' }
  const whole = task === 'error-spans'
  if (kind === 'page') return whole && !idsOf(ids.begun, ids.disputed).some((id) => url.includes(id)) ? [cookie, stream] : [stream]
  if (whole && bearer) return [cookie, bearer]
  return [url.startsWith('/api/v1/') ? (bearer ?? cookie) : cookie]
}

/** What these stages have for themselves. */
const idsOf = (...stagesIds: Record<string, string>[]) => stagesIds.flatMap(({ itemId, seatId, benSeatId, adjudicationId }) => [itemId!, seatId!, benSeatId!, adjudicationId!])

/** What is said there hangs on no study, so one task's walk is enough. */
const ofNoStudy = /^\/(account|people|sign-in|invitation|reset|studies\/new|api\/docs|api\/health|api\/v1\/openapi\.json)\b/

/** Everything of the study at every stage; what is the same for all stages, once. */
function addressesIn({ task, ids }: Walked): Address[] {
  const all = stages.flatMap((stage) => [...everyAddress(ids[stage]), { url: `/desk/${ids[stage]['benSeatId']}`, kind: 'page' } as const])
  const byUrl = new Map(all.map((address) => [address.url, address]))
  return [...byUrl.values()].filter(({ url }) => task === 'error-spans' || !ofNoStudy.test(url))
}

/** What readers and adjudicators are given to work at comes as an answer to a claim. */
const claims = ['/api/desk/claim', '/api/bench/claim']

for (const task of taskCodes) {
  test(`nobody meets another's secret at any address of a study of ${task}, whatever the workbenches of those who work on its items fetch`, async ({ as }) => {
    test.setTimeout(600_000)
    const world = await worldOf(task)
    await atWork(world, as)
    const { scene, secrets, fileName } = world
    const addresses = addressesIn(world)
    const met = new Map<Role, Set<string>>()
    const [leaks, broken]: [string[], string[]] = [[], []]
    let read = 0
    for (const role of roles) {
      const [words, seen] = [forbidden(world, role), new Set<string>()]
      met.set(role, seen)
      const own = [...stages.flatMap((stage) => Object.values(secrets[stage])), ...Object.values(scene.people).map(({ canary }) => canary), fileName].filter((word) => !words.includes(word))
      const look = (text: string, status: number, what: string) => {
        read += text.length
        if (status >= 500) broken.push(`${role} at ${what}: ${text.slice(0, 1_000)}`)
        leaks.push(...leaksIn(words, text, `${role} at ${what}`))
        for (const word of wordsIn(own, text)) seen.add(word)
      }
      const cookie = await cookieOf(world, role)
      const bearer = role === 'nobody' ? null : { authorization: `Bearer ${await tokenOf(scene.people[role].personId)}` }
      await fewAtATime(addresses, async (address) => {
        for (const form of formsOf(world, address, cookie, bearer)) for (const { text, status } of await readAddress(address.url, form)) look(text, status, address.url)
      })
      for (const url of claims) {
        const answer = await fetch(process.env['BASE_URL']! + url, { method: 'POST', headers: { ...cookie, 'content-type': 'application/json' }, body: JSON.stringify({ studyId: scene.studyId, beyond: [] }) })
        look(await answer.text(), answer.status, `POST ${url}`)
      }
    }
    expect({ leaks, broken }).toEqual({ leaks: [], broken: [] })
    expect(read).toBeGreaterThan(1_000_000)
    // What may be seen is seen: the walk would notice a canary.
    const { begun, disputed, closed } = secrets
    const sees = (role: Role, ...wanted: string[]) => expect([...met.get(role)!], role).toEqual(expect.arrayContaining(wanted))
    sees('ann', begun.text, begun.annNote, begun.asked, disputed.annNote, closed.annNote)
    sees('ben', begun.text, begun.benNote, disputed.benNote, closed.benNote)
    sees('judge', disputed.text, disputed.annNote, disputed.benNote, closed.label, closed.rationale)
    sees('admin', begun.text, begun.asked, begun.source, closed.annNote, closed.label, closed.rationale, closed.seal, fileName, scene.people.ann.canary, scene.people.judge.canary)
    if (task !== 'error-spans') sees('admin', closed.model)
    if (task.startsWith('rubric')) sees('admin', closed.origin)
    if (task !== 'rubric-authoring') sees('researcher', closed.text, closed.system)
  })
}

/** The pages that a browser has to be asked about: of all addresses that answer a person alike (not there; sign in), one. */
function pagesToVisit(pages: Address[], answers: Map<string, Answer[]>): string[] {
  const seen = new Set<string>()
  return pages.flatMap(({ url }) => {
    const { url: end, status } = answers.get(url)!.at(-1)!
    const alike = status === 200 ? end.split('?')[0]! : String(status)
    if (seen.has(alike)) return []
    seen.add(alike)
    return [url]
  })
}

/** Opens the page and reads every body that comes until its scripts have nothing more to ask. */
async function bodiesOf(page: Page, url: string): Promise<string[]> {
  const reads: Promise<string>[] = []
  const read = (response: Response) => {
    const type = response.headers()['content-type'] ?? ''
    if (/^(font|image)\//.test(type) || response.url().includes('/_next/static/')) return
    const said = `${response.url()}\n${JSON.stringify(response.headers())}\n`
    reads.push(response.text().then((body) => said + body, () => said))
  }
  page.on('response', read)
  await page.goto(url, { waitUntil: 'networkidle' })
  page.off('response', read)
  return Promise.all(reads)
}

test('nor does a browser that opens every page and runs its scripts, when everything there can be is there', async ({ as }) => {
  test.setTimeout(600_000)
  const world = await worldOf('error-spans')
  const pages = everyAddress(world.ids.closed).filter(({ kind }) => kind === 'page')
  const leaks: string[] = []
  let visited = 0
  for (const role of roles) {
    const words = forbidden(world, role)
    const cookie = await cookieOf(world, role)
    const answers = new Map<string, Answer[]>()
    await fewAtATime(pages, async ({ url }) => void answers.set(url, await readAddress(url, cookie)))
    const first = await as(role === 'nobody' ? null : world.scene.people[role])
    const tabs = [first, await first.context().newPage()]
    await fewAtATime(pagesToVisit(pages, answers), async (url) => {
      const tab = tabs.pop()!
      for (const body of await bodiesOf(tab, url)) leaks.push(...leaksIn(words, body, `${role} at ${url}`))
      tabs.push(tab)
      visited++
    }, tabs.length)
    await first.context().close()
  }
  expect(leaks).toEqual([])
  expect(visited).toBeGreaterThan(60)
})

async function atWork(world: Walked, as: As): Promise<void> {
  const { task, ids, secrets, scene } = world
  const places = [
    { who: 'ben', url: `/desk/${ids.begun['benSeatId']}`, sees: secrets.begun.benNote },
    { who: 'ann', url: `/desk/${ids.closed['seatId']}`, sees: secrets.closed.annNote },
    { who: 'judge', url: `/bench/${ids.disputed['adjudicationId']}`, sees: secrets.disputed.annNote },
  ] as const
  for (const { who, url, sees } of places) {
    const words = forbidden(world, who)
    const page = await as(scene.people[who])
    const bodies = await bodiesOf(page, url)
    expect(bodies.flatMap((body) => leaksIn(words, body, `${who} at ${url} of ${task}`))).toEqual([])
    expect(bodies.some((body) => body.includes(sees)), `${who} at ${url} of ${task}`).toBe(true)
    await page.context().close()
  }
}
