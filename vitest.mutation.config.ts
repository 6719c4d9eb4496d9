import { defineConfig } from 'vitest/config'

/** The tests that mutated figures rules must fail: without those that measure growth or need the built program. */
export default defineConfig({
  test: {
    include: ['test/language/**/*.test.ts', 'test/analyse/**/*.test.ts'],
    exclude: ['test/language/growth.test.ts', 'test/analyse/corpus.test.ts', 'test/analyse/invariance.test.ts'],
    testTimeout: 60_000,
  },
})
