/** Verbs that are about studies: the same services as the pages, for the person of --as. */
import type { Command } from 'commander'
import { actingPersonNeeded } from './acting-person'
import { answer, table } from './answer'
import { withDatabase } from './with-database'
import { addImportVerb } from './import-verb'

export function addStudyVerbs(program: Command): void {
  addImportVerb(program)
  program
    .command('studies')
    .description('the studies that the acting person runs, and how far they are')
    .addHelpText('after', '\nExample:\n  bin/doubleread studies --as li@example.org\n')
    .action(async (_: object, command: Command) =>
      withDatabase(async () => {
        const { listStudies } = await import('@/lib/services/read-study')
        const found = await listStudies(await actingPersonNeeded(command))
        const rows = found.studies.map((s) => [s.slug, s.name, s.items, s.pool, s.reading, s.adjudicating, s.closed])
        const others = found.others.length
          ? `\n\nNot yours to open: ${found.others.map(({ name }) => name).join(', ')}`
          : ''
        answer(
          command,
          found,
          table(['study', 'name', 'items', 'pool', 'reading', 'adjudicating', 'closed'], rows) + others,
        )
      }),
    )
}
