import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import { nativeFormat } from '../../conversation/native-format'
import { rewardBench } from './reward-bench'
import { trl } from './trl'
import { ultraMedical } from './ultramedical'
import { wholePreference } from './whole-preference'

/** Every format that verdicts of this task are handed on in; the native one first. */
export const formats: readonly ExchangeFormat[] = [nativeFormat(wholePreference), trl, rewardBench, ultraMedical]
