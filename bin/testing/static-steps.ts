/** What can be said of the code without running it. */
import { statSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { runChild } from '../first/children.mjs'
import { Halt } from '../first/halt.mjs'
import { root } from '../first/root.mjs'
import { step, tool } from './step'

export const checkTypes = () =>
  step('Types', async () => {
    // The route types that pages refer to are made by Next.
    await tool('next typegen', 'next/dist/bin/next', ['typegen'])
    return tool('The type check', 'typescript/bin/tsc', ['--noEmit', '-p', '.'])
  })

export const checkLint = () =>
  step('Lint', () => tool('The lint check', 'oxlint/bin/oxlint', ['--type-aware', '--max-warnings', '0']))

export const checkDeadCode = () =>
  step('Dead code', () => tool('The check for dead code', 'knip/bin/knip.js', ['--no-progress']))

const floors = ['app', 'bin', 'components', 'lib', 'prisma'].filter((folder) =>
  statSync(path.join(root, folder), { throwIfNoEntry: false }),
)

/** The cruiser reports no violation also where it cannot read TypeScript at all; so what it saw is counted. */
export const checkFloors = () =>
  step('Floors', async () => {
    const output = await runChild(
      process.execPath,
      [
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        ...floors,
        '--output-type',
        'err-long',
        '--config',
        '.dependency-cruiser.cjs',
      ],
      { cwd: root, what: 'The check of the floors' },
    )
    const seen = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0)
    const exist = floors.flatMap((folder) => modulesIn(folder)).length
    if (seen < exist)
      throw new Halt(`The check of the floors saw ${seen} modules, and ${exist} exist: it proves nothing.`)
    return output
  })

function modulesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${path.sep}generated${path.sep}`))
}
