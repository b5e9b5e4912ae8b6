/** `reliability`: how good each rater is, and what the items truly are, from the ratings alone. No database. */
import type { Command } from 'commander'
import type { RatingTable } from '@/lib/stats/ratings'
import { dawidSkene } from '@/lib/stats/reliability/dawid-skene'
import { mace } from '@/lib/stats/reliability/mace'
import { labelOf, type Reliability } from '@/lib/stats/reliability/reliability'
import { answer, table } from './answer'
import { chosen, wholeNumber } from './chosen'
import { readRatingTable } from './read-rating-table'

const models = ['dawid-skene', 'mace'] as const

export function addReliabilityVerb(program: Command): void {
  program
    .command('reliability')
    .argument('<file>', 'CSV with item,rater,value; - for standard input')
    .description('how reliable each rater is and what each item is likely to be, from the ratings alone')
    .requiredOption('--model <name>', models.join(', '))
    .option('--seed <number>', 'mace: of its random starts', wholeNumber, 1)
    .addHelpText(
      'after',
      '\nA rater may rate an item more than once.\n\nExample:\n  bin/doubleread reliability ratings.csv --model dawid-skene --json\n',
    )
    .action(async (file: string, options: { model: string; seed: number }, command: Command) => {
      const model = chosen('model', options.model, models)
      const ratings = await readRatingTable(file, { once: false })
      const found = model === 'mace' ? mace(ratings, { seed: options.seed }) : dawidSkene(ratings)
      if (!found.converged) process.stderr.write(`The fit had not settled after ${found.iterations} iterations.\n`)
      const shown = shapeOf(model, ratings, found)
      answer(command, shown, textOf(shown))
    })
}

function shapeOf(model: string, { itemNames, items, raters, categories }: RatingTable, found: Reliability) {
  const classes = categories.map(({ name }) => name)
  const byClass = <T>(values: readonly T[]) => named(classes, values)
  const given = raters.map(() => 0)
  for (const { raters: by } of items) for (const rater of by) given[rater]! += 1
  return {
    model,
    classes,
    prior: byClass(found.prior),
    raters: named(
      raters,
      raters.map((_, rater) => ({
        confusion: byClass(found.confusion[rater]!.map((row) => byClass(row ?? classes.map(() => null)))),
        ratings: given[rater]!,
      })),
    ),
    items: named(
      itemNames,
      found.posterior.map((posterior) => ({ posterior: byClass(posterior), label: classes[labelOf(posterior)]! })),
    ),
    iterations: found.iterations,
    logLikelihood: found.logLikelihood,
  }
}

const named = <T>(names: readonly string[], values: readonly T[]): Record<string, T> =>
  Object.fromEntries(names.map((name, nth) => [name, values[nth]!]))

function textOf({ classes, prior, raters, items, iterations, logLikelihood }: ReturnType<typeof shapeOf>): string {
  const share = (p: number | null) => (p === null ? 'unseen' : p.toFixed(3))
  const rows = Object.entries(raters).flatMap(([rater, { confusion, ratings }]) =>
    Object.entries(confusion).map(([truth, row]) => [rater, ratings, truth, ...Object.values(row).map(share)]),
  )
  const labels = Object.entries(items).map(([item, { label, posterior }]) => [item, label, share(posterior[label]!)])
  return [
    table(['prior', ...classes], [['', ...Object.values(prior).map(share)]]),
    table(['rater', 'ratings', 'true', ...classes], rows),
    table(['item', 'label', 'probability'], labels),
    `${iterations} iterations, log-likelihood ${logLikelihood.toFixed(4)}`,
  ].join('\n\n')
}
