/** What can be said of the code without running it. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { Halt } from '../first/halt.mjs'
import { root } from '../first/root.mjs'
import { sourcesIn } from './reach'
import { step, tool } from './step'

/** What pages refer to as the types of their addresses is made by Next, and must be there before any look at types. */
export const makeRouteTypes = () => step('Route types', () => tool('next typegen', 'next/dist/bin/next', ['typegen']))

// What the linter's compiler holds it needs until its end: collecting garbage more seldom than Go does by itself takes less time, for some memory.
const oxlint = (what: string, ...args: string[]) =>
  tool(what, 'oxlint/bin/oxlint', ['--type-aware', '--type-check', '--max-warnings', '0', ...args], { GOGC: '400', ...process.env })

/**
 * The linter has read all types for its own rules; asked for their errors too, it is done in a quarter of the compiler's time.
 * What Next expects of pages and routes stands in a file of its own making, which is no source and asked about alone. `files`: only these.
 */
export const checkLintAndTypes = (files: readonly string[] = []) =>
  step('Lint and types', async () => {
    await oxlint('The check of lint and types', ...files)
    const alone = ['-c', 'bin/testing/no-rules.oxlintrc.json', '-A', 'all', '--no-ignore', '.next/types/validator.ts']
    await oxlint('The check of what pages and routes export', ...alone)
  })

export const checkDeadCode = () =>
  step('Dead code', () => tool('The check for dead code', 'knip/bin/knip.js', ['--no-progress']))

const floors = ['app', 'bin', 'components', 'lib', 'prisma'].filter((folder) =>
  statSync(path.join(root, folder), { throwIfNoEntry: false }),
)

type Cruise = {
  modules: { source: string }[]
  summary: {
    violations: {
      from: string
      to: string
      cycle?: { name: string }[]
      via?: { name: string }[]
      rule: { name: string; severity: string }
    }[]
  }
}

/** The cruiser reports no violation also where it cannot read TypeScript at all; so what it saw is compared with what exists. */
export const checkFloors = () =>
  step('Floors', async () => {
    const args = [...floors, '--output-type', 'json', '--config', '.dependency-cruiser.cjs']
    const file = 'dependency-cruiser/bin/dependency-cruise.mjs'
    const { modules, summary } = JSON.parse(await tool('The check of the floors', file, args)) as Cruise
    const seen = new Set(modules.map(({ source }) => source))
    const unseen = floors.flatMap((folder) => sourcesIn(root, folder)).filter((file) => !file.endsWith('.d.ts') && !seen.has(file))
    if (unseen.length)
      throw new Halt(
        `The check of the floors did not see ${unseen.length} modules, among them ${unseen[0]}: it proves nothing.`,
      )
    const broken = summary.violations.map(({ from, to, rule, cycle, via }) => {
      const through = (cycle ?? via ?? []).map(({ name }) => name)
      return `  ${rule.name}: ${[from, ...(through.length ? through : [to])].join(' → ')}`
    })
    if (broken.length)
      throw new Halt(
        `${broken.join('\n')}\nAn import goes up the floors; .dependency-cruiser.cjs says why each rule is there.`,
      )
  })
