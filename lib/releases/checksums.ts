/** `CHECKSUMS`, as `sha256sum -c` reads it: each file's SHA-256 in hexadecimal, two blanks, its path; in the order of paths. */
import { byCodeUnit } from './by-code-unit'

export const checksumsPath = 'CHECKSUMS'

export const checksumsText = (files: readonly { path: string; sha256: string }[]): string =>
  files
    .toSorted((a, b) => byCodeUnit(a.path, b.path))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('')

/** The other way, text and binary marks alike; `null` where a line is none of these. */
export function readChecksums(text: string): Map<string, string> | null {
  const sums = new Map<string, string>()
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue
    const [, sha256, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
    if (sha256 === undefined || path === undefined || sums.has(path)) return null
    sums.set(path, sha256)
  }
  return sums
}
