import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import { examples } from './examples'
import { healthBench } from './healthbench'
import { native } from './native'
import { scoringItems } from './scoring-items'

/** Every format that verdicts of this task are handed on in; the native one first. */
export const formats: readonly ExchangeFormat[] = [native, healthBench, scoringItems, examples]
