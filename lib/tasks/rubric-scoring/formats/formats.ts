import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import { explicitCriteria } from './explicit-criteria'
import { healthBench } from './healthbench'
import { native } from './native'
import { rewards } from './rewards'
import { trl } from './trl'

/** Every format that verdicts of this task are handed on in; the native one first. */
export const formats: readonly ExchangeFormat[] = [native, healthBench, explicitCriteria, rewards, trl]
