import fc from 'fast-check'

const halves = { first: 0xd800, count: 0x800 }

/**
 * Any code point but halves of pairs. What `fc.string` calls 'binary' draws the same, and first lists all million of them, for a
 * second, wherever it is imported.
 */
export const anyCodePoint: fc.Arbitrary<string> = fc.nat(0x10_ff_ff - halves.count).map(
  (nth) => String.fromCodePoint(nth < halves.first ? nth : nth + halves.count),
  (text) => {
    if (typeof text !== 'string' || [...text].length !== 1 || !text.isWellFormed()) throw new Error('not one code point')
    const point = text.codePointAt(0)!
    return point < halves.first ? point : point - halves.count
  },
)

/** Pieces of text on which counting goes wrong: more than one unit a code point, more than one code point a character. */
const pieces = [
  'a', 'Z', '7', ' ', '. ', '! ', '。', '，', 'Dr. ', 'e\u0301', '\u0301', '\u200d', '\ufe0f', '\r\n', '\r', '\n', '\u2028',
  '心肌', '梗死', '患者', 'とても', '가', '\u1112\u1161\u11ab', 'שָׁלוֹם', 'مرحبا', '\u0600', 'क्षि', '👨‍👩‍👧‍👦', '👍🏽', '🇨🇳', '🇫',
  '𠮷', '𝛼', '\ud83d', '\udc68', '\u{e0100}', '\0',
] // prettier-ignore

/** Any string, ill-formed ones included. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: anyCodePoint, maxLength: 4 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''))

/** Any text that an item may have. */
export const storableText = anyText
  .map((text) => text.toWellFormed().replaceAll('\0', ''))
  .filter((text) => text.trim() !== '')
