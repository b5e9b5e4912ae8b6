/** Invitations. A link holds the secret; here is only its hash, so nobody who reads this table can accept one. */
import { createHash, randomBytes } from 'node:crypto'
import type { Role } from '@/lib/blinding/viewer'
import { Prisma } from './generated/client'
import type { Tx } from './transaction'

export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

export type NewInvitation = {
  email: string
  name: string
  studyId: string | null
  roles: Role[]
  owner: boolean
  invitedBy: string
  expiresAt: Date
}

export async function addInvitation(tx: Tx, token: string, invitation: NewInvitation): Promise<string> {
  const { id } = await tx.invitation.create({ data: { ...invitation, tokenHash: hashOfToken(token) }, select: { id: true } })
  return id
}

export type OpenInvitation = {
  id: string
  email: string
  name: string
  studyId: string | null
  studyName: string | null
  roles: Role[]
  owner: boolean
  invitedBy: string | null
  inviter: string | null
  expiresAt: Date
}

const isOpen = Prisma.sql`i.accepted_at is null and i.revoked_at is null and i.expires_at > now()`
const makerMay = Prisma.sql`may_invite(i.invited_by, i.study_id, i.owner)`

/** The invitation of a link while it holds, which it does while whoever made it may invite; locked, so that one link is accepted once. Needs the unblinded door. */
export async function lockInvitation(tx: Tx, token: string): Promise<OpenInvitation | null> {
  const [row] = await tx.$queryRaw<OpenInvitation[]>`
    select i.id, i.email, i.name, i.study_id as "studyId", s.name as "studyName", i.roles::text[] as roles, i.owner,
       i.invited_by as "invitedBy", p.name as inviter, i.expires_at as "expiresAt"
     from invitation i left join study s on s.id = i.study_id left join person p on p.id = i.invited_by
     where i.token_hash = ${hashOfToken(token)} and ${isOpen} and ${makerMay} for update of i`
  return row ?? null
}

export async function markAccepted(tx: Tx, invitationId: string): Promise<void> {
  await tx.invitation.update({ where: { id: invitationId }, data: { acceptedAt: new Date() }, select: { id: true } })
}

/** @returns its study, or null when there is no such open invitation in sight. */
export async function revokeInvitation(tx: Tx, invitationId: string): Promise<{ studyId: string | null } | null> {
  const [row] = await tx.$queryRaw<{ studyId: string | null }[]>`
    update invitation i set revoked_at = now() where i.id = ${invitationId}::uuid and ${isOpen} returning i.study_id as "studyId"`
  return row ?? null
}

export type PendingInvitation = { id: string; email: string; name: string; study: string | null; roles: Role[]; owner: boolean; expiresAt: Date; isVoid: boolean }

/** Open invitations in sight: of one study, or of all. The next to expire first. `isVoid`: whoever made it may invite no longer. */
export const pendingInvitations = (tx: Tx, studyId: string | null): Promise<PendingInvitation[]> =>
  tx.$queryRaw<PendingInvitation[]>`
    select i.id, i.email, i.name, s.name as study, i.roles::text[] as roles, i.owner, i.expires_at as "expiresAt", not ${makerMay} as "isVoid"
     from invitation i left join study s on s.id = i.study_id
     where ${isOpen} and (${studyId}::uuid is null or i.study_id = ${studyId}::uuid) order by i.expires_at, i.email limit 1000`
