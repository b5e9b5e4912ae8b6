import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** What needs no database and keeps nothing between two calls, so that its files may share a process and load it once. */
const ground = [
  'lib/{errors,spans,stats,workflow,tasks,formats,releases}{,/**/*}.test.ts',
  // The policy in the database is held against the one in memory, so that needs both.
  'lib/blinding/!(sight).test.ts',
]

// Tests beside the code. `server-only` has no meaning outside Next, so it is the empty module here.
export default defineConfig({
  resolve: {
    alias: [
      { find: 'server-only', replacement: new URL('./node_modules/server-only/empty.js', import.meta.url).pathname },
      { find: /^@\//, replacement: new URL('./', import.meta.url).pathname },
    ],
  },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One a core, since Postgres and the browser of nobody else need one meanwhile; Vitest itself would leave one free.
    maxWorkers: availableParallelism(),
    projects: [
      { extends: true, test: { name: 'ground', include: ground, isolate: false } },
      {
        extends: true,
        test: {
          name: 'house',
          isolate: false,
          include: ['{lib,components,prisma,bench}/**/*.test.{ts,tsx}'],
          exclude: ground,
          globalSetup: './prisma/testing/template.ts',
        },
      },
      {
        extends: true,
        test: { name: 'commands', include: ['bin/**/*.test.ts'], globalSetup: './prisma/testing/template.ts' },
      },
    ],
  },
})
