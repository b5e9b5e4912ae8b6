import fc from 'fast-check'
import { sha256OfText } from '@/lib/formats/sha256-of-text'
import { storableText } from '@/lib/spans/any-text.testing'
import { codePointsOf } from '@/lib/spans/code-points'
import type { JsonObject } from '../../task'
import type { ExchangeRecord } from './exchange-record'

/** What formats trip over: their own signs, formulas, every line end and blank, right-to-left, joined and combining characters. */
const signs = [
  '=1+1', '-2', '+x', '@y', "'", "''=", '＝', '\t', '"', ',', ';', '|', '\\', '\\n', '[1]', '*', '_', '->', '#Text=', '{"a":1}', 'NA', '\n', '\r', '\r\n',
  '\u2028', '\u0085', '\v', '\u001f', '\uFEFF', '\u00a0', ' ', '  ', 'e\u0301', '👩🏽‍⚕️', '𠮷', 'مريض', 'חולה', '患者服用阿司匹林。', 'Aspirin 81 mg daily. ', 'a', 'b',
] // prettier-ignore
const signText = fc.array(fc.constantFrom(...signs), { maxLength: 8 }).map((parts) => parts.join(''))
export const trippingText = fc.oneof(signText, storableText).filter((text) => text.trim() !== '')
const anyWords = fc.oneof(fc.constant(''), signText, storableText)
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 })

const anySpan = (text: string) => {
  const points = codePointsOf(text)
  return fc
    .record({
      a: fc.nat(points.length),
      b: fc.nat(points.length),
      type: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('conceptual', 'causalOrganism', '术语 错误') }, anyWords),
      correction: anyWords,
      explanation: anyWords,
      references: fc.array(anyWords, { maxLength: 2 }),
    })
    .map(({ a, b, ...rest }) => {
      const start = Math.min(a, b, points.length - 1)
      const end = Math.max(a, b, start + 1)
      return { start, end, quote: points.slice(start, end), ...rest }
    })
}

const anyVerdict = fc.record({
  basis: fc.constantFrom('consensus' as const, 'adjudication' as const),
  version: fc.integer({ min: 1, max: 9 }),
  protocol: fc.integer({ min: 1, max: 9 }),
  rationale: orNull(anyWords),
  cause: orNull(fc.constantFrom('oversight', 'taxonomy-gap')),
})

/** Any record that a verdict can make, its hash not yet made. */
const anyUnhashed: fc.Arbitrary<ExchangeRecord> = trippingText.chain((text) =>
  fc
    .record({
      id: trippingText.map((id) => Array.from(id).slice(0, 200).join('')).filter((id) => id.trim() !== ''),
      text: fc.constant(text),
      textSha256: fc.constant(''),
      language: orNull(fc.constantFrom('en', 'zh-CN')),
      specialty: orNull(trippingText),
      group: orNull(trippingText),
      source: orNull(trippingText),
      licence: orNull(trippingText),
      tags: fc.dictionary(
        fc.constantFrom('style', 'level', '难度', 'a.b'),
        fc.oneof(trippingText, fc.integer(), fc.boolean(), fc.array(trippingText, { maxLength: 2 })),
      ),
      verdictIs: fc.constantFrom('correct' as const, 'erroneous' as const, 'erroneous' as const, null),
      spans: fc.array(anySpan(text), { maxLength: 4 }),
      difficulty: orNull(fc.integer({ min: 1, max: 5 })),
      confidence: orNull(fc.integer({ min: 1, max: 3 })),
      verdict: anyVerdict,
    })
    .map(({ verdictIs, spans, tags, ...rest }) => ({
      ...rest,
      tags: { ...tags },
      outcome: verdictIs === null ? ('unusable' as const) : ('answer' as const),
      veracity: verdictIs,
      spans: verdictIs === 'erroneous' ? spans : [],
    })),
)

export const anyRecords = fc.array(anyUnhashed, { maxLength: 4 })

export async function withHashes(records: readonly ExchangeRecord[]): Promise<JsonObject[]> {
  return Promise.all(
    records.map(async (record): Promise<JsonObject> => ({ ...record, textSha256: await sha256OfText(record.text) })),
  )
}
