import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    maxWorkers: '100%',
    // Loading rules and a dictionary takes a second, starting the binary two, on a busy machine more.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
