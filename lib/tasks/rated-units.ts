/** What agreement between readers is asked of, unit by unit: the same for every task. */
import type { CategoryWeights } from '@/lib/stats/category-weights'

/** One thing that a reader says of an item. */
export type RatedUnit = {
  /** Unique in the item. */
  unit: string
  /** Place in the scale's categories. */
  category: number
  /** What it is a matter of; null where the task has no such thing. */
  axis: string | null
  /** Whether it is part of what is told of the whole; else of its axis alone. */
  counts: boolean
  /** The criterion it is judged by: items with the same `key` share it. */
  criterion: { key: string; text: string } | null
}

export type RatedScale<Content = unknown, Answer = unknown> = {
  /** What is rated, as releases name it. */
  of: string
  categories: readonly string[]
  /** Partial agreement; null where categories are the same or not. */
  weights: CategoryWeights | null
  units: (content: Content, answer: Answer) => RatedUnit[]
}
