/** `convert`: verdicts from one format into another, whole or not at all, and nothing lost that was not agreed to. */
import type { Command } from 'commander'
import type { ExchangeFormat, Loss, ReadRecord } from '@/lib/formats/exchange-format'
import type { RowReason } from '@/lib/formats/item-row'
import type { JsonObject } from '@/lib/tasks/task'
import { Halt } from '../first/halt.mjs'
import { answer, progress } from './answer'
import { givenFiles } from './given-files'
import { newOutput } from './new-output'

type Options = { from: string; to: string; task: string; loss?: boolean }

export function addConvertVerb(program: Command): void {
  program
    .command('convert')
    .argument('<in>', 'a file, a folder where the format is one, or - for standard input')
    .argument('<out>', 'what to make of it; must not exist yet; - for standard output')
    .description('verdicts from one format into another: all of them, or nothing')
    .requiredOption('--from <format>', 'what <in> is')
    .requiredOption('--to <format>', 'what to make')
    .option('--task <task>', 'whose formats', 'error-spans')
    .option('--loss', 'lose what the format cannot hold; without it that is refused')
    .addHelpText(
      'after',
      '\nExample:\n  bin/doubleread convert --from native --to label-studio test.jsonl test.json\n  bin/doubleread convert --from brat --to native corpus/ - | head\n  bin/doubleread convert --task rubric-authoring --from native --to healthbench rubrics.jsonl drafts.jsonl --loss\n',
    )
    .action(async (given: string, out: string, options: Options, command: Command) => {
      const [source, target] = await Promise.all(
        [options.from, options.to].map((code) => formatOf(command, options.task, code)),
      )
      const result = await convert(
        given,
        out,
        source as ExchangeFormat,
        target as ExchangeFormat,
        options.loss === true,
      )
      progress('')
      const { records, refused, losses } = result
      const lost = losses.map(({ field, records: count, why }) => `${field} (${count} of ${records}): ${why}`)
      for (const line of lost) process.stderr.write(`${options.loss ? 'Lost' : 'Would be lost'}: ${line}\n`)
      const summary = `${records} records converted from ${options.from} to ${options.to}.`
      answer(command, result, result.written ? summary : '', out === '-')
      if (refused)
        throw new Halt(`${refused} of ${records + refused} rows of ${given} cannot be read, so nothing was written.`)
      if (!result.written) {
        const fields = losses.map(({ field, records: count }) => `${field} (${count})`).join(', ')
        throw new Halt(
          `${options.to} cannot hold everything: ${fields}. Nothing was written; with --loss it is, without these.`,
        )
      }
    })
}

/** Of what is in the source alone. */
const noRecordHolds: Loss['why'] = { en: 'It is read by no format of this task: no record has a place for it.', 'zh-CN': '本任务的记录中没有存放它的位置。' }

type Result = {
  from: string
  to: string
  records: number
  refused: number
  /** Rows that could not be read; the first of them, when there are many. */
  problems: { file: string; line: number; field: string | null; reason: RowReason; sentence: string }[]
  losses: { field: string; records: number; why: string }[]
  written: boolean
}

const mostProblems = 100

async function convert(
  given: string,
  out: string,
  source: ExchangeFormat,
  target: ExchangeFormat,
  loss: boolean,
): Promise<Result> {
  const { rowSentence } = await import('./row-sentence')
  if (source.read === null) throw new Halt(`${source.name.en} can be written, not read.`)
  const files = await givenFiles(given, source)
  const output = await newOutput(out, target)
  const result: Result = {
    from: source.code,
    to: target.code,
    records: 0,
    refused: 0,
    problems: [],
    losses: [],
    written: false,
  }
  const lost = new Map<string, { loss: Loss; records: number }>()
  /** Where each id was first given: a folder's files go by it. */
  const ids = new Map<string, number>()

  async function* records(read: NonNullable<ExchangeFormat['read']>): AsyncGenerator<JsonObject> {
    for await (const row of read(files)) {
      const problem = 'record' in row ? secondOf(ids, row) : row
      if (problem) {
        result.refused += 1
        if (result.refused > mostProblems) continue
        const { path: file, line, field, reason, values = null } = problem
        const sentence = rowSentence({ line, field: field ?? '', fate: '', reason, values, externalId: null })
        result.problems.push({ file, line, field, reason, sentence })
        process.stderr.write(`${file}: ${sentence}\n`)
      } else if ('record' in row) {
        result.records += 1
        for (const each of [...target.losses(row.record), ...(row.dropped ?? []).map((field): Loss => ({ field, why: noRecordHolds }))]) {
          const known = lost.get(each.field)
          lost.set(each.field, { loss: known?.loss ?? each, records: (known?.records ?? 0) + 1 })
        }
        if (result.records % 500 === 0) progress(`${result.records} records`)
        yield row.record
      }
    }
  }
  // The output's own name for a folder's files or a file is of no matter: it is put into the place that was asked for.
  await output.write(target.write(records(source.read), { stem: 'converted' }))
  if (result.refused > mostProblems)
    process.stderr.write(`${given}: ${result.refused - mostProblems} more rows cannot be read.\n`)
  result.losses = [...lost].map(([field, { loss: { why }, records: count }]) => ({ field, records: count, why: why.en })) // prettier-ignore
  result.written = result.refused === 0 && (loss || lost.size === 0)
  if (result.written) await output.keep()
  return result
}

type Problem = Extract<ReadRecord, { reason: RowReason }>

function secondOf(ids: Map<string, number>, row: Extract<ReadRecord, { record: JsonObject }>): Problem | null {
  const id = JSON.stringify(row.record['id'])
  const first = ids.get(id)
  if (first === undefined) ids.set(id, row.line)
  const values = { id: JSON.parse(id) as string, first: first ?? row.line }
  return first === undefined ? null : { path: row.path, line: row.line, field: 'id', reason: 'id-twice', values }
}

async function formatOf(command: Command, task: string, code: string): Promise<ExchangeFormat> {
  const { taskCodes, taskOf } = await import('@/lib/tasks/registry')
  const known = taskCodes.find((each) => each === task)
  if (!known) command.error(`error: there is no task '${task}': ${taskCodes.join(', ')}`)
  const { formats } = taskOf(known)
  const found = formats.find((format) => format.code === code)
  return (
    found ?? command.error(`error: ${task} has no format '${code}': ${formats.map((each) => each.code).join(', ')}`)
  )
}
