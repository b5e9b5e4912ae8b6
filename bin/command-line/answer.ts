import type { Command } from 'commander'

export type GlobalOptions = { as?: string; json?: boolean }

export const globalsOf = (command: Command): GlobalOptions => command.optsWithGlobals<GlobalOptions>()

/** The verb's result: one JSON document with --json, else its text. `toStandardError`: when standard output carries a file. */
export function answer(command: Command, result: object, text: string, toStandardError = false): void {
  const shown = globalsOf(command).json ? JSON.stringify(result) : text
  ;(toStandardError ? process.stderr : process.stdout).write(
    shown.endsWith('\n') || shown === '' ? shown : shown + '\n',
  )
}

/** Columns as wide as their widest cell. */
export function table(head: string[], rows: (string | number)[][]): string {
  const cells = [head, ...rows.map((row) => row.map(String))]
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** A line on standard error that is written over, when that is a terminal. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`)
}
