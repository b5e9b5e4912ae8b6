/** Longer names are refused by file systems at 255 bytes; an ending must still fit. */
const partLength = 120

/**
 * A relative path that stands for an item's id and for no other, on every file system: ASCII without upper case (some do not
 * tell cases apart) or characters with a meaning; `^x` is an upper-case X, `=2f` a byte of UTF-8; a long id goes on in
 * folders, whose names end in `+`. No part begins with a dot or a hyphen, ends with a dot, or is a device's name on Windows.
 */
export function filePathOfId(id: string): string {
  const units = Array.from(id, unitOf)
  const parts: string[] = []
  let part = ''
  for (const unit of units) {
    if (part.length + unit.length > partLength) {
      parts.push(part)
      part = ''
    }
    part += unit
  }
  return [...parts.map((each) => `${guarded(each)}+`), guarded(part)].join('/')
}

/** The id whose path this is; of a path that somebody else chose, the path itself. */
export function idOfFilePath(path: string): string {
  const joined = path.replaceAll('+/', '')
  const bytes: number[] = []
  const encoder = new TextEncoder()
  for (const { 0: unit } of joined.matchAll(/=[\da-f]{2}|\^[a-z]|[^]/gu)) {
    if (unit.length === 3 && unit.startsWith('=')) bytes.push(Number.parseInt(unit.slice(1), 16))
    else bytes.push(...encoder.encode(unit.length === 2 && unit.startsWith('^') ? unit.slice(1).toUpperCase() : unit))
  }
  const id = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes))
  return filePathOfId(id) === path ? id : path
}

function unitOf(character: string): string {
  if (/^[a-z0-9_.-]$/.test(character)) return character
  if (/^[A-Z]$/.test(character)) return `^${character.toLowerCase()}`
  return escaped(character)
}

const escaped = (character: string) =>
  Array.from(new TextEncoder().encode(character), (byte) => `=${byte.toString(16).padStart(2, '0')}`).join('')

const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/

function guarded(part: string): string {
  const ends = part.replace(/^[.-]|\.$/g, escaped)
  return device.test(ends) ? escaped(ends.slice(0, 1)) + ends.slice(1) : ends
}
