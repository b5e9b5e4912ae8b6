/**
 * `manifest.json`: what a release is, with the hash of every file in it. Written once, in canonical JSON, so that the same
 * release has one manifest; read by `doubleread verify`, which believes nothing else in the folder.
 *
 * The salt of the division is published only where no split is hidden. Labels take part in stratified division: with the
 * salt, the ids and one split's labels, one could narrow down the labels of items in a hidden split. `saltSha256` commits to
 * it all the same, so that it can be shown later that the division was not chosen to suit a result. Nor is the size of a hidden
 * split's file told: its texts are known, so that what an item adds to it would tell the item's label. Its hash would be worse,
 * for whoever knows the texts can guess labels and hash; the manifest commits to it under a key (`commitment.ts`), which
 * stands in a file of the split.
 */
import { z } from 'zod'
import { blindingStatement } from './blinding-statement'
import { canonical } from '@/lib/formats/canonical'
import type { Json } from '@/lib/tasks/task'
import { splitNames } from './split-rule'

export const manifestPath = 'manifest.json'
export const manifestFormat = 'doubleread-release/3'
/** From before hidden files were committed to; it tells their hashes. */
const formatWithHashes = 'doubleread-release/2'
/** From before the links of the audit chain were in the release. */
const formatWithoutLinks = 'doubleread-release/1'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
const splitName = z.enum(splitNames)
const chainHead = z.strictObject({ position: count, hash: sha256 })
/** Relative, with forward slashes, never upwards: safe to join to any folder. */
export const releasePath = z
  .string()
  .min(1)
  .max(1_000)
  .refine(
    (path) =>
      path.isWellFormed() &&
      !/[\u0000-\u001f\u007f\\:]/.test(path) &&
      path.split('/').every((part) => part !== '' && part !== '.' && part !== '..'),
  )

/** `typed-title`: an account without a password; `command-line`: whoever has the installation's shell, in that person's name. */
export const signedBy = ['password', 'typed-title', 'command-line', 'demo-world'] as const
export type SignedBy = (typeof signedBy)[number]

export const releaseFile = z.strictObject({
  path: releasePath,
  /** Null of a hidden split. */
  bytes: count.nullable(),
  /** Null of a hidden split, which has a commitment instead. */
  sha256: sha256.nullable(),
  commitment: sha256.optional(),
  /** `native` for the canonical JSON Lines, else the format's code; null for a document. */
  format: z.string().min(1).nullable(),
  /** Null for what belongs to every split. */
  split: splitName.nullable(),
})
export type ReleaseFile = z.output<typeof releaseFile>

export const manifestSchema = z
  .strictObject({
    format: z.enum([manifestFormat, formatWithHashes, formatWithoutLinks]),
    release: z.strictObject({
      id: z.string().min(1),
      slug: z.string().min(1),
      version: z.string().regex(/^\d+\.\d+\.\d+$/),
      title: z.string().min(1),
    }),
    study: z.strictObject({ slug: z.string().min(1), name: z.string().min(1) }),
    task: z.string().min(1),
    protocols: z.array(z.int().min(1)),
    saltSha256: sha256,
    /** Null while a split is hidden. */
    salt: z.string().nullable(),
    splits: z.array(z.strictObject({ name: splitName, items: count, hidden: z.boolean() })),
    files: z.array(releaseFile),
    /** `audit`: the head of the audit chain that it names. */
    previous: z.strictObject({ version: z.string(), manifestSha256: sha256, audit: chainHead.optional() }).nullable(),
    /** The head of the audit chain when the release was frozen; `from`: the link that the first of `audit-links.bin` follows. */
    audit: chainHead.extend({ from: chainHead.optional() }),
    blinding: blindingStatement,
    /** `composition`: names which items, under which verdicts and licences and in which splits, were looked at and signed. `by`: how the name was proved. */
    signature: z.strictObject({
      name: z.string().min(1),
      meaning: z.string().min(1),
      at: z.iso.datetime(),
      composition: sha256.optional(),
      by: z.enum(signedBy).optional(),
    }),
  })
  .refine(({ files }) => files.every(({ sha256: hash, commitment }) => (hash === null) === (commitment !== undefined)), { path: ['files'] })
  .refine(({ format, audit }) => format === formatWithoutLinks || audit.from !== undefined, { path: ['audit', 'from'] })
  .refine(({ format, previous }) => format === formatWithoutLinks || !previous || previous.audit !== undefined, {
    path: ['previous', 'audit'],
  })
  .refine(({ format, signature }) => format === formatWithoutLinks || signature.composition !== undefined, { path: ['signature', 'composition'] })
export type Manifest = z.output<typeof manifestSchema>

/**
 * The manifest's text: canonical JSON and a line feed. Files are put in the order of their paths, splits in the order of
 * `splitNames`, protocols by number. Throws on a shape of another kind, a path named twice, and a
 * salt, size or hash that tells of a hidden split.
 */
export function manifestText(given: Manifest): string {
  const manifest = manifestSchema.parse(given)
  if (manifest.salt !== null && manifest.splits.some(({ hidden }) => hidden))
    throw new RangeError('a release with a hidden split does not publish its salt')
  const hidden = new Set(manifest.splits.flatMap((split) => (split.hidden ? [split.name] : [])))
  const told = manifest.files.find(({ split, bytes }) => split !== null && hidden.has(split) && bytes !== null)
  if (told) throw new RangeError(`${told.path} is of a hidden split, whose sizes are not told`)
  const hashed = manifest.files.find(({ split, sha256: hash }) => (hash === null) !== (split !== null && hidden.has(split)))
  if (hashed) throw new RangeError(`${hashed.path} has to be named by its hash where it is open, and committed to where it is hidden`)
  const files = manifest.files.toSorted(byPath)
  const double = files.find(({ path }, at) => path === files[at + 1]?.path)
  if (double) throw new RangeError(`${double.path} is named twice`)
  const splits = manifest.splits.toSorted((a, b) => splitNames.indexOf(a.name) - splitNames.indexOf(b.name))
  return `${canonical({ ...manifest, files, splits, protocols: manifest.protocols.toSorted((a, b) => a - b) } as Json)}\n`
}

const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
