/** `npm run check`: types, lint, floors, and the tests of the ground, which need no database. What is known to be good is not looked at again. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { root } from '../first/root.mjs'
import { checkUnknown } from './known-good'
import { sourcesIn } from './reach'
import { checkFloors, checkLintAndTypes, makeRouteTypes } from './static-steps'
import { step, tool } from './step'

/** Where Next declares what it has made of the addresses. */
const declarations = () =>
  ['.next/types', '.next/dev/types'].flatMap((folder) =>
    existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`) : [],
  )

export async function runCheck(): Promise<number> {
  const { DATABASE_URL: _none, ...env } = process.env
  const packages = ['package-lock.json', 'tsconfig.json', 'bin/testing/run-check.ts']
  // Which of them are the ground's is said in one place, vitest.config.ts: the others are passed over, and never known.
  const tests = { root, check: 'Tests of the ground', files: sourcesIn(root, 'lib').filter((file) => file.endsWith('.test.ts')), beside: [...packages, 'vitest.config.ts'], runs: true }
  const testGround = () =>
    step(tests.check, () =>
      checkUnknown(tests, async (unknown) => {
        const report = path.join(root, '.data', 'ground.json')
        const args = ['run', '--project=ground', '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
        await tool('A test of the ground', 'vitest/vitest.mjs', [...args, ...unknown], env)
        const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as { testResults: { name: string }[] }
        return testResults.map(({ name }) => path.relative(root, name))
      }),
    )
  await makeRouteTypes()
  const sources = sourcesIn(root)
  const lint = { root, check: 'Lint and types', files: sources, beside: [...packages, '.oxlintrc.json', 'bin/testing/no-rules.oxlintrc.json', ...declarations()], runs: false }
  const lintAndTypes = () =>
    checkUnknown(lint, async (unknown) => {
      // Whoever knows none of them asks for all that there is.
      await checkLintAndTypes(unknown.length < sources.length ? unknown : [])
      return unknown
    })
  // All at once: both cores are busy until the end.
  await Promise.all([checkFloors(), testGround(), lintAndTypes()])
  return 0
}
