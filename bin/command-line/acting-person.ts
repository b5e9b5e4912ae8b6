import type { Command } from 'commander'
import type { Viewer } from '@/lib/blinding/viewer'
import { Halt } from '../first/halt.mjs'
import { globalsOf } from './answer'

/** The person of --as; null without it. Recorded in the audit trail as a sign-in from the command line. */
export async function actingPerson(command: Command): Promise<Viewer | null> {
  const { as: email } = globalsOf(command)
  if (email === undefined) return null
  const { actAs } = await import('@/lib/services/act-as')
  const viewer = await actAs({ email })
  if (!viewer) throw new Halt(`--as ${email}: there is no active person with this e-mail address.`)
  return viewer
}

export async function actingPersonNeeded(command: Command): Promise<Viewer> {
  const viewer = await actingPerson(command)
  if (!viewer) throw new Halt('Say who is acting: --as EMAIL.')
  return viewer
}
