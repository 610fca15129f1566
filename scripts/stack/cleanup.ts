/** Undoes steps in reverse order, once, each even if another fails. */
export function createCleanup(): {
  add(step: () => void | Promise<void>): void;
  run(): Promise<void>;
} {
  const steps: (() => void | Promise<void>)[] = [];
  let running: Promise<void> | undefined;

  async function runAll(): Promise<void> {
    for (const step of steps.reverse()) {
      try {
        await step();
      } catch {
        // the rest must still be closed, the database above all
      }
    }
  }

  return {
    add: (step) => void steps.push(step),
    run: () => running ??= runAll(),
  };
}
