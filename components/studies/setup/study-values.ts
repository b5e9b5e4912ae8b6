import type { Settings } from '@/lib/tasks/error-spans/settings'
import type { AdjudicationPolicy } from '@/lib/workflow/stage'

/** A study's fields as its form holds them. */
export type StudyValues = {
  name: string
  description: string
  languages: string[]
  licence: string
  readersPerItem: number
  policy: AdjudicationPolicy
  settings: Settings
  showsVerdicts: boolean
}

export const emptyStudy: StudyValues = {
  name: '',
  description: '',
  languages: [],
  licence: '',
  readersPerItem: 2,
  policy: 'on-disagreement',
  settings: { errorsPerText: 'any', tolerance: { overlap: 0.5 } },
  showsVerdicts: false,
}
