/** A small release as it would be frozen, for tests to spoil. */
import { createHash, createHmac } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { canonical } from '@/lib/formats/canonical'
import { auditLinksPath, chainStart } from '@/lib/releases/audit-links'
import { checksumsPath, checksumsText } from '@/lib/releases/checksums'
import { keyPath, keyText } from '@/lib/releases/commitment'
import { factsFor } from '@/lib/releases/facts.testing'
import { manifestFormat, manifestPath, manifestText, type Manifest } from '@/lib/releases/manifest'
import { releaseDocuments } from '@/lib/releases/release-documents'
import { zipLayout, zipRange } from '@/lib/releases/zip-layout'

export type Files = Map<string, Buffer>
type Split = Manifest['splits'][number]['name']

export const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
/** A chain of 41 events, and where each of its links stands. */
export const links = Array.from({ length: 41 }).reduce<{ event: Buffer; link: Buffer }[]>((chain, _, nth) => {
  const event = createHash('sha256').update(`event ${nth + 1}`).digest()
  const before = chain.at(-1)?.link ?? Buffer.from(chainStart.hash, 'hex')
  return [...chain, { event, link: createHash('sha256').update(before).update(event).digest() }]
}, [])
export const headAt = (position: number) => ({ position, hash: position === 0 ? chainStart.hash : links[position - 1]!.link.toString('hex') })
export const head = headAt(41)

export function recordOf(id: string, change: object = {}): object {
  const text = `🩺 ${id}: 患者每日服用阿司匹林。`
  const start = [...text].length - 5
  return {
    id,
    text,
    textSha256: sha256(text),
    spans: [{ start, end: start + 4, quote: '阿司匹林' }],
    verdict: { basis: 'consensus' },
    ...change,
  }
}

export const key = sha256('what the hidden split is committed to under')
const committed = (bytes: Buffer) => createHmac('sha256', Buffer.from(key, 'hex')).update(createHash('sha256').update(bytes).digest()).digest('hex')

const records: Record<Split, object[]> = {
  train: [recordOf('a'), recordOf('b')],
  validation: [recordOf('c')],
  test: [recordOf('d')],
}

export function frozen(given: Partial<Record<Split, object[]>> = {}, change: Partial<Manifest> = {}): Files {
  const facts = factsFor()
  const from = change.previous?.audit ?? chainStart
  const native = Object.entries({ ...records, ...given }).map(([split, lines]) => ({
    split: split as Split,
    path: `native/${split}.jsonl`,
    bytes: Buffer.from(lines.map((line) => `${canonical(line as never)}\n`).join('')),
    items: lines.length,
  }))
  const files: Files = new Map([
    ...native.map(({ path, bytes }): [string, Buffer] => [path, bytes]),
    ...releaseDocuments(facts).map(({ path, text }): [string, Buffer] => [path, Buffer.from(text)]),
    [keyPath('test'), Buffer.from(keyText('test', key))],
    ['empty.txt', Buffer.alloc(0)],
    [auditLinksPath, Buffer.concat(links.slice(from.position).flatMap(({ event, link }) => [event, link]))],
  ])
  const manifest: Manifest = {
    format: manifestFormat,
    release: { id: facts.release.id, slug: facts.release.slug, version: '1.0.0', title: facts.release.title },
    study: { slug: 'ward', name: 'Ward' },
    task: 'error-spans',
    protocols: [2, 1],
    saltSha256: sha256('salt'),
    salt: null,
    splits: native.map(({ split, items }) => ({ name: split, items, hidden: split === 'test' })),
    files: [...files].map(([path, bytes]) => {
      const split = path === keyPath('test') ? 'test' : (native.find((each) => each.path === path)?.split ?? null)
      const named = split === 'test' ? { bytes: null, sha256: null, commitment: committed(bytes) } : { bytes: bytes.length, sha256: sha256(bytes) }
      return { path, ...named, format: path.startsWith('native/') ? 'native' : null, split }
    }),
    previous: null,
    audit: { ...head, from },
    blinding: facts.blinding,
    signature: { name: '李伟', meaning: 'I release this.', at: '2026-11-22T08:00:00Z', composition: sha256('composition') },
    ...change,
  }
  files.set(manifestPath, Buffer.from(manifestText(manifest)))
  return summed(files)
}

/** The files with a CHECKSUMS that names them all. */
export function summed(files: Files): Files {
  const all = new Map([...files].filter(([path]) => path !== checksumsPath))
  const sums = checksumsText([...all].map(([path, bytes]) => ({ path, sha256: sha256(bytes) })))
  return all.set(checksumsPath, Buffer.from(sums))
}

/** The release with another manifest, every hash of it made to fit: what somebody would hand on who hides something. */
export function forged(files: Files, change: (manifest: Manifest) => object, given = files.get(auditLinksPath)!): Files {
  const manifest = JSON.parse(files.get(manifestPath)!.toString()) as Manifest
  const fitting = manifest.files.map((file) => (file.path === auditLinksPath ? { ...file, bytes: given.length, sha256: sha256(given) } : file))
  const bytes = Buffer.from(JSON.stringify({ ...manifest, files: fitting, ...change(manifest) }))
  return summed(new Map([...files, [manifestPath, bytes], [auditLinksPath, given]]))
}

export function zipped(files: Files): Buffer {
  const layout = zipLayout([...files].map(([path, bytes]) => ({ path, size: bytes.length, crc32: crc32(bytes) })))
  return Buffer.concat(
    [...zipRange(layout)].map((piece) =>
      'bytes' in piece ? piece.bytes : files.get(piece.path)!.subarray(piece.start, piece.end),
    ),
  )
}
