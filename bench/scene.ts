/** One study with its admin, protocol and readers; made once a run, whichever measure comes first. */
import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import type { Viewer } from '@/lib/blinding/viewer'
import { medfact } from '@/lib/tasks/error-spans/templates/medfact'
import { addMember, makePerson, makeStudy, publishProtocol, viewerOf } from '@/prisma/factories'
import { sql } from './database'

export type Scene = { studyId: string; slug: string; protocolId: string; admin: Viewer }
export type Reader = { personId: string; cookie: string }

export async function makeScene(): Promise<Scene> {
  const { studyId, slug } = await makeStudy({
    name: 'Bench',
    readersPerItem: 3,
    languages: ['en', 'zh'],
    settings: medfact.settings,
    licence: 'CC0-1.0',
  })
  const protocolId = await publishProtocol(studyId, medfact.form, medfact.guideline.en)
  const { personId } = await makePerson({ name: 'Bench admin' })
  await addMember(studyId, personId, 'admin')
  return { studyId, slug, protocolId, admin: await viewerOf(personId) }
}

/** Readers who are signed in: a session row each, and the cookie that names it. */
export async function makeReaders(studyId: string, count: number): Promise<Reader[]> {
  const people = await sql<{ id: string }>(
    `with made as (insert into person (email, name) select 'reader-' || gen_random_uuid() || '@example.org', 'Reader ' || n from generate_series(1, $2) n returning id),
      profiles as (insert into profile (person_id, specialties, languages) select id, '{}', '{en,zh}' from made),
      members as (insert into membership (study_id, person_id, role) select $1, id, 'reader' from made)
    select id from made`,
    [studyId, count],
  )
  return Promise.all(people.map(async ({ id }) => ({ personId: id, cookie: await sessionCookie(id) })))
}

/** What a browser would hold of somebody who is signed in. */
export async function sessionCookie(personId: string): Promise<string> {
  const secret = process.env['NEXTAUTH_SECRET']
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set: npm run bench sets it')
  const sessionId = randomUUID()
  await sql(`insert into session (id, person_id, expires_at) values ($1, $2, now() + interval '1 day')`, [
    sessionId,
    personId,
  ])
  return encode({ token: { sub: personId, sid: sessionId }, secret })
}
