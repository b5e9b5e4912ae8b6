/** The report as a table for people and as JSON for machines. */
import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from './database'
import type { Options } from './options'
import type { Result } from './result'

const settings = ['server_version', 'shared_buffers', 'fsync', 'synchronous_commit', 'max_wal_size', 'jit']

export async function writeReport(options: Options, results: readonly Result[]): Promise<void> {
  const [cpu] = os.cpus()
  const postgres = await sql<{ name: string; setting: string }>(
    'select name, current_setting(name) as setting from pg_settings where name = any ($1)',
    [settings],
  )
  const file = path.resolve(import.meta.dirname, '..', '.data', 'bench.json')
  mkdirSync(path.dirname(file), { recursive: true })
  const report = {
    date: new Date().toISOString(),
    machine: {
      cpu: cpu?.model ?? '',
      cores: os.cpus().length,
      memoryGb: Math.round(os.totalmem() / 1024 ** 3),
      node: process.version,
      load: os.loadavg()[0],
    },
    postgres: Object.fromEntries(postgres.map(({ name, setting }) => [name, setting])),
    options,
    measures: results,
  }
  writeFileSync(file, JSON.stringify(report, null, 2) + '\n')
  print(results)
  console.log(
    `\n${report.machine.cpu}, ${report.machine.cores} cores, Node ${report.machine.node}; also in ${path.relative(process.cwd(), file)}`,
  )
}

function print(results: readonly Result[]): void {
  const rows = results.map(({ measure, value, unit, ratio, goal }) => [
    measure,
    `${value} ${unit}`.trim(),
    ratio ? `${ratio.value} (${ratio.to})` : '',
    goal ? `${goal.text}: ${goal.met ? 'met' : 'MISSED'}` : '',
  ])
  const table = [['Measure', 'Value', 'Ratio', 'Goal'], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
