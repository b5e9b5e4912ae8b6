/** `submit`: what a system predicts goes to a release as it does from the page; scored here when no worker is to be waited for. */
import { createReadStream } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { Halt } from '../first/halt.mjs'
import { actingPersonNeeded } from './acting-person'
import { answer, progress, table } from './answer'
import { rowSentence } from './row-sentence'
import { withDatabase } from './with-database'

type Options = { system: string; split?: string; anonymous?: boolean; description?: string; wait?: boolean }

export function addSubmissionVerbs(program: Command): void {
  program
    .command('submit')
    .argument('<release>', 'its id, as its page and `release list` give it')
    .argument('<predictions>', 'JSON Lines or a MEDIQA-CORR run; - for standard input')
    .requiredOption('--system <name>', 'as it shall stand on the board: name and version')
    .option('--split <name>', 'of the release; otherwise its most protected one')
    .option('--anonymous', 'others see a letter on the board')
    .option('--description <text>', 'what somebody needs to know to repeat it')
    .option('--no-wait', 'leave the scoring to the worker and do not wait for it')
    .description('hand in predictions on a release and have them scored: all of the file, or nothing')
    .addHelpText(
      'after',
      '\nExample:\n  bin/doubleread submit 5f0c… predictions.jsonl --system "my-model 2" --split test --as li@example.org\n',
    )
    .action(async (release: string, file: string, options: Options, command: Command) =>
      withDatabase(async () => {
        const { submitPredictions, submitPredictionsInput } = await import('@/lib/services/submit-predictions')
        const { readBoard, boardInput } = await import('@/lib/services/read-board')
        const { readSubmission } = await import('@/lib/services/read-submission')
        const viewer = await actingPersonNeeded(command)
        const { split } = options.split ? { split: options.split } : await readBoard(viewer, boardInput.parse({ releaseId: release }))
        const input = submitPredictionsInput.parse({
          releaseId: release,
          split,
          system: options.system,
          anonymous: options.anonymous ?? false,
          description: options.description ?? '',
          fileName: file === '-' ? 'standard-input' : path.basename(file),
        })
        const submitted = await submitPredictions(viewer, input, await opened(file))
        if ('problems' in submitted) {
          for (const problem of submitted.problems) process.stderr.write(`${file}: ${rowSentence({ ...problem, fate: 'bad', externalId: null })}\n`)
          answer(command, submitted, '')
          throw new Halt(`${submitted.total} lines of ${file} cannot be scored, so nothing was taken: mend them and submit again.`)
        }
        const { spans, lines } = submitted.unplaced
        if (spans > 0) process.stderr.write(`${file}: ${spans} places are not in their texts and count as missed; first on line ${lines.join(', ')}.\n`)
        if (options.wait !== false && submitted.jobId) {
          const { runJobNow } = await import('@/lib/services/run-job-now')
          await runJobNow(viewer, submitted.jobId, ({ phase, done, total }) => progress(total ? `${phase} ${done} of ${total}` : phase))
          progress('')
        }
        const scored = await readSubmission(viewer, { submissionId: submitted.submissionId })
        const [first] = scored.evaluations
        const rows = scored.measures.map(({ name }) => {
          const { value = null, low = null, high = null } = first?.scores.measures[name] ?? {}
          return [name, value?.toFixed(4) ?? '–', low === null || high === null ? '' : `${low.toFixed(4)} to ${high.toFixed(4)}`]
        })
        const text = first
          ? `${table(['measure', `by ${first.match}`, 'interval'], rows)}\n`
          : ''
        answer(
          command,
          { ...submitted, state: scored.state, evaluations: scored.evaluations },
          `${text}Submission ${submitted.submissionId}: ${submitted.predicted} predicted, ${submitted.missing} missing; ${scored.state}.`,
        )
      }),
    )
}

async function opened(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') return process.stdin
  const stream = createReadStream(file)
  await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject)).catch((error: NodeJS.ErrnoException) => {
    throw new Halt(error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${error.code}).`)
  })
  return stream
}
