'use server'
import { deactivatePerson, personInput } from '@/lib/services/deactivate-person'
import { giveRole, roleInput } from '@/lib/services/give-role'
import { invitePerson, invitePersonInput } from '@/lib/services/invite-person'
import { makeResetLink, makeResetLinkInput } from '@/lib/services/make-reset-link'
import { reactivatePerson } from '@/lib/services/reactivate-person'
import { revokeInvitation, revokeInvitationInput } from '@/lib/services/revoke-invitation'
import { setOwner, setOwnerInput } from '@/lib/services/set-owner'
import { takeRole } from '@/lib/services/take-role'
import { action } from '@/lib/web/action'

export const invite = action(invitePersonInput, invitePerson)
export const withdrawInvitation = action(revokeInvitationInput, revokeInvitation)
export const changeOwner = action(setOwnerInput, setOwner)
export const deactivate = action(personInput, deactivatePerson)
export const reactivate = action(personInput, reactivatePerson)
export const makeReset = action(makeResetLinkInput, makeResetLink)
export const grantRole = action(roleInput, giveRole)
export const withdrawRole = action(roleInput, takeRole)
