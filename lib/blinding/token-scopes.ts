/** What a program may be let do by a token; never more than its person may. Closed; messages/<locale>/account.json names them. */
export const tokenScopes = [
  'studies:read',
  'items:write',
  'batches:write',
  'releases:read',
  'releases:write',
  'submissions:write',
  'evaluations:read',
] as const

export type TokenScope = (typeof tokenScopes)[number]

export const isTokenScope = (value: string): value is TokenScope => (tokenScopes as readonly string[]).includes(value)
