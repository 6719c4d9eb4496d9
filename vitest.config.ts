import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/visual/**', 'test/slow/**'],
    setupFiles: ['test/offline.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
