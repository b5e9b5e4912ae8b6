/** Writes down what a release holds: the record of each chosen item as its canonical line, its readings where they are shown, the tombstones, and what each verdict stands on. */
import { asSystemStoring } from '@/lib/db/as-system-storing'
import type { Cell } from '@/lib/db/copied-rows'
import { recordId, recordParts, recordQuery, type ReadingInRelease, type RecordParts } from '@/lib/db/release-candidates'
import { fixReadings, insertReleaseItems, type NewReleaseItem } from '@/lib/db/release-items'
import { Refusal } from '@/lib/errors'
import { canonical } from '@/lib/formats/canonical'
import { splitIn, type Composition } from '@/lib/releases/composition'
import type { Recipe } from '@/lib/releases/recipe'
import type { SplitName } from '@/lib/releases/split-rule'
import { standingReadings } from '@/lib/tasks/still-said'
import type { Task } from '@/lib/tasks/task'
import type { JobContext } from './job-handler'

const itemsPerInsert = 500

export async function fixItems({
  use,
  read,
  job,
  releaseId,
  studyId,
  task,
  composition,
  readers,
  onRecord,
}: {
  use: Parameters<typeof asSystemStoring>[0]
  read: (query: string) => AsyncGenerator<Cell[][]>
  job: JobContext
  releaseId: string
  studyId: string
  task: Task
  composition: Composition
  readers: Recipe['readers']
  /** Given each record as it is fixed, with the split it is in. */
  onRecord: (parts: RecordParts, split: SplitName) => void
}): Promise<void> {
  const chosen = new Map(composition.kept.map((candidate) => [candidate.id, candidate]))
  const isNamed = readers === 'pseudonyms'
  await asSystemStoring(use, async (store) => {
    let pending: NewReleaseItem[] = composition.tombstones.map((stone) => ({
      id: stone.id,
      itemId: stone.itemId,
      split: stone.split,
      cluster: stone.cluster,
      verdictId: null,
      record: null,
      readings: null,
      withdrawn: stone.kept,
    }))
    let fixed = 0
    const flush = async () => {
      if (pending.length) await insertReleaseItems(store, releaseId, pending)
      pending = []
    }
    for await (const rows of read(recordQuery(studyId, isNamed ? releaseId : null))) {
      for (const row of rows) {
        const candidate = chosen.get(recordId(row))
        if (!candidate) continue
        const parts = recordParts(row)
        // Judged anew, or under another licence, between the choosing and now: what was counted would not be what is written.
        if (parts.verdictId !== candidate.verdict?.id || parts.item.licence !== candidate.licence) continue
        const split = splitIn(composition, candidate.id)
        onRecord(parts, split)
        pending.push({
          id: candidate.id,
          itemId: candidate.itemId,
          split,
          cluster: composition.clusterOf.get(candidate.id)!,
          verdictId: parts.verdictId,
          record: canonical(task.verdictRecord(parts.item, parts.content, parts.verdict, parts.answer, composition.forms.get(parts.verdict.protocol))),
          readings: isNamed ? readingsOf(task, parts) : null,
          withdrawn: null,
        })
        fixed += 1
        if (pending.length >= itemsPerInsert) await flush()
      }
      await job.progress('splitting', fixed, chosen.size)
    }
    await flush()
    if (fixed !== chosen.size) throw new Refusal('conflict', 'release-study-moved')
    await fixReadings(store, releaseId)
    await job.hold(store)
  })
}

/** `earlier`: of rounds before, what nobody was asked again since; only where there is any. */
function readingsOf(task: Task, { item, content, readings, before: ofBefore }: RecordParts): string {
  const recordOf = ({ reader, seat, revision, protocol, activeMs, answer }: ReadingInRelease) => task.readingRecord(item, { reader, seat, revision, protocol, activeMs }, answer)
  const { present, before } = standingReadings(task, content, { present: readings, before: ofBefore })
  const earlier = before.map((reading) => ({ round: reading.round, ...recordOf(reading) }))
  return canonical({ item: item.id, readings: present.map(recordOf), ...(earlier.length > 0 ? { earlier } : {}) })
}
