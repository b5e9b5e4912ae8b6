/** How far a study's readers agree, as it was last computed, for its admins. */
import type { StudyAgreement } from '@/lib/tasks/study-agreement'
import type { Tx } from './transaction'

export type KeptAgreement = { stamp: string; found: StudyAgreement; computedAt: Date }

/** Number of the rules by which agreement is counted: raised where they make other figures, so that what is kept is counted again. */
const rules = 3

/** What the readings of closed items, as they are counted, are known by: another one, other readings or rules. Null for those who may not look. */
export async function agreementStamp(tx: Tx, studyId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ stamp: string | null }[]>`select agreement_stamp(${studyId}::uuid) as stamp`
  return row?.stamp ? `${rules} ${row.stamp}` : null
}

export async function agreementKept(tx: Tx, studyId: string): Promise<KeptAgreement | null> {
  const [row] = await tx.$queryRaw<KeptAgreement[]>`
    select stamp, found, computed_at as "computedAt" from study_agreement where study_id = ${studyId}::uuid`
  return row ?? null
}

/** In the place of what was kept before. */
export async function keepAgreement(tx: Tx, studyId: string, { stamp, found }: Pick<KeptAgreement, 'stamp' | 'found'>): Promise<void> {
  await tx.$executeRaw`
    insert into study_agreement (study_id, stamp, found) values (${studyId}::uuid, ${stamp}, ${JSON.stringify(found)}::jsonb)
    on conflict (study_id) do update set stamp = excluded.stamp, found = excluded.found, computed_at = now()`
}

/** Of those who find the figures out of date at the same time, one has them renewed. */
export async function lockAgreement(tx: Tx, studyId: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${studyId}, 11))::text`
}
