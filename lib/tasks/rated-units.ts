/** What agreement between readers is asked of, unit by unit: the same for every task. */

/** One thing that a reader says of an item. */
export type RatedUnit = {
  /** Unique in the item. */
  unit: string
  /** Place in the scale's categories. */
  category: number
  /** Places of all that the reader could have said of it: how likely agreement by chance is hangs on these. */
  offered: readonly number[]
  /** What it is a matter of, each once; none where the task has no such thing. */
  axes: readonly string[]
  /** Whether it is part of what is told of the whole; else of its axes alone. */
  counts: boolean
  /** The criterion it is judged by: items with the same `key` share it. */
  criterion: { key: string; text: string } | null
}

export type RatedScale<Content = unknown, Answer = unknown, Form = unknown> = {
  /** What is rated, as releases name it. */
  of: string
  categories: readonly string[]
  /** How far apart categories are, null what is of no degree; null where they are the same or not, and nothing between. */
  degrees: readonly (number | null)[] | null
  /** By category, the one that stands for it where degrees do not count (one side, however strongly); null: each its own. */
  sides: readonly number[] | null
  /** `form`: of the protocol that the reader answered under. */
  units: (content: Content, answer: Answer, form: Form) => RatedUnit[]
}
