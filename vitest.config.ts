import { defineConfig } from 'vitest/config'

// Tests beside the code. `server-only` has no meaning outside Next, so it is the empty module here.
export default defineConfig({
  resolve: {
    alias: [
      { find: 'server-only', replacement: new URL('./node_modules/server-only/empty.js', import.meta.url).pathname },
      { find: /^@\//, replacement: new URL('./', import.meta.url).pathname },
    ],
  },
  test: {
    include: ['{lib,components,bin,prisma,bench}/**/*.test.{ts,tsx}'],
    globalSetup: './prisma/testing/template.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
