import { defineConfig } from 'vitest/config'

/** What takes too long for every run: pages compared as pictures. */
export default defineConfig({
  test: {
    include: ['test/visual/**/*.test.ts', 'test/slow/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
