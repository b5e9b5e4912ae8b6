import path from 'node:path'
import { z } from 'zod'

const report = z.object({
  testResults: z.array(z.object({ name: z.string(), assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) })).default([]),
})
const isSkipped = (status: string) => ['pending', 'skipped'].includes(status)

/** What a report of Vitest's says was skipped: which tests for want of `../shared`, which say so in their titles, and which for something else. A line each, none where none was. */
export function skippedTests(said: unknown, root: string): string[] {
  const skipped = report.parse(said).testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.flatMap(({ fullName, status }) => (isSkipped(status) ? [{ file: path.relative(root, name), readsShared: fullName.includes('../shared') }] : [])),
  )
  const lineOf = (one: string, many: string, some: typeof skipped) => {
    const files = [...new Set(some.map(({ file }) => file))].sort().join(', ')
    return some.length === 0 ? [] : [`${some.length === 1 ? `1 ${one} was` : `${some.length} ${many} were`} skipped: ${files}`]
  }
  return [
    ...lineOf('test that reads ../shared', 'tests that read ../shared', skipped.filter(({ readsShared }) => readsShared)),
    ...lineOf('test that needs what is not here', 'tests that need what is not here', skipped.filter(({ readsShared }) => !readsShared)),
  ]
}
