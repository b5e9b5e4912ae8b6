import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** What needs no database and keeps nothing between two calls, so that its files may share a process and load it once. */
const ground = ['lib/{errors,spans,stats,workflow,tasks,formats,releases}{,/**/*}.test.ts']

// Tests beside the code. `server-only` has no meaning outside Next, so it is the empty module here.
export default defineConfig({
  resolve: {
    alias: [
      { find: 'server-only', replacement: new URL('./node_modules/server-only/empty.js', import.meta.url).pathname },
      { find: /^@\//, replacement: new URL('./', import.meta.url).pathname },
    ],
  },
  test: {
    // A machine may be several times slower for a while, or stand still; only what fails takes longer by this.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // Vitest itself would leave one core to others; there are none. A worker has up to fifty of the two hundred connections.
    maxWorkers: Math.min(availableParallelism(), 4),
    projects: [
      { extends: true, test: { name: 'ground', include: ground, isolate: false } },
      // What is kept between two calls is kept for one database, and goes with it (fresh-database.ts).
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
      // A command owns its process: when it ends, nothing may be started in it any more.
      {
        extends: true,
        test: { name: 'commands', include: ['bin/**/*.test.ts'], globalSetup: './prisma/testing/template.ts' },
      },
    ],
  },
})
