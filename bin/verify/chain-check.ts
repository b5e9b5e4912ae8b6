/**
 * Follows the audit chain through a release, link by link in constant memory: each link must follow from the one before and from
 * the hash of its event, the first from the head that the release before names or from the chain's start, the last must be the head
 * that the manifest names, and a head that was noted must be the link at its position. Names the first link that breaks.
 */
import { nextHash } from '@/lib/db/audit-chain'
import { auditLinksPath, chainStart, hashBytes, type ChainHead } from '@/lib/releases/audit-links'
import { manifestPath, type Manifest } from '@/lib/releases/manifest'
import type { ReleaseSource } from './open-release'

/** `from`: the link that the first one follows; `missing`: positions before it that should be there and cannot be followed. */
export type FollowedChain = { from: number; to: number; missing: { from: number; to: number } | null; problems: string[] }

const linkBytes = 2 * hashBytes
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** Null for a release from before the links were kept. `linked`: the release before is known, and holds its own links. */
export async function followChain(
  { audit, previous, files }: Manifest,
  source: ReleaseSource,
  { noted, linked }: { noted: ChainHead | null; linked: boolean },
): Promise<FollowedChain | null> {
  const { from, position: to, hash: head } = audit
  if (!from) return null
  const due = previous?.audit ?? chainStart
  const problems = originProblems(from, due, linked)
  const missing = from.position > due.position ? { from: due.position + 1, to: from.position } : null
  const done = { from: from.position, to, missing, problems }
  if (!files.some(({ path }) => path === auditLinksPath)) problems.push(`${manifestPath} does not name ${auditLinksPath}.`)
  const open = source.files.get(auditLinksPath)
  // That a file is missing or cannot be read is said of this one as of every other.
  if (!open) return done
  let at = from.position
  let last: Uint8Array = Buffer.from(from.hash, 'hex')
  try {
    for await (const link of pieces(await open(), linkBytes)) {
      at += 1
      last = nextHash(last, link.subarray(0, hashBytes))
      if (link.length < linkBytes || hex(last) !== hex(link.subarray(hashBytes))) {
        problems.push(`The audit chain breaks at position ${at}: its link does not follow from the link before and its event.`)
        return done
      }
      if (noted?.position === at && noted.hash !== hex(last)) problems.push(`The audit chain has another link at position ${at} than was noted.`)
    }
  } catch {
    return done
  }
  if (at !== to) problems.push(`The audit chain ends at position ${at}, ${manifestPath} names position ${to} as its head.`)
  else if (hex(last) !== head) problems.push(`${manifestPath} names another head of the audit chain than its links lead to, at position ${to}.`)
  return done
}

/**
 * An installation that is older than hashes of events begins later than where it should, once: after a release that holds its links
 * the next goes on where it ends.
 */
const originProblems = (from: ChainHead, due: ChainHead, linked: boolean): string[] =>
  from.position < due.position || (from.position > due.position && linked) || (from.position === due.position && from.hash !== due.hash)
    ? [`The audit chain does not begin where the release before ends, at position ${due.position}.`]
    : []

/** Of one length, the last may be shorter. */
async function* pieces(bytes: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = Buffer.alloc(0)
  for await (const chunk of bytes) {
    const all = rest.length ? Buffer.concat([rest, chunk]) : chunk
    let start = 0
    for (; start + length <= all.length; start += length) yield all.subarray(start, start + length)
    rest = all.subarray(start)
  }
  if (rest.length) yield rest
}
