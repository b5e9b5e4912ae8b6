/** Verbs of studies that write rubrics or score by them: the example pool of a round, and later versions of items' rubrics. */
import type { Command } from 'commander'
import type { RubricsRevised } from '@/lib/services/revise-rubrics'
import type { RoundShown } from '@/lib/services/read-rounds'
import { Halt } from '../first/halt.mjs'
import { actingPersonNeeded } from './acting-person'
import { answer } from './answer'
import { newOutput } from './new-output'
import { withDatabase } from './with-database'

export function addRubricVerbs(program: Command): void {
  program
    .command('examples')
    .argument('<study>', 'its address, as `studies` lists it')
    .argument('<out>', 'a file to make; - for standard output')
    .option('--round <n>', 'of this review round alone, from 1 as its page counts them; otherwise of all')
    .description('rubrics that physicians wrote or corrected, as few-shot JSON Lines for whatever drafts the next ones')
    .addHelpText('after', '\nExample:\n  bin/doubleread examples ward-rubrics round-2.jsonl --round 2 --as li@example.org\n')
    .action(async (study: string, out: string, { round }: { round?: string }, command: Command) =>
      withDatabase(async () => {
        const { exportExamples, exportExamplesInput } = await import('@/lib/services/export-examples')
        const { readRounds } = await import('@/lib/services/read-rounds')
        const viewer = await actingPersonNeeded(command)
        const chosen = round === undefined ? null : roundOf((await readRounds(viewer, { study })).rounds, round)
        const output = await newOutput(out, { name: { en: 'Few-shot examples', 'zh-CN': '少样本示例' }, shape: { kind: 'file', ending: '.jsonl' } })
        const { lines } = await exportExamples(viewer, exportExamplesInput.parse({ study, ...(chosen ? { round: chosen.id } : {}) }))
        let examples = 0
        await output.write(
          (async function* () {
            // A pool without examples is a file without lines.
            yield { path: 'examples', bytes: new Uint8Array() }
            for await (const piece of lines) {
              examples += piece.split('\n').length - 1
              yield { path: 'examples', bytes: new TextEncoder().encode(piece) }
            }
          })(),
        )
        await output.keep()
        answer(command, { study, round: chosen && { number: Number(round), id: chosen.id, name: chosen.name }, examples }, `${examples} examples${chosen ? ` of ${chosen.name}` : ''}.`, out === '-')
      }),
    )
  program
    .command('rubrics')
    .description('rubrics that items are scored by')
    .command('revise')
    .argument('<study>', 'its address, as `studies` lists it')
    .argument('<file>', 'JSON Lines `{"id","rubric"}` with later versions, items by their own ids; - for standard input')
    .requiredOption('--reason <why>', 'stands in the audit trail and with every item asked again')
    .option('--batch <name>', 'of the round in which changed criteria are asked again', 'Later rubrics')
    .option('--dry-run', 'say what would be asked again, and change nothing')
    .description('give items later versions of their rubrics: of what is decided, exactly the criteria that changed are asked again')
    .addHelpText('after', '\nExample:\n  bin/doubleread rubrics revise ward-answers rubrics-2.jsonl --reason "Doses in grams." --dry-run --as li@example.org\n')
    .action(async (study: string, file: string, options: { reason: string; batch: string; dryRun?: boolean }, command: Command) =>
      withDatabase(async () => {
        const { reviseRubrics, reviseRubricsInput } = await import('@/lib/services/revise-rubrics')
        const { readRubrics } = await import('./read-rubrics')
        const viewer = await actingPersonNeeded(command)
        const { reason, batch, dryRun = false } = options
        const rubrics = await readRubrics(file)
        const revised = await reviseRubrics(viewer, reviseRubricsInput.parse({ study, rubrics, reason, batch, dryRun }))
        answer(command, { dryRun, ...revised }, sentenceOf(revised, dryRun))
      }),
    )
}

function roundOf(rounds: readonly RoundShown[], given: string): RoundShown {
  const found = /^[1-9]\d*$/.test(given) ? rounds[Number(given) - 1] : undefined
  if (!found) throw new Halt(`There is no round ${given}: ${rounds.length === 0 ? 'no batch came with drafts' : `the study has ${rounds.length}`}.`)
  return found
}

function sentenceOf({ replaced, reopened, criteria, untouched, ...left }: RubricsRevised, dryRun: boolean): string {
  const named = [
    ['not later than what stands', left.notLater],
    ['somebody is at work on', left.busy],
    ['unknown', left.unknown],
  ] as const
  const aside = named.filter(([, ids]) => ids.length > 0).map(([why, ids]) => `Left alone, ${why}: ${ids.join(', ')}.`)
  return [`${dryRun ? 'Would be revised' : 'Revised'}: ${replaced} not judged yet, ${reopened} asked again (${criteria} criteria), ${untouched} decided and untouched.`, ...aside].join('\n')
}
