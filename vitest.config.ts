import { defineConfig } from 'vitest/config';

const SERVER_TESTS = ['test/store/neo4j*.test.ts', 'test/query/*.test.ts', 'test/e2e/browser*.test.ts'];

/** Tests on Neo4j servers come after the others, two files at once: each has one of the servers for itself at a time. */
export default defineConfig({
  test: {
    // A hang ends some time; a busy machine fails no test.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: SERVER_TESTS,
          globalSetup: 'test/support/cli.ts',
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'neo4j',
          include: SERVER_TESTS,
          globalSetup: 'test/support/neo4j/global-setup.ts',
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
