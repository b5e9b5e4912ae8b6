/** `verify`: holds a downloaded release against its own hashes and promises, offline. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { Halt } from '../first/halt.mjs'
import { answer } from './answer'

export function addVerifyVerb(program: Command): void {
  program
    .command('verify')
    .argument('<release>', 'a downloaded ZIP, or the folder it was unpacked to; - for standard input')
    .option(
      '--noted <position:hash>',
      'a head of the audit chain that was noted when the release was frozen: the manifest must name it',
    )
    .description('check every byte, quote and id of a release against its manifest, without a network')
    .addHelpText('after', '\nExample:\n  bin/doubleread verify ward-facts-1.2.0.zip --json\n')
    .action(async (release: string, { noted }: { noted?: string }, command: Command) => {
      const found = await verified(release, noted ?? null)
      if (found.ok) {
        const part = found.absent.length ? ` Not in this download: ${found.absent.join(', ')}.` : ''
        return answer(command, found, `${found.release} is whole: ${found.files.length} files.${part}`)
      }
      const [first, ...rest] = found.problems
      answer(command, found, rest.join('\n'))
      throw new Halt(first ?? 'The release is not whole.')
    })
}

async function verified(release: string, noted: string | null) {
  const { openRelease } = await import('../verify/open-release')
  const { verifyRelease } = await import('../verify/verify-release')
  const folder = release === '-' ? await mkdtemp(path.join(tmpdir(), 'doubleread-verify-')) : null
  try {
    // The directory of an archive stands at its end, so standard input is kept until it is all there.
    const file = folder ? path.join(folder, 'release.zip') : release
    if (folder) await pipeline(process.stdin, createWriteStream(file))
    const source = await openRelease(file)
    try {
      return await verifyRelease(source, noted)
    } finally {
      await source.close()
    }
  } finally {
    if (folder) await rm(folder, { recursive: true })
  }
}
