/** Who was given what of which release. Rows are only ever added. */
import type { Tx } from './transaction'

type Wanted = { releaseId: string; personId: string; path: string }

/** Whether this person began to download it within the last day. */
export async function wasDownloading(tx: Tx, { releaseId, personId, path }: Wanted): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    select exists (select from download where release_id = ${releaseId}::uuid and person_id = ${personId}::uuid and path = ${path}
      and at > now() - interval '1 day') as found`
  return row?.found ?? false
}

/** A row for each split whose labels are in it; one without a split where there are none. */
export async function insertDownloads(tx: Tx, { releaseId, personId, path, splits }: Wanted & { splits: readonly (string | null)[] }): Promise<void> {
  await tx.$executeRaw`
    insert into download (release_id, person_id, split, path)
    select ${releaseId}::uuid, ${personId}::uuid, split, ${path} from unnest(${splits.length ? splits : [null]}::text[]) as given (split)`
}
