import type { AdjudicationPolicy } from '@/lib/workflow/stage'

/** A study's fields as its form holds them. */
export type StudyValues = {
  name: string
  description: string
  languages: string[]
  licence: string
  readersPerItem: number
  policy: AdjudicationPolicy
  /** The task's own. */
  settings: unknown
  showsVerdicts: boolean
}

export const emptyStudy: Omit<StudyValues, 'settings'> = {
  name: '',
  description: '',
  languages: [],
  licence: '',
  readersPerItem: 2,
  policy: 'on-disagreement',
  showsVerdicts: false,
}
