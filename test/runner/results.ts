import type Mocha from 'mocha';

export interface TimedTest {
  readonly title: string;
  readonly milliseconds: number;
}

/** What tests came to. */
export interface Results {
  readonly passed: number;
  readonly failed: number;
  readonly tests: readonly TimedTest[];
}

/** Runs the tests that Mocha has loaded: its build for Node.js or the one for browsers. */
export async function runTests(mocha: Mocha): Promise<Results> {
  const tests: TimedTest[] = [];
  let passed = 0;
  const failed = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', () => passed++)
      .on('test end', (test) => tests.push({ title: test.fullTitle(), milliseconds: test.duration ?? 0 }));
  });
  return { passed, failed, tests };
}
