/**
 * Holds a release against its own manifest, without a network or a database. What it proves: every byte is the byte that was
 * frozen, given that the manifest is the one that was published; the records keep their own promises; the audit chain leads, link by
 * link, from the head that the release before names to the head that the manifest names, over any head that somebody noted. Files of a
 * hidden split are held against what the manifest commits to, under the key that came with them. That
 * each hash in it is of the event that the installation has takes the installation (`audit verify`).
 */
import { createHash } from 'node:crypto'
import type { ChainHead } from '@/lib/releases/audit-links'
import { checksumsPath, readChecksums } from '@/lib/releases/checksums'
import { commitmentTo, keyIn, keyPath } from '@/lib/releases/commitment'
import { manifestPath, manifestSchema, type Manifest, type ReleaseFile } from '@/lib/releases/manifest'
import { Halt } from '../first/halt.mjs'
import { followChain } from './chain-check'
import { nativeCheck } from './native-check'
import type { ReleaseSource } from './open-release'

export type Verification = {
  ok: boolean
  /** Such as `ward-facts@1.2.0`; null where no manifest says it. */
  release: string | null
  files: { path: string; sha256: string; ok: boolean }[]
  /** Splits that this download leaves out as a whole. */
  absent: string[]
  /** Positions of the audit chain that it was followed over, and those before them that nobody can; null where the release holds no links. */
  chain: { from: number; to: number; missing: { from: number; to: number } | null } | null
  problems: string[]
}

/** A manifest of a million files. */
const longestList = 512 * 1024 * 1024

/** `before`: the release that it says it follows. */
export async function verifyRelease(
  source: ReleaseSource,
  { noted = null, before = null }: { noted?: string | null; before?: ReleaseSource | null } = {},
): Promise<Verification> {
  const problems = source.doubles.map((path) => `${path} is in the archive more than once.`)
  const manifestBytes = await wholeOf(source, manifestPath)
  const done = (
    files: Verification['files'] = [],
    absent: string[] = [],
    release: string | null = null,
    chain: Verification['chain'] = null,
  ): Verification => ({ ok: problems.length === 0, release, files, absent, chain, problems })
  if (manifestBytes === null) {
    problems.push(`There is no ${manifestPath}: this is no release, or not all of it.`)
    return done()
  }
  const manifest = manifestOf(manifestBytes, problems)
  if (manifest === null) return done()
  const { slug, version } = manifest.release
  const previous = before && (await heldAgainst(manifest, before))
  problems.push(...(previous?.problems ?? []))
  const head = noted === null ? null : headIn(noted)
  if (noted !== null) problems.push(...notedProblems(manifest, noted, head))

  const manifestSha256 = createHash('sha256').update(manifestBytes).digest('hex')
  const sums = await sumsOf(source, problems)
  const absent = sums ? absentSplits(manifest, sums, source) : []
  const expected = manifest.files.filter(({ split }) => split === null || !absent.includes(split))
  if (sums) problems.push(...sumProblems(sums, expected, manifestSha256))

  const files: Verification['files'] = [
    { path: manifestPath, sha256: manifestSha256, ok: sums?.get(manifestPath) === manifestSha256 },
  ]
  const seen = new Map<string, string>()
  const records = new Map<string, number>()
  const keys = await keysIn(source, expected, problems)
  for (const file of expected) {
    const found = await fileProblems(source, file, { seen, key: file.split && keys.get(file.split), sum: sums?.get(file.path) })
    problems.push(...found.problems)
    if (found.isWhole && file.format === 'native' && file.split !== null)
      records.set(file.split, (records.get(file.split) ?? 0) + found.records)
    files.push({ path: file.path, sha256: file.sha256 ?? found.sha256, ok: found.isWhole })
  }
  for (const { name, items } of manifest.splits) {
    const count = records.get(name)
    if (count !== undefined && count !== items)
      problems.push(`The split ${name} has ${count} records, the manifest says ${items}.`)
  }
  const known = new Set([manifestPath, checksumsPath, ...expected.map(({ path }) => path)])
  for (const path of source.files.keys())
    if (!known.has(path)) problems.push(`${path} does not belong to this release.`)
  const followed = await followChain(manifest, source, { noted: head, linked: previous?.linked ?? false })
  problems.push(...(followed?.problems ?? []))
  return done(files, absent, `${slug}@${version}`, followed && { from: followed.from, to: followed.to, missing: followed.missing })
}

function manifestOf(bytes: Buffer, problems: string[]): Manifest | null {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString())
  } catch {
    problems.push(`${manifestPath} is not JSON.`)
    return null
  }
  const { data, error } = manifestSchema.safeParse(value)
  if (data) return data
  const at = error.issues[0]?.path.join('.') ?? ''
  problems.push(
    at.startsWith('audit')
      ? `${manifestPath}: the head of the audit chain (${at}) is not well-formed.`
      : `${manifestPath} is not of the form that this version reads, at ${at || 'its top'}.`,
  )
  return null
}

function headIn(noted: string): ChainHead | null {
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(noted) ?? []
  return position === undefined || hash === undefined ? null : { position: Number(position), hash }
}

/** A head at a link that is in the release is held against it when the chain is followed. */
function notedProblems({ audit }: Manifest, noted: string, head: ChainHead | null): string[] {
  if (!head) return [`The noted head ${noted} is not of the form POSITION:HASH.`]
  const { position, hash } = head
  const first = audit.from ?? audit
  if (position < first.position || position > audit.position)
    return [
      `The release holds positions ${first.position} to ${audit.position} of the audit chain, the noted head is position ${position}: only the installation can compare them (bin/doubleread audit verify --noted ${noted}).`,
    ]
  const named = [first, audit].find((each) => each.position === position)
  return !named || named.hash === hash
    ? []
    : [`The release names another head of the audit chain at position ${position} than was noted.`]
}

