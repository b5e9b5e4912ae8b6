/** A filter of items as SQL over `item i`. The only place where a filter becomes a condition. */
import { Prisma } from './generated/client'
import { verdictInForce } from './in-force'
import { isTold } from './told-stage'
import type { Stage } from '@/lib/workflow/stage'

export type ItemConditions = {
  search?: string | undefined
  stage?: Stage | undefined
  batch?: string | undefined
  language?: string | undefined
  specialty?: string | undefined
  source?: string | undefined
  import?: string | undefined
  tag?: string | undefined
  verdict?: 'consensus' | 'adjudication' | 'unusable' | 'none' | undefined
  readers?: 'none' | undefined
}

export function itemConditions(studyId: string, filter: ItemConditions): Prisma.Sql {
  const all = [Prisma.sql`i.study_id = ${studyId}::uuid`]
  const { search, stage, batch, language, specialty, source, tag, verdict } = filter
  if (search) {
    // Folding the case of every text takes most of a search's time; figures and Chinese have none.
    const like = Prisma.raw(search.toLowerCase() === search.toUpperCase() ? 'like' : 'ilike')
    const either = spellings(search).map((spelt) => {
      const pattern = `%${spelt.replaceAll(/[\\%_]/g, '\\$&')}%`
      return Prisma.sql`i.external_id ${like} ${pattern} or i.text ${like} ${pattern}`
    })
    all.push(Prisma.sql`(${Prisma.join(either, ' or ')})`)
  }
  if (stage) all.push(isTold(stage))
  if (batch) all.push(Prisma.sql`i.batch_id = ${batch}::uuid`)
  if (language) all.push(Prisma.sql`i.language = ${language}`)
  if (specialty) all.push(Prisma.sql`i.specialty = ${specialty}`)
  if (source) all.push(Prisma.sql`i.source = ${source}`)
  // Items and their import are written in one transaction, whose time they share to the microsecond.
  if (filter.import) {
    all.push(
      Prisma.sql`i.created_at = (select finished_at from import where id = ${filter.import}::uuid and study_id = ${studyId}::uuid)`,
    )
  }
  if (tag) {
    const name = tag.slice(0, tag.indexOf('='))
    const value = tag.slice(tag.indexOf('=') + 1)
    all.push(Prisma.sql`(i.tags ->> ${name} = ${value} or jsonb_exists(i.tags -> ${name}, ${value}))`)
  }
  if (verdict) all.push(verdictCondition(verdict))
  if (filter.readers) all.push(Prisma.sql`i.id in (select item_id from readings_for_nobody(${studyId}::uuid))`)
  return Prisma.join(all, ' and ')
}

/** Texts stay as they were imported, with letters and their marks in one character or in two; whoever types does not know which. */
const spellings = (typed: string): string[] => [...new Set([typed, typed.normalize('NFC'), typed.normalize('NFD')])]

function verdictCondition(verdict: NonNullable<ItemConditions['verdict']>): Prisma.Sql {
  if (verdict === 'none')
    return Prisma.sql`${isTold('closed')} and not exists (select from verdict v where v.item_id = i.id and ${Prisma.raw(verdictInForce)})`
  const holds = verdict === 'unusable' ? Prisma.sql`not v.usable` : Prisma.sql`v.usable and v.source = ${verdict}`
  return Prisma.sql`i.stage = 'closed' and exists (select from verdict v where v.item_id = i.id and ${holds}
    and ${Prisma.raw(verdictInForce)})`
}
