/** `score`: a system's predictions against gold. No database: two files in, the measures out. */
import { Option, type Command } from 'commander'
import { measuresOf } from '@/lib/tasks/error-spans/score/measures'
import { breakdownOf, type GroupMeasures } from '@/lib/tasks/error-spans/score/breakdown'
import { matchRuleOf, nameOfMatchRule } from '@/lib/tasks/error-spans/score/match'
import type { Outcome } from '@/lib/tasks/error-spans/score/outcomes'
import { spansPerFlaggedIn } from '@/lib/tasks/error-spans/score/spans-per-flagged'
import { answer, globalsOf, table } from './answer'
import { misuse } from './chosen'
import { scoredOutcomes } from './scored-outcomes'
import { addScorePreferenceVerb } from './score-preference-verb'
import { addScoreRubricVerb } from './score-rubric-verb'

export function addScoreVerbs(program: Command): void {
  const score = program.command('score').description("a system's predictions against gold")
  score
    .command('error-spans')
    .description('veracity, localisation and over-criticism of predicted errors')
    .addOption(
      new Option(
        '--gold <file>',
        'JSON Lines (a release, or `{"id","text","veracity","spans"}`) or MEDEC CSV',
      ).makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--predictions <file>',
        'JSON Lines `{"id","veracity","spans":[{"start","end"} or {"quote"}]}` or a MEDIQA-CORR run',
      ).makeOptionMandatory(),
    )
    .option('--match <rule>', 'when a span is localised: exact, contains, sentence or overlap:0.5', 'exact')
    .addHelpText(
      'after',
      `
A text is localised when every gold span has a predicted span of its own that matches it: exact, the same offsets in code
points; overlap:T, intersection over union of at least T; contains, the prediction holds the gold span; sentence, both lie
in the same sentences. Other places beside them change nothing, so it is said how many a flagged text has on average. A missing prediction counts as wrong. One file may be - for standard input.

Example:
  bin/doubleread score error-spans --gold test.jsonl --predictions system.jsonl --match overlap:0.5 --json
`,
    )
    .action(
      async ({ gold, predictions, match }: { gold: string; predictions: string; match: string }, command: Command) => {
        const rule = matchRuleOf(match)
        if (!rule)
          throw misuse(
            `There is no match rule "${match}". There are: exact, contains, sentence, overlap:T with T above 0 and up to 1.`,
          )
        if (gold === '-' && predictions === '-') throw misuse('Only one of the two files can be standard input.')
        const outcomes = await scoredOutcomes(gold, predictions, { rule })
        const measured = measuresOf(outcomes)
        const by = Object.entries(breakdownOf(outcomes)).map(([name, groups]) => {
          const shown = Object.entries(groups).map(([value, group]) => [value, shapeOf(group)] as const)
          return [name, Object.fromEntries(shown)] as const
        })
        const result = { ...shapeOf(measured), match: nameOfMatchRule(rule), by: Object.fromEntries(by) }
        const named = spansPerFlaggedIn(outcomes).value
        // The document has the fields it promises and no others.
        if (named !== null && named > 1 && globalsOf(command).json) process.stderr.write(`${placesNamed(named)}\n`)
        answer(command, result, `${textOf(result, outcomes)}${named === null ? '' : `\n${placesNamed(named)}`}`)
      },
    )
  addScoreRubricVerb(score)
  addScorePreferenceVerb(score)
}

const placesNamed = (mean: number) => `A flagged text has ${mean.toFixed(2)} places named in it, on average; other places than the right ones change no measure.`

type Shape = ReturnType<typeof shapeOf>

const shapeOf = ({ counts, values }: GroupMeasures) => ({
  counts,
  veracity: {
    precision: values['veracity.precision'].value,
    recall: values['veracity.recall'].value,
    f1: values['veracity.f1'].value,
    accuracy: values['veracity.accuracy'].value,
  },
  localisation: {
    precision: values['localisation.precision'].value,
    recall: values['localisation.recall'].value,
    f1: values['localisation.f1'].value,
  },
  overCriticism: values.overCriticism.value,
})

function textOf(
  { match, by, ...all }: Shape & { match: string; by: Record<string, Record<string, Shape>> },
  outcomes: readonly Outcome[],
): string {
  const shown = (value: number | null) => (value === null ? 'undefined' : value.toFixed(4))
  const row = (name: string, { counts, veracity: v, localisation: l, overCriticism }: Shape) => [
    name,
    counts.tp + counts.fp + counts.fn + counts.tn,
    ...[v.precision, v.recall, v.f1, v.accuracy, l.precision, l.recall, l.f1, overCriticism].map(shown),
  ]
  const head = ['', 'items', 'VC P', 'VC R', 'VC F1', 'VC acc', 'EL P', 'EL R', 'EL F1', 'over-criticism']
  const rows = Object.entries(by).flatMap(([name, groups]) =>
    Object.entries(groups).map(([value, group]) => row(`${name}: ${value}`, group)),
  )
  const { missing } = all.counts
  const lacking = missing ? `\n${missing} of ${outcomes.length} items have no prediction; they count as wrong.` : ''
  return `${table(head, [row('all', all), ...rows])}\n\nLocalised by the rule ${match}.${lacking}`
}
