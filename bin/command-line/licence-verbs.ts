/** Verbs about the licences that a study's items are under: how they stand, and an owner's word that changes one. */
import type { Command } from 'commander'
import { actingPersonNeeded } from './acting-person'
import { answer, table } from './answer'
import { withDatabase } from './with-database'

type Options = { licence: string; of: string; reason: string; source?: string; item?: string[] }

export function addLicenceVerbs(program: Command): void {
  const licences = program.command('licences').description('under which licences items are')
  licences
    .command('list')
    .argument('<study>', 'its address, as `studies` lists it')
    .description('how many items are under which licence, and since when')
    .addHelpText('after', '\nExample:\n  bin/doubleread licences list leaflets-pilot --as li@example.org\n')
    .action(async (study: string, _: object, command: Command) =>
      withDatabase(async () => {
        const { listLicences } = await import('@/lib/services/state-licence')
        const found = await listLicences(await actingPersonNeeded(command), { study })
        const rows = found.licences.map(({ licence, isKnown, items, sources, stated }) => [
          licence === null ? 'unknown' : isKnown ? licence : `unknown (“${licence}”)`,
          items,
          sources,
          stated.map((one) => `${one.items} by an owner since ${one.since.slice(0, 10)}: ${one.reason}`).join('; '),
        ])
        answer(command, { study, licences: found.licences }, table(['licence', 'items', 'sources', 'stated'], rows))
      }),
    )
  licences
    .command('state')
    .argument('<study>', 'its address, as `studies` lists it')
    .requiredOption('--licence <name>', 'under which they are, by an owner’s word; "" where it is not known any more')
    .requiredOption('--reason <why>', 'told by every release of these items')
    .option('--of <licence>', 'of items that stand under this one; `unknown`: of those whose licence nobody knows', 'unknown')
    .option('--source <name>', 'of them those of this source')
    .option('--item <ids...>', 'of them these alone, by their own ids')
    .description('say under which licence items are that the study has already; releases that are frozen stay as they are')
    .addHelpText('after', '\nExample:\n  bin/doubleread licences state leaflets-pilot --licence CC-BY-4.0 --source "Ward 3" --reason "The ward agreed on 3 November." --as li@example.org\n')
    .action(async (study: string, { licence, of, reason, source, item }: Options, command: Command) =>
      withDatabase(async () => {
        const { stateLicence, stateLicenceInput } = await import('@/lib/services/state-licence')
        const viewer = await actingPersonNeeded(command)
        const which = of === 'unknown' ? { known: false } : { licence: of }
        const input = stateLicenceInput.parse({ study, licence, reason, of: which, ...(source === undefined ? {} : { source }), ...(item === undefined ? {} : { items: item }) })
        const stated = await stateLicence(viewer, input)
        answer(command, { study, licence: input.licence, ...stated }, `${stated.items} item${stated.items === 1 ? '' : 's'}: ${input.licence ?? 'licence not known'}.`)
      }),
    )
}
