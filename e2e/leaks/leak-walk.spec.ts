/**
 * Every kind of person visits every address there is, at every stage of an item, with the true ids of everything in the
 * study. Every secret has a canary word in it; every body and every header that comes back is read. A foreign canary fails.
 * What the server says is read by plain requests, as a page and as what the router fetches of it; what the scripts of a
 * page go on to fetch, by a browser.
 */
import type { Page, Response } from '@playwright/test'
import { expect, sessionCookie, test, tokenOf } from '../fixtures'
import { everyAddress, type Address } from './every-address'
import { fewAtATime, readAddress, type Answer } from './read-address'
import { forbidden, roles, worldAt, type Role, type Walked } from './walked-world'

test.use({ trace: 'off' })

const cookieOf = async ({ scene }: Walked, role: Role): Promise<Record<string, string>> =>
  role === 'nobody' ? {} : { cookie: `doubleread-session=${await sessionCookie(scene.people[role].personId)}` }

const expectNone = (words: string[], text: string, who: string) => {
  for (const word of words)
    if (text.includes(word)) expect(`${who} meets ${word} in ${text.split('\n')[0]}`).toBe('no foreign secret')
}

/** Every form in which the address answers: as page and as the router's stream, or to the person and to their program. */
function formsOf({ kind }: Address, cookie: Record<string, string>, bearer: Record<string, string> | null) {
  if (kind === 'page') return [cookie, { ...cookie, rsc: '1' }]
  return bearer ? [cookie, bearer] : [cookie]
}

for (const stage of ['begun', 'disputed', 'closed'] as const) {
  test(`nobody meets another's secret at any address while the item is ${stage}`, async () => {
    test.setTimeout(600_000)
    const world = await worldAt(stage)
    const addresses = everyAddress(world.ids)
    let read = 0
    for (const role of roles) {
      const words = forbidden(world, role, stage)
      const cookie = await cookieOf(world, role)
      const bearer = role === 'nobody' ? null : { authorization: `Bearer ${await tokenOf(world.scene.people[role].personId)}` }
      await fewAtATime(addresses, async (address) => {
        for (const form of formsOf(address, cookie, bearer))
          for (const { text, status } of await readAddress(address.url, form)) {
            read += text.length
            expect(status, `${role} at ${address.url}: ${text.slice(0, 1_000)}`).toBeLessThan(500)
            expectNone(words, text, `${role} at ${address.url}`)
          }
      })
    }
    expect(read).toBeGreaterThan(1_000_000)
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
  const world = await worldAt('closed')
  const pages = everyAddress(world.ids).filter(({ kind }) => kind === 'page')
  let visited = 0
  for (const role of roles) {
    const words = forbidden(world, role, 'closed')
    const cookie = await cookieOf(world, role)
    const answers = new Map<string, Answer[]>()
    await fewAtATime(pages, async ({ url }) => void answers.set(url, await readAddress(url, cookie)))
    const first = await as(role === 'nobody' ? null : world.scene.people[role])
    const tabs = [first, await first.context().newPage()]
    await fewAtATime(pagesToVisit(pages, answers), async (url) => {
      const tab = tabs.pop()!
      for (const body of await bodiesOf(tab, url)) expectNone(words, body, `${role} at ${url}`)
      tabs.push(tab)
      visited++
    }, tabs.length)
    await first.context().close()
  }
  expect(visited).toBeGreaterThan(60)
})

test('what may be seen is seen: the walk would notice a canary', async ({ as }) => {
  const world = await worldAt('disputed')
  const { judge, ann } = world.scene.people
  const places = [
    { who: judge, url: `/bench/${world.ids['adjudicationId']}` },
    { who: ann, url: `/desk/${world.ids['seatId']}` },
  ]
  for (const { who, url } of places) {
    const cookie = { cookie: `doubleread-session=${await sessionCookie(who.personId)}` }
    for (const form of [cookie, { ...cookie, rsc: '1' }])
      expect((await readAddress(url, form)).some(({ text }) => text.includes(world.secrets.annNote)), url).toBe(true)
    expect((await bodiesOf(await as(who), url)).some((body) => body.includes(world.secrets.annNote)), url).toBe(true)
  }
})
