/** Verbs that are about the installation: its people, its audit trail, its backups, its shape. */
import type { Command } from 'commander'
import { Halt } from '../first/halt.mjs'
import { actingPerson } from './acting-person'
import { answer } from './answer'
import { addUserVerbs } from './user-verbs'
import { withDatabase } from './with-database'

const example = (text: string) => `\nExample:\n  ${text}\n`

export function addInstallationVerbs(program: Command): void {
  addUserVerbs(program)
  addAuditVerbs(program)
  program
    .command('backup')
    .argument('<file>', 'where to write it; - for standard output')
    .description('write everything into one checksummed file, as it stood at one moment')
    .addHelpText('after', example('bin/doubleread backup doubleread-2026-11-22.backup'))
    .action(async (file: string, _: object, command: Command) =>
      withDatabase(async ({ ownerUrl }) => {
        const { writeBackup } = await import('../backup/write-backup')
        const made = await writeBackup(ownerUrl, file)
        answer(
          command,
          made,
          `Backed up ${made.rows} rows of ${made.tables} tables (SHA-256 ${made.sha256}).`,
          file === '-',
        )
      }),
    )
  program
    .command('restore')
    .argument('<file>', 'a file made by backup; - for standard input')
    .description('bring a backup into an empty installation, whole or not at all')
    .addHelpText('after', example('bin/doubleread restore doubleread-2026-11-22.backup'))
    .action(async (file: string, _: object, command: Command) =>
      withDatabase(
        async ({ ownerUrl }) => {
          const { restoreBackup } = await import('../backup/restore-backup')
          const done = await restoreBackup(ownerUrl, file)
          const { verifyAudit } = await import('@/lib/services/verify-audit')
          const proof = await verifyAudit(null, {})
          if (!proof.ok)
            throw new Halt(
              'The backup is restored, but its audit trail is broken: bin/doubleread audit verify says where.',
            )
          answer(
            command,
            { ...done, audit: proof },
            `Restored ${done.rows} rows of ${done.tables} tables, as of ${done.madeAt}. The audit trail is whole (${proof.links} links). Everyone signs in again.`,
          )
        },
        { make: true },
      ),
    )
  program
    .command('migrate')
    .description('bring the database of DATABASE_URL to the shape of this version and make its restricted role')
    .addHelpText('after', example('DATABASE_URL=postgresql://owner@db/doubleread bin/doubleread migrate'))
    .action(async (_: object, command: Command) => {
      const ownerUrl = process.env['DATABASE_URL']
      if (!ownerUrl) throw new Halt('migrate needs DATABASE_URL; the embedded database is migrated by npm start.')
      const { prepareGiven } = await import('../installation/given-database')
      const { secretsOf } = await import('../installation/secrets')
      const { dataFolder } = await import('../first/root.mjs')
      const secrets = process.env['APP_DATABASE_URL']
        ? { ownerPassword: '', appPassword: '', nextAuthSecret: '' }
        : secretsOf(dataFolder)
      const { applied } = await prepareGiven(ownerUrl, dataFolder, secrets, false)
      answer(
        command,
        { applied },
        applied.length
          ? applied.map((name) => `Changed the database: ${name}`).join('\n')
          : 'The database is up to date.',
      )
    })
}

function addAuditVerbs(program: Command): void {
  program
    .command('audit')
    .description('the audit trail')
    .command('verify')
    .option('--noted <position:hash>', 'a head that was noted earlier: the chain must still hold it')
    .description('recompute every link of the chain outside the database, and name the first that breaks')
    .addHelpText('after', example('bin/doubleread audit verify --json'))
    .action(async ({ noted }: { noted?: string }, command: Command) => {
      const { verifyAudit, verifyAuditInput } = await import('@/lib/services/verify-audit')
      const input = verifyAuditInput.parse(noted === undefined ? {} : { noted })
      const proof = await withDatabase(async () => verifyAudit(await actingPerson(command), input))
      const { broken, head, links } = proof
      if (!broken)
        return answer(
          command,
          proof,
          `The audit trail is whole: ${links} links. Head, to be noted elsewhere: ${head?.position}:${head?.hash}`,
        )
      answer(command, proof, '')
      const { breakSentence } = await import('./break-sentence')
      throw new Halt(breakSentence(broken))
    })
}
