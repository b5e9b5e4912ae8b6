/** The demo people, each with a password made now and kept nowhere but in the accounts file. */
import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { hashPassword } from '@/lib/services/hash-password'
import type { PlayedWorld } from '../played'

export type Account = { email: string; password: string; roles: string[]; name: string }

/** Letters and digits that cannot be mistaken for one another, in three groups: about 71 bits. */
const newPassword = (): string => {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return [...randomBytes(15)].map((byte, n) => (n && n % 5 === 0 ? '-' : '') + letters[byte % letters.length]).join('')
}

export async function loadPeople(
  owner: pg.Client,
  world: PlayedWorld,
): Promise<{ accounts: Account[]; personIds: Map<string, string> }> {
  const accounts: (Account & { showcase: boolean })[] = []
  const personIds = new Map<string, string>()
  const sources = world.studies.flatMap(({ items }) => items.map(({ source }) => source))
  for (const person of world.people) {
    const id = randomUUID()
    const password = newPassword()
    personIds.set(person.key, id)
    await owner.query('insert into person (id, email, name, owner, locale) values ($1, $2, $3, $4, $5)', [
      id,
      person.email.toLowerCase(),
      person.name,
      person.instanceOwner,
      person.locale,
    ])
    await owner.query('insert into credential (person_id, password_hash) values ($1, $2)', [
      id,
      await hashPassword(password),
    ])
    await owner.query(
      'insert into profile (person_id, specialties, languages, licence, licence_expires, years_of_practice) values ($1, $2, $3, $4, $5, $6)',
      [
        id,
        person.specialties,
        person.languages,
        person.licence?.number ?? '',
        person.licence?.expires ?? null,
        person.yearsOfPractice,
      ],
    )
    for (const { kind, value, reason } of person.conflicts) {
      // A source is told by a part of its name; the rule asks for the whole of it.
      const values =
        kind === 'source' ? [...new Set([value, ...sources.filter((source) => source.includes(value))])] : [value]
      for (const each of values) {
        await owner.query('insert into conflict_of_interest (person_id, kind, value, note) values ($1, $2, $3, $4)', [
          id,
          kind,
          each,
          reason,
        ])
      }
    }
    const roles = new Set<string>(
      world.studies.flatMap(({ members }) => members.filter((m) => m.person === person.key).flatMap((m) => m.roles)),
    )
    accounts.push({
      email: person.email.toLowerCase(),
      password,
      roles: [...(person.instanceOwner ? ['owner'] : []), ...roles],
      name: person.name,
      showcase: person.showcase !== null,
    })
  }
  accounts.sort((a, b) => Number(b.showcase) - Number(a.showcase))
  return { accounts: accounts.map(({ email, password, roles, name }) => ({ email, password, roles, name })), personIds }
}
