/** Where the same responses were both compared and judged by a rubric: what was said beside what follows, differences first. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { statedRows, type StatedRow } from '@/lib/db/stated-rows'
import { judgmentSchema as choiceSchema } from '@/lib/tasks/preference/judgment'
import { contentFields as comparedFields } from '@/lib/tasks/preference/content'
import { contentFields as judgedFields } from '@/lib/tasks/rubric-scoring/content'
import { judgmentSchema as labelsSchema } from '@/lib/tasks/rubric-scoring/judgment'
import { statedAgainstDerived, type StatedPair } from '@/lib/tasks/stated-preference'
import { admitAdmin } from './admit-admin'

export const readStatedInput = z.object({ study: z.string() })

export type StatedRowShown = StatedPair & { externalId: string; prompt: string; judgedIn: string }
/** Counts are of all pairs; `rows` are the first of them, differences before the others. */
export type StatedShown = { pairs: number; same: number; rows: StatedRowShown[] }

/** Items looked at in one go. */
const pageSize = 500
const mostRows = 200
const promptLength = 300

export const readStated = (viewer: Viewer, { study: slug }: z.output<typeof readStatedInput>): Promise<StatedShown> =>
  asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const shown = { pairs: 0, same: 0, rows: [] as StatedShown['rows'] }
    let after: string | null = null
    do {
      const { rows, next } = await statedRows(tx, study.id, after, pageSize)
      const pairs = rows.flatMap(pairsOf)
      shown.pairs += pairs.length
      shown.same += pairs.filter(({ same }) => same).length
      shown.rows = [...shown.rows, ...pairs].toSorted(differencesFirst).slice(0, mostRows)
      after = next
    } while (after !== null)
    return shown
  })

const differencesFirst = (a: StatedRowShown, b: StatedRowShown) => Number(a.same) - Number(b.same) || (a.externalId < b.externalId ? -1 : Number(a.externalId > b.externalId))

function pairsOf({ externalId, text, compared, judged }: StatedRow): StatedRowShown[] {
  const { responses } = comparedFields.parse(compared.content)
  const { overall } = choiceSchema.parse(compared.answer)
  const pairs = statedAgainstDerived({ responses, overall }, { content: judgedFields.parse(judged.content), labels: labelsSchema.parse(judged.answer).labels })
  return (pairs ?? []).map((pair) => ({ ...pair, externalId, prompt: [...text].slice(0, promptLength).join(''), judgedIn: judged.study }))
}
