/** How one step of the gate ended. Counts are of steps, or of tests where a step runs tests. */
export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What was skipped and why, a line each; never silent. */
  readonly reasons?: readonly string[];
  /** What is worth knowing although nothing is wrong with it, a line each. */
  readonly notes?: readonly string[];
  /** What to show when something failed. */
  readonly output?: string;
}

/** One step of the gate. */
export interface Step {
  readonly name: string;
  /** What a person does when it fails. */
  readonly next: string;
  run(): Promise<StepResult>;
}

/** The result of a step that is one check: passed when `problem` is undefined. */
export function verdict(problem?: string): StepResult {
  return problem === undefined
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0, output: problem };
}

/** The result of a step that cannot run on this machine. */
export function skipped(reason: string): StepResult {
  return { passed: 0, failed: 0, skipped: 1, reasons: [reason] };
}

/** A step that is an async function: it throws what went wrong, or returns why it was skipped. */
export function check(
  name: string,
  next: string,
  run: () => Promise<void | { skipped: string }>,
): Step {
  return {
    name,
    next,
    run: async () => {
      try {
        const result = await run();
        return result ? skipped(result.skipped) : verdict();
      } catch (error) {
        return verdict(error instanceof Error ? error.message : String(error));
      }
    },
  };
}
