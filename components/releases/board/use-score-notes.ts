import { useTranslations } from 'next-intl'
import { footnotesOf } from '@/components/ui/footnotes-of'
import type { Scored } from '@/lib/tasks/evaluation'

/** Why scores of a table have no value, and the notes that say so below it: what each of its `ScoreCell`s is given. */
export function useScoreNotes(scores: readonly (Scored | undefined)[]) {
  const t = useTranslations('board.undefined')
  const why = (score: Scored | undefined): string | null => {
    if (score && score.value !== null) return null
    const key = (score?.reason ?? 'none') as 'none'
    return t(t.has(key) ? key : 'none')
  }
  return { why, notes: footnotesOf(scores.map(why)) }
}
