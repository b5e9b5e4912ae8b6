import fc from 'fast-check'

/** Pieces of text on which counting goes wrong: more than one unit a code point, more than one code point a character. */
const pieces = [
  'a', 'Z', '7', ' ', '. ', '! ', '。', '，', 'Dr. ', 'e\u0301', '\u0301', '\u200d', '\ufe0f', '\r\n', '\r', '\n', '\u2028',
  '心肌', '梗死', '患者', 'とても', '가', '\u1112\u1161\u11ab', 'שָׁלוֹם', 'مرحبا', '\u0600', 'क्षि', '👨‍👩‍👧‍👦', '👍🏽', '🇨🇳', '🇫',
  '𠮷', '𝛼', '\ud83d', '\udc68', '\u{e0100}', '\0',
] // prettier-ignore

/** Any string, ill-formed ones included. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''))

/** Any text that an item may have. */
export const storableText = anyText
  .map((text) => text.toWellFormed().replaceAll('\0', ''))
  .filter((text) => text.trim() !== '')
