import fc from 'fast-check'
import { storableText } from '@/lib/spans/any-text.testing'
import { roles, type Message } from './prompt'
import type { Response } from './responses'

/** For tests: conversations and responses of any storable text. */
export const anyText = fc.oneof(fc.constantFrom('Rest. ', '患者应休息。', '=1+1', '"', '👩🏽‍⚕️', '**b**\n- c\r\n'), storableText).filter((text) => text.trim() !== '')

export const anyPrompt: fc.Arbitrary<Message[]> = fc.oneof(
  anyText.map((content): Message[] => [{ role: 'user', content }]),
  fc.array(fc.record({ role: fc.constantFrom(...roles), content: anyText }), { minLength: 1, maxLength: 4 }),
)

export const anyResponses = (least: number, most = 8): fc.Arbitrary<Response[]> =>
  fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'gpt-4', '模型', '1', 'B', 'x/y', 'r9', 'C'), text: anyText }), { selector: ({ id }) => id, minLength: least, maxLength: most })

export const anyHead = fc.record({
  textSha256: fc.constant(''),
  language: fc.option(fc.constantFrom('en', 'zh-CN')),
  specialty: fc.option(fc.constantFrom('Cardiology', '心内科')),
  group: fc.option(fc.constantFrom('g1')),
  source: fc.option(fc.constantFrom('s')),
  licence: fc.option(fc.constantFrom('CC0')),
  tags: fc.dictionary(fc.constantFrom('subset', 'type', 'theme'), fc.oneof(fc.constantFrom('x', 'y'), fc.integer(), fc.array(fc.constantFrom('x'), { maxLength: 2 }))).map((tags) => ({ ...tags })),
})

export const anyBeholder = fc.record({ item: fc.uuid(), person: fc.uuid() })
