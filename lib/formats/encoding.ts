export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const
export type Encoding = (typeof encodings)[number]

/** The encoding a byte order mark names, and the mark's length; null when the bytes begin with none. */
export function markedEncoding(head: Uint8Array): { encoding: Encoding; markLength: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', markLength: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', markLength: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', markLength: 2 }
  return null
}

/** How much is looked at, from the first byte that is not ASCII, before an unmarked file is called UTF-8 or GB18030. */
export const detectionWindow = 64 * 1024

/**
 * UTF-8 or GB18030, from bytes that begin with the file's first non-ASCII byte. Lines vote: few GB18030 lines happen to be
 * valid UTF-8, so a valid one is strong evidence; a line counts for GB18030 when it is invalid UTF-8, valid GB18030 and
 * most of its two-byte characters are in the GB 2312 block that all real Chinese text lives in (Latin-1 accents followed
 * by letters also decode, but land outside it). No evidence either way: UTF-8, and its bad lines are refused one by one.
 */
export function guessEncoding(window: Uint8Array): 'utf-8' | 'gb18030' {
  let utf8 = 0
  let gb18030 = 0
  for (const line of asciiDelimitedLines(window)) {
    if (isValid(line, 'utf-8')) utf8 += 1
    else if (isValid(line, 'gb18030') && isCommonChinese(line)) gb18030 += 1
  }
  return gb18030 > utf8 ? 'gb18030' : 'utf-8'
}

/** Non-ASCII lines only. The last one may end in the middle of a character and is judged by what is whole. */
function* asciiDelimitedLines(window: Uint8Array): Generator<Uint8Array> {
  let start = 0
  for (let at = 0; at <= window.length; at += 1) {
    const byte = window[at]
    if (byte !== 0x0a && byte !== 0x0d && at !== window.length) continue
    const line = window.subarray(start, at)
    if (line.some((each) => each >= 0x80)) yield line
    start = at + 1
  }
}

function isValid(line: Uint8Array, encoding: Encoding): boolean {
  try {
    // `stream` lets a character cut off at the window's end pass; in mid-file a line's end cuts none.
    new TextDecoder(encoding, { fatal: true }).decode(line, { stream: true })
    return true
  } catch {
    return false
  }
}

function isCommonChinese(line: Uint8Array): boolean {
  let pairs = 0
  let common = 0
  for (let at = 0; at < line.length; at += 1) {
    const lead = line[at] as number
    if (lead < 0x80) continue
    const trail = line[at + 1] ?? 0
    const isPair = trail < 0x30 || trail > 0x39
    at += isPair ? 1 : 3
    if (!isPair) continue
    pairs += 1
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common += 1
  }
  return common * 2 >= pairs
}
