/** `npm run check`: types, lint, floors, and the tests of the ground, which need no database. */
import { root } from '../first/root.mjs'
import { runChild } from '../first/children.mjs'
import { checkFloors, checkLint, checkTypes } from './static-steps'
import { step } from './step'

const ground = ['lib/errors', 'lib/spans', 'lib/stats', 'lib/workflow', 'lib/blinding', 'lib/tasks', 'lib/formats', 'lib/releases']

export async function runCheck(): Promise<number> {
  const { DATABASE_URL: _none, ...env } = process.env
  await checkTypes()
  await checkLint()
  await checkFloors()
  await step('Tests of the ground', () =>
    runChild(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...ground], {
      cwd: root,
      env,
      what: 'A test of the ground',
    }),
  )
  return 0
}
