/** The table of a study's items. Seats are counted by a function that gives no names; row security binds the rest. */
import { Prisma } from './generated/client'
import type { Stage } from '@/lib/workflow/stage'
import { verdictInForce } from './in-force'
import { itemConditions, type ItemConditions } from './item-conditions'
import { toldSince, toldStage } from './told-stage'
import type { Tx } from './transaction'

export const itemSorts = ['id', 'stage', 'language', 'specialty', 'length', 'moved'] as const
export type ItemSort = (typeof itemSorts)[number]

export type ItemRow = {
  id: string
  externalId: string
  /** The first words, enough for one line. */
  opening: string
  length: number
  language: string | null
  specialty: string | null
  stage: Stage
  stagedAt: Date
  batch: string | null
  /** 0 of what is the viewer's own to judge. */
  seats: number
  submitted: number
  tags: unknown
  /** The one in force; null while it is open. */
  verdict: { source: 'consensus' | 'adjudication'; usable: boolean; version: number } | null
}

const sortBy: Record<ItemSort, Prisma.Sql> = {
  id: Prisma.sql`i.external_id`,
  stage: toldStage,
  language: Prisma.sql`i.language`,
  specialty: Prisma.sql`i.specialty`,
  length: Prisma.sql`i.length`,
  moved: toldSince,
}

/**
 * A page of the matching items. It is cut before anything is joined to it, so its cost does not grow with what is shown. With
 * `counted` each row also says how many match in all, found in the same pass: a search through all texts is not made twice.
 */
export async function itemRows(
  tx: Tx,
  studyId: string,
  {
    filter,
    sort,
    descending,
    offset,
    limit,
    counted,
    after = null,
  }: {
    filter: ItemConditions
    sort: ItemSort
    descending: boolean
    offset: number
    limit: number
    counted: boolean
    /** The external id behind which to begin, for the order of ids. */
    after?: string | null
  },
): Promise<(ItemRow & { matching: number | null })[]> {
  const direction = descending ? Prisma.sql`desc nulls last` : Prisma.sql`asc nulls last`
  const order =
    sort === 'id'
      ? Prisma.sql`i.external_id ${descending ? Prisma.sql`desc` : Prisma.empty}`
      : Prisma.sql`${sortBy[sort]} ${direction}, i.external_id`
  return tx.$queryRaw<(ItemRow & { matching: number | null })[]>`
    with page as materialized (
      select i.id, row_number() over (order by ${order}) as place, ${counted ? Prisma.sql`(count(*) over ())::int` : Prisma.sql`null::int`} as matching from item i
      where ${itemConditions(studyId, filter)} ${after === null ? Prisma.empty : Prisma.sql`and i.external_id > ${after}`} order by ${order} offset ${offset} limit ${limit}),
    counts as materialized (select * from seat_counts((select coalesce(array_agg(id), '{}') from page)))
    select i.id, i.external_id as "externalId", left(i.text, 200) as opening, i.length, i.language, i.specialty, (${toldStage})::text as stage,
      ${toldSince} as "stagedAt", b.name as batch, i.tags,
      case when i.stage = 'pool' then 0 else coalesce(c.seats, 0) end as seats,
      case when i.stage = 'pool' then 0 else coalesce(c.submitted, 0) end as submitted,
      (select jsonb_build_object('source', v.source, 'usable', v.usable, 'version', v.version)
        from verdict v where v.item_id = i.id and i.stage = 'closed' and ${Prisma.raw(verdictInForce)}) as verdict, p.matching
    from page p join item i on i.id = p.id left join batch b on b.id = i.batch_id left join counts c on c.item_id = i.id
    order by p.place`
}

export async function itemCount(tx: Tx, studyId: string, filter: ItemConditions): Promise<number> {
  const [row] = await tx.$queryRaw<
    { count: number }[]
  >`select count(*)::int as count from item i where ${itemConditions(studyId, filter)}`
  return row?.count ?? 0
}
