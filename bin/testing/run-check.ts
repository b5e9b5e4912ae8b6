/** `npm run check`: types, lint, floors, and the tests of the ground, which need no database. */
import { checkFloors, checkLintAndTypes, makeRouteTypes } from './static-steps'
import { step, tool } from './step'

export async function runCheck(): Promise<number> {
  const { DATABASE_URL: _none, ...env } = process.env
  const testGround = () =>
    step('Tests of the ground', () => tool('A test of the ground', 'vitest/vitest.mjs', ['run', '--project=ground'], env))
  await makeRouteTypes()
  // All at once: both cores are busy until the end.
  await Promise.all([testGround(), checkLintAndTypes(), checkFloors()])
  return 0
}