/** `linked`: whether the release before holds links of the audit chain itself. */
async function heldAgainst({ previous }: Manifest, before: ReleaseSource): Promise<{ problems: string[]; linked: boolean }> {
  const said = (problem: string) => ({ problems: [problem], linked: false })
  if (!previous) return said('The release says that there was none before it.')
  const bytes = await wholeOf(before, manifestPath)
  const sha256 = bytes && createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== previous.manifestSha256)
    return said(`The release follows ${previous.version} with another ${manifestPath} than the one that was given.`)
  const { audit } = JSON.parse(bytes!.toString()) as Manifest
  return previous.audit && (audit.hash !== previous.audit.hash || audit.position !== previous.audit.position)
    ? said(`The release names another head of the audit chain for ${previous.version} than that one does itself.`)
    : { problems: [], linked: audit.from !== undefined }
}

async function sumsOf(source: ReleaseSource, problems: string[]): Promise<Map<string, string> | null> {
  const bytes = await wholeOf(source, checksumsPath)
  if (bytes === null) {
    problems.push(`${checksumsPath} is missing.`)
    return null
  }
  const sums = readChecksums(bytes.toString())
  if (sums === null) problems.push(`${checksumsPath} is not of the form that sha256sum reads.`)
  return sums
}

/** The download of some splits has a CHECKSUMS of its own, which names no file of the others; the frozen one names none of a hidden split. */
function absentSplits({ files, splits }: Manifest, sums: ReadonlyMap<string, string>, source: ReleaseSource): string[] {
  return splits
    .map(({ name }) => name)
    .filter((name) => {
      const own = files.filter(({ split }) => split === name)
      return own.length > 0 && own.every(({ path, sha256 }) => !sums.has(path) && !(sha256 === null && source.files.has(path)))
    })
}

function sumProblems(sums: ReadonlyMap<string, string>, expected: readonly ReleaseFile[], manifest: string): string[] {
  const said = new Map([
    ...expected.flatMap(({ path, sha256 }): [string, string][] => (sha256 === null ? [] : [[path, sha256]])),
    [manifestPath, manifest],
  ])
  const known = new Set([...said.keys(), ...expected.map(({ path }) => path)])
  const problems: string[] = []
  for (const [path, sha256] of said) {
    const sum = sums.get(path)
    if (sum === undefined) problems.push(`${checksumsPath} does not name ${path}.`)
    else if (sum !== sha256)
      problems.push(
        path === manifestPath
          ? `${manifestPath} is not the one that ${checksumsPath} names.`
          : `${checksumsPath} and ${manifestPath} differ about ${path}.`,
      )
  }
  for (const path of sums.keys())
    if (!known.has(path)) problems.push(`${checksumsPath} names ${path}, ${manifestPath} does not.`)
  return problems
}

/** The keys of the hidden splits that are here; without one, nothing of its split can be held against the manifest. */
async function keysIn(source: ReleaseSource, expected: readonly ReleaseFile[], problems: string[]): Promise<Map<string, string>> {
  const keys = new Map<string, string>()
  for (const split of new Set(expected.flatMap(({ split: name, sha256 }) => (sha256 === null && name !== null ? [name] : [])))) {
    const bytes = await wholeOf(source, keyPath(split))
    const key = bytes && keyIn(bytes.toString())
    const isMissed = !source.files.has(keyPath(split)) && expected.some(({ path }) => path === keyPath(split))
    if (key) keys.set(split, key)
    // That a file is missing is said of this one as of every other.
    else if (!isMissed) problems.push(`${keyPath(split)} holds no key, so that no file of the split ${split} can be checked.`)
  }
  return keys
}

/** `key`: of the file's split, where it is hidden. `sum`: what CHECKSUMS says of it. */
async function fileProblems(
  source: ReleaseSource,
  { path, bytes, sha256, commitment, format }: ReleaseFile,
  { seen, key, sum }: { seen: Map<string, string>; key: string | null | undefined; sum: string | undefined },
) {
  const open = source.files.get(path)
  if (!open) return { isWhole: false, sha256: '', records: 0, problems: [`${path} is missing.`] }
  const hash = createHash('sha256')
  const native = format === 'native' ? nativeCheck(path, seen) : null
  let length = 0
  try {
    for await (const piece of await open()) {
      length += piece.length
      // Nothing longer is the file, however much more an archive promises to unpack.
      if (bytes !== null && length > bytes) break
      hash.update(piece)
      native?.push(piece)
    }
  } catch (error) {
    return { isWhole: false, sha256: '', records: 0, problems: [`${path} cannot be read: ${(error as Error).message}`] }
  }
  const found = hash.digest('hex')
  const isNamed = commitment === undefined ? found === sha256 : !!key && (sum ?? found) === found && (await commitmentTo(found, key)) === commitment
  const isWhole = (bytes === null || length === bytes) && isNamed
  // That the key is not there is said of it alone.
  const isUnknown = commitment !== undefined && !key
  const { records, problems } = native?.end() ?? { records: 0, problems: [] }
  return {
    isWhole,
    sha256: found,
    records,
    problems: [...(isWhole || isUnknown ? [] : [`${path} is not the file that was released.`]), ...problems],
  }
}

async function wholeOf(source: ReleaseSource, path: string): Promise<Buffer | null> {
  const open = source.files.get(path)
  if (!open) return null
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of await open()) {
      length += piece.length
      if (length > longestList) return null
      pieces.push(piece)
    }
  } catch (error) {
    throw error instanceof Halt ? error : new Halt(`${path} cannot be read: ${(error as Error).message}`)
  }
  return Buffer.concat(pieces)
}
