import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import { nativeFormat } from '../../conversation/native-format'
import { tableFormats } from '../../conversation/table-formats'
import { recordSchema } from '../record-schema'
import { rewardBench } from './reward-bench'
import { trl } from './trl'
import { ultraMedical } from './ultramedical'
import { wholePreference } from './whole-preference'

/** Every format that verdicts of this task are handed on in; the native one first. */
export const formats: readonly ExchangeFormat[] = [nativeFormat(wholePreference), ...tableFormats(recordSchema, wholePreference), trl, rewardBench, ultraMedical]
