import type { Tx } from './transaction'

/** Every published protocol of a study as it stands, in their order. */
export async function publishedProtocols(tx: Tx, studyId: string): Promise<{ number: number; guideline: string; form: unknown }[]> {
  return tx.$queryRaw<{ number: number; guideline: string; form: unknown }[]>`
    select number, guideline, form from protocol where study_id = ${studyId}::uuid and number is not null order by number`
}
