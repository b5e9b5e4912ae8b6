import type { Difference, MeasureInfo, Scores } from '@/lib/tasks/evaluation'
import type { NamedAxis } from '@/lib/tasks/named-axes'

/** How far the experts are, and what waits for what. */
export type QuestionsShown = { asked: number; answered: number; withdrawn: number; reading: number; nobody: number }

/** A board as its service gives it. */
export type BoardShown = {
  releaseId: string
  title: string
  version: string
  split: string
  items: number
  hidden: boolean
  splits: { split: string; items: number; hidden: boolean }[]
  open: boolean
  admin: boolean
  task: string
  /** What its study calls axes. */
  axes: NamedAxis[]
  asksExperts: boolean
  match: string
  matches: string[]
  rules: { shown: number; present: number; waiting: number }
  measures: readonly MeasureInfo[]
  compared: readonly string[]
  rows: {
    id: string
    kind: 'system' | 'reader' | 'readers'
    name: string | null
    letter: string | null
    submissionId: string | null
    mine: boolean
    knewLabels: boolean
    scores: Scores & { leftOut?: Record<string, number>; readers?: number }
    toLeader: Record<string, Difference> | null
  }[]
  /** For admins alone. */
  questions: QuestionsShown | null
}
