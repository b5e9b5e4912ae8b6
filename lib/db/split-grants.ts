import type { Tx } from './transaction'

type Grant = { studyId: string; personId: string; split: string }
export type GrantRow = { personId: string; name: string; split: string; reason: string; grantedAt: Date }

export async function grantsOf(tx: Tx, studyId: string): Promise<GrantRow[]> {
  return tx.$queryRaw<GrantRow[]>`
    select g.person_id as "personId", p.name, g.split, g.reason, g.granted_at as "grantedAt"
    from split_grant g join person p on p.id = g.person_id where g.study_id = ${studyId}::uuid order by p.name, g.split`
}

/**
 * Whether they are a researcher of the study; held until this transaction ends, so that whoever takes the role takes what is granted here too.
 */
export async function lockResearcher(tx: Tx, studyId: string, personId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select 1 from membership where study_id = ${studyId}::uuid and person_id = ${personId}::uuid and role = 'researcher' for key share`
  return rows.length > 0
}

export async function insertGrant(tx: Tx, { studyId, personId, split, reason }: Grant & { reason: string }): Promise<void> {
  await tx.$executeRaw`
    insert into split_grant (study_id, person_id, split, reason) values (${studyId}::uuid, ${personId}::uuid, ${split}, ${reason})
    on conflict (study_id, person_id, split) do update set reason = excluded.reason`
}

/** Which splits this transaction has closed again with the end of a role (trigger `grants_end_with_role`), for its event; nothing where there were none. */
export async function grantsEnded(tx: Tx): Promise<{ splits?: string[] }> {
  const [row] = await tx.$queryRaw<{ ended: string | null }[]>`select nullif(current_setting('app.grants_ended', true), '') as ended`
  return row?.ended ? { splits: row.ended.split(',') } : {}
}

export async function deleteGrant(tx: Tx, { studyId, personId, split }: Grant): Promise<boolean> {
  return (await tx.$executeRaw`
    delete from split_grant where study_id = ${studyId}::uuid and person_id = ${personId}::uuid and split = ${split}`) > 0
}
