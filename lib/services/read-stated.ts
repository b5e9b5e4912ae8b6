/** Where the same responses were both compared and judged one by one: what was said beside what follows, differences first. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { statedRows, type StatedRow } from '@/lib/db/stated-rows'
import { taskCodes, taskOf } from '@/lib/tasks/registry'
import { statedAgainstDerived, type StatedPair } from '@/lib/tasks/stated-preference'
import { admitAdmin } from './admit-admin'

export const readStatedInput = z.object({ study: z.string() })

export type StatedRowShown = StatedPair & { externalId: string; prompt: string; judgedIn: string }
/** Counts are of all pairs; `rows` are the first of them, differences before the others. `apart`: items of one prompt without two responses in common. */
export type StatedShown = { pairs: number; same: number; apart: number; rows: StatedRowShown[] }

/** Items looked at in one go. */
const pageSize = 500
const mostRows = 200
const promptLength = 300
const tasksBy = (basis: 'stated' | 'derived') => taskCodes.filter((code) => taskOf(code).pairwise?.basis === basis)

export const readStated = (viewer: Viewer, { study: slug }: z.output<typeof readStatedInput>): Promise<StatedShown> =>
  asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const shown = { pairs: 0, same: 0, apart: 0, rows: [] as StatedShown['rows'] }
    let after: string | null = null
    do {
      const { rows, next } = await statedRows(tx, study.id, { stated: tasksBy('stated'), derived: tasksBy('derived') }, after, pageSize)
      const found = rows.map(pairsOf)
      const pairs = found.flatMap((one) => one ?? [])
      shown.apart += found.filter((one) => one === null).length
      shown.pairs += pairs.length
      shown.same += pairs.filter(({ same }) => same).length
      shown.rows = [...shown.rows, ...pairs].toSorted(differencesFirst).slice(0, mostRows)
      after = next
    } while (after !== null)
    return shown
  })

const differencesFirst = (a: StatedRowShown, b: StatedRowShown) => Number(a.same) - Number(b.same) || (a.externalId < b.externalId ? -1 : Number(a.externalId > b.externalId))

function pairsOf({ externalId, text, compared, judged }: StatedRow): StatedRowShown[] | null {
  const [said, follows] = [taskOf(compared.task).pairwise, taskOf(judged.task).pairwise]
  if (said?.basis !== 'stated' || follows?.basis !== 'derived') return []
  const pairs = statedAgainstDerived(said.of(compared.content, compared.answer), follows.of(judged.content, judged.answer))
  return pairs && pairs.map((pair) => ({ ...pair, externalId, prompt: [...text].slice(0, promptLength).join(''), judgedIn: judged.study }))
}
