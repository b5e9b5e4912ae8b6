/**
 * The verbs and their help. Resolves to the exit code: 0 done, 1 refused with a sentence on standard error, 2 misuse. With
 * `--json` standard output holds exactly one JSON document. A verb's work is loaded when it is asked for, not before.
 */
import { Command, CommanderError, Option } from 'commander'
import { Halt } from '../first/halt.mjs'
import { addConvertVerb } from './convert-verb'
import { addInstallationVerbs } from './installation-verbs'
import { addMeasureVerbs } from './measure-verbs'
import { addStudyVerbs } from './study-verbs'
import { addSubmissionVerbs } from './submission-verbs'
import { sentenceFor } from './sentence-for'
import { addVerifyVerb } from './verify-verb'

export async function runCommandLine(argv: string[]): Promise<number> {
  const program = new Command('doubleread')
    .description('Double-blind annotation of medical text, from the command line.')
    .addOption(
      new Option('--as <email>', 'the person acting; without it, the installation itself where that is enough'),
    )
    .option('--json', 'print exactly one JSON document on standard output')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .showSuggestionAfterError()
  addInstallationVerbs(program)
  addStudyVerbs(program)
  addSubmissionVerbs(program)
  addMeasureVerbs(program)
  addConvertVerb(program)
  addVerifyVerb(program)
  for (const command of everyCommand(program)) command.exitOverride()
  if (argv.some((word) => ['help', '--help', '-h'].includes(word))) (await import('./format-help')).addFormatHelp(program)
  try {
    await program.parseAsync(argv)
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const sentence = await sentenceFor(error)
    if (sentence === undefined) throw error
    throw new Halt(sentence)
  }
}

const everyCommand = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap((verb) => everyCommand(verb)),
]
