import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import { native } from './native'

/** Every format that verdicts of this task are handed on in; the native one first. */
export const formats: readonly ExchangeFormat[] = [native]
