/** `agreement`: how far raters agree. No database: a file in, a number with its interval out. */
import type { Command } from 'commander'
import { agreementOf, coefficients, type CoefficientName } from '@/lib/stats/agreement/agreement'
import { levels } from '@/lib/stats/agreement/alpha'
import { weightNames } from '@/lib/stats/category-weights'
import { Halt } from '../first/halt.mjs'
import { reasons, type AgreementAnswer, type AgreementOptions } from './agreement-answer'
import { answer } from './answer'
import { chosen, misuse, shareBelowOne, wholeNumber } from './chosen'
import { readRatingTable } from './read-rating-table'
import { spanAgreement, spanMetrics, spanMatchOf } from './span-agreement'

const metrics = ['alpha', ...(Object.keys(coefficients) as CoefficientName[]), ...spanMetrics] as const

export function addAgreementVerb(program: Command): void {
  program
    .command('agreement')
    .argument('<file>', 'CSV with item,rater,value; JSON Lines for spans; - for standard input')
    .description('how far raters agree, with a bootstrap interval over the items')
    .requiredOption('--metric <name>', metrics.join(', '))
    .option('--level <name>', `alpha: ${levels.join(', ')} (nominal unless said)`)
    .option('--weights <name>', `the others: ${weightNames.join(', ')} (identity unless said)`)
    .option('--categories <list>', 'values that could be given too, with commas between: a scale’s length counts in ac and brennan-prediger; of texts, all of them, lowest first, is their order')
    .option('--match <rule>', 'span-f1: exact, type or overlap:0.5 (exact unless said)')
    .option('--confidence <share>', 'of the interval', shareBelowOne, 0.95)
    .option('--resamples <number>', 'how often the items are drawn again', wholeNumber, 2000)
    .option('--seed <number>', 'of the draws: the same seed gives the same interval', wholeNumber, 1)
    .addHelpText(
      'after',
      '\nExamples:\n  bin/doubleread agreement ratings.csv --metric alpha --level ordinal\n  bin/doubleread agreement ratings.csv --metric ac --weights quadratic --json\n  bin/doubleread agreement readings.jsonl --metric span-f1 --match overlap:0.5\n',
    )
    .action(async (file: string, options: AgreementOptions, command: Command) => {
      const metric = metrics.find((each) => each === options.metric)
      if (metric === undefined) throw new Halt(`There is no metric "${options.metric}". There are: ${metrics.join(', ')}.`)
      const spans = spanMetrics.find((each) => each === metric)
      for (const [option, fits] of [
        ['level', metric === 'alpha'],
        ['weights', !spans && metric !== 'alpha'],
        ['match', spans],
        ['categories', !spans],
      ] as const)
        // prettier-ignore
        if (options[option] !== undefined && !fits) throw misuse(`--${option} has no meaning for ${metric}.`)
      const found = spans
        ? await spanAgreement(file, spans, spanMatchOf(options.match ?? 'exact'), options)
        : await ratingAgreement(file, metric as 'alpha' | CoefficientName, options)
      answer(command, found, sentenceOf(found))
    })
}

async function ratingAgreement(
  file: string,
  metric: 'alpha' | CoefficientName,
  { level, weights, categories, ...resampling }: AgreementOptions,
): Promise<AgreementAnswer> {
  const measure =
    metric === 'alpha'
      ? { metric, level: chosen('level', level ?? 'nominal', levels) }
      : { metric, weights: chosen('weights', weights ?? 'identity', weightNames) }
  const named = (categories ?? '').split(',').filter((value) => value.trim() !== '')
  const table = await readRatingTable(file, { once: true, scale: named })
  const scale = 'level' in measure ? measure.level : measure.weights
  const numbers = table.categories.map(({ number }) => number)
  if ('level' in measure && (scale === 'interval' || scale === 'ratio') && numbers.includes(null))
    throw new Halt(`--level ${scale} needs numbers, and not every value is one.`)
  if (scale === 'ratio' && numbers.some((number) => number !== null && number < 0))
    throw new Halt('ratio needs values of at least 0, and some are below.')
  if (scale !== 'nominal' && scale !== 'identity' && numbers.includes(null))
    process.stderr.write(
      `The values are texts; their order is taken to be: ${table.categories.map(({ name }) => name).join(', ')}. Another is said by --categories, all of them, lowest first.\n`,
    )
  const { value, reason, items, raters, ratings, interval } = agreementOf(table, measure, resampling)
  const [of, by] = 'level' in measure ? [measure.level, null] : [null, measure.weights]
  return { metric, level: of, weights: by, value, reason: reason && reasons[reason], items, raters, ratings, interval }
}

function sentenceOf({ metric, value, reason, items, raters, ratings, interval }: AgreementAnswer): string {
  const data = `${ratings} ratings of ${items} items by ${raters} raters`
  if (value === null) return `${metric}: undefined. ${reason} (${data})`
  const between = interval
    ? `, ${interval.confidence * 100} % interval ${interval.low.toFixed(4)} to ${interval.high.toFixed(4)} (${interval.method})`
    : ''
  return `${metric} = ${value.toFixed(4)}${between}; ${data}`
}
