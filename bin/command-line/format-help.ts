/** Which formats the verbs that take one know, by task, below their help. Every task is loaded for it, so it is for when help is asked for. */
import type { Command } from 'commander'
import { importCodes } from '@/lib/tasks/import-codes'
import { taskCodes, taskOf } from '@/lib/tasks/registry'

export function addFormatHelp(program: Command): void {
  help(program, 'convert', 'Formats by task (--task), each read and written but where it says otherwise:', (task) =>
    taskOf(task).formats.map(({ code, read }) => (read === null ? `${code} (written only)` : code)),
  )
  help(program, 'import', 'Formats by the study’s task:', (task) => importCodes(taskOf(task).imports))
}

function help(program: Command, verb: string, head: string, codesOf: (task: string) => string[]): void {
  const width = Math.max(...taskCodes.map((task) => task.length))
  const lines = taskCodes.map((task) => `  ${task.padEnd(width)}  ${codesOf(task).join(', ')}`)
  program.commands.find((command) => command.name() === verb)!.addHelpText('after', `${head}\n${lines.join('\n')}\n`)
}
