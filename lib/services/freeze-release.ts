/**
 * An admin signs a release for freezing: their password again and, in their own words, what they vouch for. The signature, the
 * change of state and the job that does the work are there together, or none of them. An account without a password, which
 * signs in elsewhere, types the release's title instead; which of the two it was is on record. What is signed is a composition,
 * named by the print of a preview that still stands: the job refuses to freeze another.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { passwordHashOf } from '@/lib/db/credentials'
import { personById } from '@/lib/db/people'
import { countAttempt, forgetAttempts } from '@/lib/db/rate-limits'
import { beginFreezing, newestFrozen } from '@/lib/db/releases'
import { Refusal } from '@/lib/errors'
import { recipeSchema } from '@/lib/releases/recipe'
import { admitComposer, refuseUnlessDraft } from './admit-composer'
import { previewedPrint } from './kept-preview'
import { startJob } from './start-job'
import { verifyPassword } from './verify-password'

export const freezeReleaseInput = z.object({
  releaseId: z.uuid(),
  /** The password; of an account that has none, the release's title. */
  proof: z.string().max(1_024),
  meaning: z.string().trim().min(20, 'key:statement-too-short').max(2_000),
  /** Of what was looked at: the preview, under the title that it has and for whom. */
  print: z.string().regex(/^[0-9a-f]{64}$/, 'key:invalid'),
})

/** `trusted`: whoever runs commands on this machine has proved themselves to it; said so in the audit trail. */
export async function freezeRelease(
  viewer: Viewer,
  { releaseId, proof, meaning, print }: z.output<typeof freezeReleaseInput>,
  trusted: 'command-line' | 'demo-world' | null = null,
): Promise<{ jobId: string }> {
  await countAttempt('signature', viewer.personId)
  const started = await asSystem({ reason: 'release-signed', actor: viewer.personId }, async (tx, note) => {
    const { release, study } = await admitComposer(tx, viewer, releaseId)
    refuseUnlessDraft(release)
    const person = await personById(tx, viewer.personId)
    if (!person) throw new Refusal('signed-out', 'signed-out')
    const by = trusted ?? (await provedBy(await passwordHashOf(tx, viewer.personId), proof, release.title))
    const previewed = previewedPrint(release)
    if (previewed?.print !== print) throw new Refusal('conflict', 'release-preview-first')
    if (recipeSchema.parse(release.recipe).licenceOverride !== null && !viewer.owner) throw new Refusal('invalid', 'licence-override-owner-signs')
    const previous = await newestFrozen(tx, study.id)
    const signature = { name: person.name, meaning, at: new Date().toISOString(), composition: previewed.composition, by }
    if (!(await beginFreezing(tx, release, { signature, previousId: previous?.id ?? null })))
      throw new Refusal('conflict', 'release-at-work')
    note({ studyId: study.id, detail: { release: releaseId, title: release.title, by, meaning, composition: previewed.composition } })
    return startJob(tx, viewer, { kind: 'freeze', studyId: study.id, subjectId: releaseId, input: {} })
  })
  await forgetAttempts('signature', viewer.personId)
  return started
}

async function provedBy(hash: string | null, proof: string, title: string): Promise<'password' | 'typed-title'> {
  const wrong = (code: string) => new Refusal('invalid', 'invalid', {}, [{ path: 'proof', code }])
  if (hash === null) {
    if (proof.trim() !== title) throw wrong('title-differs')
    return 'typed-title'
  }
  if (!(await verifyPassword(hash, proof))) throw wrong('password-wrong')
  return 'password'
}
