import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import { native } from './native'
import { rewardBench } from './reward-bench'
import { trl } from './trl'
import { ultraMedical } from './ultramedical'

/** Every format that verdicts of this task are handed on in; the native one first. */
export const formats: readonly ExchangeFormat[] = [native, trl, rewardBench, ultraMedical]
