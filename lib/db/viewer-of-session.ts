/** The one question that is asked before there is a viewer, at every request: a statement by itself, in no transaction. */
import type { Role } from '@/lib/blinding/viewer'
import { connections } from './client'
import { statementName } from './statement-names'

/** The session's person as they stand now, their taste, and their roles in the order they were given. */
export type LiveSession = { lastSeenAt: Date; owner: boolean; locale: string | null; theme: string | null; roles: [studyId: string, role: Role][] }

const text = 'select last_seen_at as "lastSeenAt", owner, locale, theme, roles from viewer_of_session($1, $2)'

/** Null unless the session is theirs, unrevoked, unexpired, and they are active. */
export async function viewerOfSession(sessionId: string, personId: string): Promise<LiveSession | null> {
  const { rows } = await connections().pool.query<LiveSession>({ name: statementName(text), text, values: [sessionId, personId] })
  return rows[0] ?? null
}
