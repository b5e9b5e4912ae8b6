/** `import`: a file streams into a study as it does from the page; with --dry-run only what would happen is said. */
import path from 'node:path'
import { Option, type Command } from 'commander'
import type { Viewer } from '@/lib/blinding/viewer'
import { Halt } from '../first/halt.mjs'
import { actingPersonNeeded } from './acting-person'
import { answer, progress } from './answer'
import { openInput } from './open-input'
import { rowSentence } from './row-sentence'
import { withDatabase } from './with-database'

type Options = {
  from: string
  map?: string[]
  unit: 'file' | 'line' | 'paragraph'
  language?: string
  specialty?: string
  group?: string
  source?: string
  licence?: string
  good?: boolean
  duplicates?: boolean
  corrections?: boolean
  reason?: string
  dryRun?: boolean
}

export function addImportVerb(program: Command): void {
  program
    .command('import')
    .argument('<study>', 'its address, as `studies` lists it')
    .argument('<file>', '- for standard input')
    .description('bring items into a study: all of the file, or nothing')
    .requiredOption('--from <format>', 'how the file is to be read: one of the formats of the study’s task')
    .option(
      '--map <column=field...>',
      'csv: where a column goes (a field, tags.NAME, sealed.NAME or ignore); the others as proposed, unknown ones to the seal',
    )
    .addOption(
      new Option('--unit <unit>', 'plain: what is one item').choices(['file', 'line', 'paragraph']).default('file'),
    )
    .option('--language <code>', 'of rows that do not say it')
    .option('--specialty <name>', 'of rows that do not say it')
    .option('--group <key>', 'of rows that do not say it')
    .option('--source <name>', 'of rows that do not say it')
    .option('--licence <name>', 'of rows that do not say it')
    .option('--good', 'take the good rows and leave the bad ones out')
    .option('--duplicates', 'take texts that the study has under another id')
    .option('--corrections', 'let items that are here take over what rows say otherwise of them; never text or licence')
    .option('--reason <text>', 'why; with a reason, --corrections goes for closed items, for those of releases (frozen ones keep what they say) and for what is sealed as well')
    .option('--dry-run', 'say what would happen, and change nothing')
    .addHelpText(
      'after',
      '\nExample:\n  bin/doubleread import discharge-notes notes.jsonl --from native --dry-run --as li@example.org\n  bin/doubleread import medec MEDEC-val.csv --from medec --as li@example.org\n',
    )
    .action(async (study: string, file: string, options: Options, command: Command) =>
      withDatabase(async () => {
        const result = await importFile(await actingPersonNeeded(command), study, file, options)
        progress('')
        const { problems, ...counts } = result
        for (const problem of problems) process.stderr.write(`${file}: ${problem.sentence}\n`)
        for (const { line, fields } of result.differences) process.stderr.write(`${file}: line ${line}: the item is here already; the row says something else of ${fields.join(', ')}.\n`)
        if (counts.refused && !options.good) {
          answer(command, result, '')
          throw new Halt(
            `${counts.refused} of ${counts.rows} rows cannot be imported, so ${options.dryRun ? 'none would be' : 'nothing was'}: mend them, or leave them out with --good.`,
          )
        }
        const verb = options.dryRun ? 'would be imported' : 'imported'
        answer(
          command,
          result,
          `${counts.imported} of ${counts.rows} rows ${verb}; ${counts.known} known already${counts.differing ? ` (${counts.differing} say something else of their item${options.dryRun ? '' : `; ${counts.corrected} taken over`})` : ''}, ${counts.duplicates} duplicates left out, ${counts.refused} refused.`,
        )
      }),
    )
}

type Result = {
  dryRun: boolean
  rows: number
  imported: number
  known: number
  duplicates: number
  refused: number
  differing: number
  corrected: number
  differences: { line: number; fields: string[] }[]
  problems: { line: number; field: string; reason: string; sentence: string }[]
}

async function importFile(viewer: Viewer, study: string, file: string, options: Options): Promise<Result> {
  const { bringFile, bringFileInput } = await import('@/lib/services/bring-file')
  const { runJobNow } = await import('@/lib/services/run-job-now')
  const { readImport } = await import('@/lib/services/read-import')

  const { from, unit, map, language, specialty, group, source, licence } = options
  const given = Object.entries({ map, language, specialty, group, source, licence }).filter(([, value]) => value !== undefined)
  const input = bringFileInput.parse({
    study,
    fileName: file === '-' ? 'standard-input' : path.basename(file),
    from,
    unit,
    ...Object.fromEntries(given),
    take: options.good ? 'good' : 'all',
    duplicates: options.duplicates ? 'import' : 'skip',
    corrections: options.corrections ? 'take' : 'leave',
    reason: options.reason ?? '',
    dryRun: options.dryRun === true,
  })
  const brought = await bringFile(viewer, input, counted(await openInput(file)))
  const { rows, fresh, known, duplicates, refused, differing } = brought.counts
  const result = {
    dryRun: input.dryRun,
    rows,
    imported: refused && !options.good ? 0 : fresh + (options.duplicates ? duplicates : 0),
    known,
    duplicates: options.duplicates ? 0 : duplicates,
    refused,
    differing,
    corrected: 0,
    differences: brought.differing.map(({ line, differs }) => ({ line, fields: differs ?? [] })),
    problems: brought.refused.map((row) => ({
      line: row.line,
      field: row.field,
      reason: row.reason || row.fate,
      sentence: rowSentence(row),
    })),
  }
  const { importId, jobId } = brought
  if (importId === null || jobId === null) return result
  await runJobNow(viewer, jobId, ({ done, total }) => progress(`${done} of ${total} items`))
  const { import: done } = await readImport(viewer, { study, importId })
  return {
    ...result,
    imported: done.imported,
    known: done.known,
    corrected: done.corrected,
    duplicates: done.fresh + done.duplicates - done.imported,
  }
}

async function* counted(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let megabytes = 0
  for await (const bytes of source) {
    megabytes += bytes.length / 1e6
    progress(`${megabytes.toFixed(1)} MB read`)
    yield bytes
  }
}
