import type { Command } from 'commander'
import { healthBenchScores, type HealthBenchScores } from '@/lib/tasks/rubric/healthbench-score'
import { metProblem, readMet, readRubricGold } from '@/lib/tasks/rubric/read-graded'
import { answer, table } from './answer'
import { joinedRows } from './joined-rows'

export function addScoreRubricVerb(score: Command): void {
  score
    .command('rubric')
    .description('responses graded against rubrics of signed points')
    .requiredOption('--gold <file>', 'HealthBench records, JSON Lines')
    .requiredOption('--predictions <file>', 'JSON Lines `{"prompt_id","met":[true,…]}`, a truth value for each criterion in its order')
    .addHelpText(
      'after',
      `
A record's score is the points of its met criteria over all its positive points; a criterion with negative points is met when
the bad thing is there. Scores are not clipped one by one; the mean is, as a whole. An axis is scored by its own criteria. A
record without a prediction counts as meeting nothing. One file may be - for standard input.

Example:
  bin/doubleread score rubric --gold healthbench.jsonl --predictions graded.jsonl --json
`,
    )
    .action(async ({ gold, predictions }: { gold: string; predictions: string }, command: Command) => {
      const rows = await joinedRows(gold, predictions, {
        readGold: readRubricGold,
        readPrediction: readMet,
        keyOf: ({ id }) => id,
        field: 'prompt_id',
        missing: 'count as meeting no criterion',
        problem: (record, { met }) => metProblem(record, met),
      })
      const scores = healthBenchScores(rows.map(({ gold: record, prediction }) => ({ ...record, met: prediction?.met ?? [] })))
      const unscored = Object.values(scores.perItem).filter((value) => value === null).length
      if (unscored) process.stderr.write(`${unscored} of ${rows.length} have no criterion of positive points and therefore no score.\n`)
      answer(command, scores, textOf(scores))
    })
}

function textOf({ mean, clippedMean, standardError, byAxis, byTag, perItem }: HealthBenchScores): string {
  const shown = (value: number | null) => (value === null ? 'undefined' : value.toFixed(6))
  const rows = [...Object.entries(byAxis).map(([name, of]) => [`axis: ${name}`, of] as const), ...Object.entries(byTag)]
  const records = Object.values(perItem).filter((value) => value !== null).length
  return `${table(
    ['', 'records', 'mean'],
    [['all', records, shown(mean)], ...rows.map(([name, { mean: of, n }]) => [name, n, shown(of)])],
  )}\n\nClipped mean ${shown(clippedMean)}, standard error ${shown(standardError)}.`
}
