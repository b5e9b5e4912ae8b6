/** Where the same responses were both compared and judged by a rubric: what was said beside what follows, differences first. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { statedRows } from '@/lib/db/stated-rows'
import { judgmentSchema as choiceSchema } from '@/lib/tasks/preference/judgment'
import { contentFields as comparedFields } from '@/lib/tasks/preference/content'
import { contentFields as judgedFields } from '@/lib/tasks/rubric-scoring/content'
import { judgmentSchema as labelsSchema } from '@/lib/tasks/rubric-scoring/judgment'
import { statedAgainstDerived, type StatedPair } from '@/lib/tasks/stated-preference'
import { admitAdmin } from './admit-admin'

export const readStatedInput = z.object({ study: z.string() })

export type StatedShown = { pairs: number; same: number; rows: (StatedPair & { externalId: string; prompt: string; judgedIn: string })[] }

/** More items than one looks through; the counts are of these. */
const mostItems = 2_000
const mostRows = 200
const promptLength = 300

export const readStated = (viewer: Viewer, { study: slug }: z.output<typeof readStatedInput>): Promise<StatedShown> =>
  asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const found = (await statedRows(tx, study.id, mostItems)).flatMap(({ externalId, text, compared, judged }) => {
      const { responses } = comparedFields.parse(compared.content)
      const { overall } = choiceSchema.parse(compared.answer)
      const pairs = statedAgainstDerived({ responses, overall }, { content: judgedFields.parse(judged.content), labels: labelsSchema.parse(judged.answer).labels })
      return (pairs ?? []).map((pair) => ({ ...pair, externalId, prompt: [...text].slice(0, promptLength).join(''), judgedIn: judged.study }))
    })
    return { pairs: found.length, same: found.filter(({ same }) => same).length, rows: found.toSorted((a, b) => Number(a.same) - Number(b.same)).slice(0, mostRows) }
  })
