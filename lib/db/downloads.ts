/** Who was given what of which release. Rows are only ever added. */
import type { SplitName } from '@/lib/releases/split-rule'
import type { Tx } from './transaction'

type Wanted = { releaseId: string; personId: string; path: string }

/** Whether this person began to download it within the last day. */
export async function wasDownloading(tx: Tx, { releaseId, personId, path }: Wanted): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    select exists (select from download where release_id = ${releaseId}::uuid and person_id = ${personId}::uuid and path = ${path}
      and at > now() - interval '1 day') as found`
  return row?.found ?? false
}

/** The splits of a release whose labels a person cannot be given while they judge items of them. */
export async function splitsBeingJudged(tx: Tx, { releaseId, personId }: Omit<Wanted, 'path'>): Promise<SplitName[]> {
  const rows = await tx.$queryRaw<{ split: SplitName }[]>`select split from splits_being_judged(${personId}::uuid, ${releaseId}::uuid) as split order by split`
  return rows.map(({ split }) => split)
}

/** A row for each split whose labels are in it; one without a split where there are none. */
export async function insertDownloads(tx: Tx, { releaseId, personId, path, splits }: Wanted & { splits: readonly (string | null)[] }): Promise<void> {
  await tx.$executeRaw`
    insert into download (release_id, person_id, split, path)
    select ${releaseId}::uuid, ${personId}::uuid, split, ${path} from unnest(${splits.length ? splits : [null]}::text[]) as given (split)`
}
