import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import { nativeFormat } from '../../conversation/native-format'
import { tableFormats } from '../../conversation/table-formats'
import { recordSchema } from '../record-schema'
import { examples } from './examples'
import { healthBench } from './healthbench'
import { kqa } from './kqa'
import { scoringItems } from './scoring-items'
import { wholeAuthored } from './whole-authored'

/** Every format that verdicts of this task are handed on in; the native one first. */
export const formats: readonly ExchangeFormat[] = [nativeFormat(wholeAuthored), ...tableFormats(recordSchema, wholeAuthored), healthBench, kqa, scoringItems, examples]
