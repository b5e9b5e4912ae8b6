import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import { nativeFormat } from '../../conversation/native-format'
import { tableFormats } from '../../conversation/table-formats'
import { writtenRubricRecord } from '../../rubric/rubric-record'
import { recordSchema } from '../record-schema'
import { explicitCriteria } from './explicit-criteria'
import { healthBench } from './healthbench'
import { rewardBench } from './reward-bench'
import { rewards } from './rewards'
import { trl } from './trl'
import { wholeScoring } from './whole-scoring'

/** What is converted may be without the settings of a reward; a verdict never is. */
const convertible = recordSchema.extend({ rubric: writtenRubricRecord })

/** Every format that verdicts of this task are handed on in; the native one first. */
export const formats: readonly ExchangeFormat[] = [nativeFormat(wholeScoring), ...tableFormats(convertible, wholeScoring), healthBench, explicitCriteria, rewards, rewardBench, trl]
