import { merge } from '@/lib/tasks/rubric-scoring/merge'
import type { Draft } from '@/lib/tasks/rubric-scoring/judgment'
import type { Point } from '@/lib/tasks/rubric-scoring/points'
import type { Settings } from '@/lib/tasks/rubric-scoring/settings'

/** The verdict as it stands before anything is decided: what the readings agree on. */
export function agreedAnswer(points: readonly Point[], settings: Settings): Draft {
  const labels = points.flatMap(({ agreed, response, criterion, said }) => {
    if (!agreed) return []
    const alone = said.flatMap((one) => (one ? [{ labels: [{ response, criterion, ...one }], note: '', shown: [] }] : []))
    return merge(alone, settings).labels
  })
  return { labels, note: '', shown: [] }
}
