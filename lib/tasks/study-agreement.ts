import type { Measure } from '@/lib/releases/agreement-facts'
import type { AgreementGroup } from './agreement-by'

/** How far the readers of a study agree, by pseudonym and of closed items alone. */
export type StudyAgreement = {
  items: number
  readings: number
  /** What releases of the study state too. */
  measures: Measure[]
  groups: AgreementGroup[]
  /** Criteria counted one by one, and those that made room for them; absent where it was counted before this was told. */
  criteria?: { followed: number; leftOut: number }
}
