import type { Command } from 'commander'
import { preferenceScores, type PairCounts, type PreferenceScores } from '@/lib/tasks/rubric/preference-accuracy'
import { readPairGold, readPairPrediction } from '@/lib/tasks/rubric/read-scored-pair'
import { answer, table } from './answer'
import { joinedRows } from './joined-rows'

export function addScorePreferenceVerb(score: Command): void {
  score
    .command('preference')
    .description('scores of two responses against which is the better one')
    .requiredOption('--gold <file>', 'JSON Lines `{"id","axis"?,"chosen":"a"|"b"|"tie"}`, with `violatedA` and `violatedB` for vetoes')
    .requiredOption('--predictions <file>', 'JSON Lines `{"id","axis"?,"scoreA","scoreB"}`, with `violatedA` and `violatedB` for vetoes')
    .addHelpText(
      'after',
      `
A pair is right when the better response has the higher score; equal scores, and a pair without a prediction, are wrong.
Pairs whose gold is a tie are counted in "ties" and belong to no accuracy. A row is known by its id and axis; the accuracy of
all is over the rows without an axis, or over every row where all have one. A violation counts once for each id. Where both files say which responses break a veto ("violatedA", "violatedB": true or
false), "veto" has the precision, recall and F1 of finding them, a violation being the positive. One file may be - for
standard input.

Example:
  bin/doubleread score preference --gold pairs.jsonl --predictions reward-model.jsonl --json
`,
    )
    .action(async ({ gold, predictions }: { gold: string; predictions: string }, command: Command) => {
      const rows = await joinedRows(gold, predictions, {
        readGold: readPairGold,
        readPrediction: readPairPrediction,
        keyOf: ({ id, axis }) => (axis === null ? id : JSON.stringify([id, axis])),
        told: ({ id, axis }) => (axis === null ? id : `${id} · ${axis}`),
        field: 'id',
      })
      const scores = preferenceScores(rows.map(({ gold: pair, prediction }) => ({ scores: null, predictedViolated: null, ...prediction, ...pair })))
      const result = shapeOf(scores)
      for (const sentence of undefinedIn(scores)) process.stderr.write(`${sentence}\n`)
      answer(command, result, textOf(result))
    })
}

const countsOf = ({ accuracy, pairs, ties }: PairCounts) => ({ accuracy: accuracy.value, pairs, ties })

const shapeOf = ({ byAxis, veto, ...all }: PreferenceScores) => ({
  ...countsOf(all),
  byAxis: Object.fromEntries(Object.entries(byAxis).map(([axis, counts]) => [axis, countsOf(counts)])),
  veto: veto && { precision: veto.precision.value, recall: veto.recall.value, f1: veto.f1.value },
})

const why = {
  'no-decided-pairs': 'no pair has a better response',
  'nothing-flagged': 'no response was said to break a veto',
  'nothing-violated': 'no response breaks a veto',
  'nothing-to-find': 'no response breaks a veto, and none was said to',
} as const

/** The document has no place for reasons. */
function undefinedIn({ byAxis, veto, ...all }: PreferenceScores): string[] {
  const measures = [['Accuracy', all.accuracy], ...Object.entries(byAxis).map(([axis, { accuracy }]) => [`Accuracy on ${axis}`, accuracy] as const), ...(veto ? ([['Veto precision', veto.precision], ['Veto recall', veto.recall], ['Veto F1', veto.f1]] as const) : [])] as const
  return measures.flatMap(([name, { reason }]) => (reason === null ? [] : [`${name} is undefined: ${why[reason]}.`]))
}

function textOf({ byAxis, veto, ...all }: ReturnType<typeof shapeOf>): string {
  const shown = (value: number | null) => (value === null ? 'undefined' : value.toFixed(4))
  const row = (name: string, { accuracy, pairs, ties }: typeof all) => [name, pairs, ties, shown(accuracy)]
  const counted = table(['', 'pairs', 'ties', 'accuracy'], [row('all', all), ...Object.entries(byAxis).map(([axis, counts]) => row(axis, counts))])
  return veto ? `${counted}\n\nVeto: precision ${shown(veto.precision)}, recall ${shown(veto.recall)}, F1 ${shown(veto.f1)}.` : counted
}
