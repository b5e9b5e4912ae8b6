/** Verbs that are about studies: the same services as the pages, for the person of --as. */
import type { Command } from 'commander'
import { actingPersonNeeded } from './acting-person'
import { answer, table } from './answer'
import { addBatchVerbs } from './batch-verbs'
import { addImportVerb } from './import-verb'
import { addLicenceVerbs } from './licence-verbs'
import { addReleaseVerbs } from './release-verbs'
import { addRubricVerbs } from './rubric-verbs'
import { withDatabase } from './with-database'

export function addStudyVerbs(program: Command): void {
  addImportVerb(program)
  addBatchVerbs(program)
  addLicenceVerbs(program)
  addReleaseVerbs(program)
  addRubricVerbs(program)
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
  program
    .command('progress')
    .argument('<study>', 'its address, as `studies` lists it')
    .description('how far a study is, and when its readings may be done')
    .addHelpText('after', '\nExample:\n  bin/doubleread progress discharge-notes --as li@example.org\n')
    .action(async (study: string, _: object, command: Command) =>
      withDatabase(async () => {
        const { readOverview } = await import('@/lib/services/read-overview')
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
        const { disputes, ...overview } = await readOverview(await actingPersonNeeded(command), { study, zone })
        const { items, seats, forecast, notCounted } = overview
        const done =
          forecast.expected === null
            ? `no forecast (${forecast.reason.replaceAll('-', ' ')})`
            : `expected ${forecast.expected}, ${forecast.confidence * 100} % interval ${forecast.earliest} to ${forecast.latest ?? 'no end'}`
        const lines = [
          table(['items', ...Object.keys(items)], [['', ...Object.values(items)]]),
          `Readings: ${seats.submitted} of ${seats.seats} submitted, ${seats.held} being read. Disputes waiting: ${disputes.count}.`,
          `Readings of open batches done: ${done}.`,
          ...[
            [notCounted.pool, 'items in the pool'],
            [notCounted.bench, 'disputes at the bench'],
            [notCounted.forNobody, 'readings that nobody in the pool of their batch can take'],
            [notCounted.paused, 'readings of paused batches'],
          ].flatMap(([count, what]) => (count ? [`Not counted: ${count} ${what}.`] : [])),
        ]
        answer(command, { ...overview, disputes: disputes.count }, lines.join('\n'))
      }),
    )
}
