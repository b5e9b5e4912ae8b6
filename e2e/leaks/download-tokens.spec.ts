/** The raw downloads of a release and the way in for predictions, asked by programs: only a living token that was made for it opens them, and only in the header. */
import { expect, sql, test, tokenOf } from '../fixtures'
import { worldOf } from './walked-world'

test('no raw download opens, and no predictions are taken, by a token without its scope, after its end, revoked, made up or in the address', async () => {
  const { scene, ids: { closed: ids } } = await worldOf('error-spans')
  const { personId } = scene.people.researcher
  const made = async (change: string) => {
    const secret = await tokenOf(personId)
    if (change) await sql(`update access_token set ${change} where prefix = $1 and person_id = $2`, [secret.slice(0, 9), personId])
    return secret
  }
  const narrow = await tokenOf(personId, ['studies:read'])
  const expired = await tokenOf(personId, undefined, '-1 second')
  const refused = [
    { what: 'without its scope', token: narrow, status: 403 },
    { what: 'after its end', token: expired, status: 401 },
    { what: 'revoked', token: await made('revoked_at = now()'), status: 401 },
    { what: 'made up', token: `dr_${'x'.repeat(43)}`, status: 401 },
  ]
  const good = await made('')
  const ask = async (url: string, headers: Record<string, string> = {}, method = 'GET') => (await fetch(process.env['BASE_URL']! + url, { method, headers })).status
  const files = await sql<{ path: string }>(`select path from release_file where release_id = $1 and split is null order by path limit 1`, [ids['releaseId']])
  const release = `/api/releases/${ids['releaseId']}`
  for (const url of [`${release}/zip`, `${release}/files/${files[0]!.path}`, `${release}/inputs?split=test`]) {
    expect(await ask(url, { authorization: `Bearer ${good}` }), url).toBe(200)
    for (const method of url.includes('/inputs') ? ['GET'] : ['GET', 'HEAD'])
      for (const { what, token, status } of refused) expect(await ask(url, { authorization: `Bearer ${token}` }, method), `${method} ${url}, ${what}`).toBe(status)
    const mark = url.includes('?') ? '&' : '?'
    for (const name of ['access_token', 'token']) expect(await ask(`${url}${mark}${name}=${good}`), `${url}, in the address`).toBe(422)
    expect(await ask(url), `${url}, of nobody`).toBe(401)
  }
  const handedIn = async () => (await sql('select from submission where release_id = $1', [ids['releaseId']])).length
  const before = await handedIn()
  for (const url of [`${release}/submissions`, `/api/v1${release.slice('/api'.length)}/submissions`])
    for (const { what, token, status } of refused) expect(await ask(`${url}?split=test&system=x`, { authorization: `Bearer ${token}` }, 'POST'), `POST ${url}, ${what}`).toBe(status)
  expect(await handedIn()).toBe(before)
  expect(await sql('select from download where release_id = $1 and person_id <> $2', [ids['releaseId'], personId])).toEqual([])
})
