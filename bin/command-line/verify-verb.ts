/** `verify`: holds a downloaded release against its own hashes and promises, offline. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { manifestPath } from '@/lib/releases/manifest'
import { Halt } from '../first/halt.mjs'
import type { Verification } from '../verify/verify-release'
import { answer } from './answer'

export function addVerifyVerb(program: Command): void {
  program
    .command('verify')
    .argument('<release>', 'a downloaded ZIP, or the folder it was unpacked to; - for standard input')
    .option(
      '--noted <position:hash>',
      'a head of the audit chain that was noted: the chain in the release must lead over it',
    )
    .option('--previous <release>', 'the release before: it must be the one that this one says it follows')
    .description('check every byte, quote and id of a release against its manifest, and its part of the audit chain, without a network')
    .addHelpText('after', '\nWhat it shows is that nothing differs from manifest.json. That this is the manifest that was published, compare by its SHA-256 on\nthe release’s page, by a head of the audit chain that was noted before, or by the release before.\n\nExample:\n  bin/doubleread verify ward-facts-1.2.0.zip --json\n')
    .action(async (release: string, options: { noted?: string; previous?: string }, command: Command) => {
      const found = await verified(release, options).catch(unreadable)
      if (found.ok) {
        const part = found.absent.length ? ` Not in this download: ${found.absent.join(', ')}.` : ''
        const chain = found.chain ? chainSentence(found.chain) : ' It does not hold the links of the audit chain.'
        return answer(command, found, `${found.release} is whole: ${found.files.length} files.${part}${chain}${options.noted === undefined && options.previous === undefined ? ` ${whatIsNotProved(found)}` : ''}`)
      }
      const [first, ...rest] = found.problems
      answer(command, found, rest.join('\n'))
      throw new Halt(first ?? 'The release is not whole.')
    })
}

/** What is no release at all is one that has failed: the document says so as well. */
function unreadable(error: unknown): Verification {
  if (!(error instanceof Halt)) throw error
  return { ok: false, release: null, files: [], absent: [], chain: null, problems: [error.message] }
}

const chainSentence = ({ from, to, missing }: NonNullable<Verification['chain']>): string =>
  ` The audit chain is whole from position ${from} to ${to}.${
    missing
      ? ` Positions ${missing.from} to ${missing.to} cannot be followed: they were written before links of the chain were given away, which only the first release of an old installation may say. The installation can tell (bin/doubleread audit verify).`
      : ''
  }`

/** Nothing within a release can vouch for the whole of it. */
const whatIsNotProved = ({ files }: Verification): string =>
  `This shows that nothing differs from ${manifestPath}; whoever rewrote all of it, hashes and chain included, would pass as well. So compare the SHA-256 of ${manifestPath}, ${files.find(({ path: at }) => at === manifestPath)?.sha256}, with the one on the release’s page, or give an earlier head (--noted) or release (--previous).`

async function verified(release: string, { noted, previous }: { noted?: string; previous?: string }) {
  const { openRelease } = await import('../verify/open-release')
  const { verifyRelease } = await import('../verify/verify-release')
  const folder = release === '-' ? await mkdtemp(path.join(tmpdir(), 'doubleread-verify-')) : null
  try {
    // The directory of an archive stands at its end, so standard input is kept until it is all there.
    const file = folder ? path.join(folder, 'release.zip') : release
    if (folder) await pipeline(process.stdin, createWriteStream(file))
    const source = await openRelease(file)
    const before = previous === undefined ? null : await openRelease(previous)
    try {
      return await verifyRelease(source, { noted: noted ?? null, before })
    } finally {
      await source.close()
      await before?.close()
    }
  } finally {
    if (folder) await rm(folder, { recursive: true })
  }
}
