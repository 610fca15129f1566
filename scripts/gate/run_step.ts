import type { Step, StepResult } from "./step.ts";

/** A step that has run, and how long it took. */
export interface Finished extends StepResult {
  readonly name: string;
  readonly seconds: number;
}

/** Runs a step and tells how it went: a line, and what is needed to act when it failed. */
export async function runStep(step: Step, say: (line: string) => void): Promise<Finished> {
  const began = performance.now();
  const result = await step.run().catch((error): StepResult => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    output: error instanceof Error ? error.message : String(error),
  }));
  const seconds = (performance.now() - began) / 1000;
  const ran = result.passed + result.failed > 0;
  const word = result.failed > 0 ? "FAILED" : ran ? "ok" : "SKIPPED";
  const counts = result.passed > 1 ? ` (${result.passed} passed)` : "";
  const lines = [`${word.padEnd(8)}${seconds.toFixed(1).padStart(6)} s  ${step.name}${counts}`];
  for (const reason of result.reasons ?? []) lines.push(`          SKIPPED: ${reason}`);
  for (const note of result.notes ?? []) lines.push(`          ${note}`);
  if (result.failed > 0) {
    const output = (result.output ?? "").trim().split("\n").slice(-80);
    lines.push(...output.map((line) => `          ${line}`), `          Next: ${step.next}`);
  }
  say(lines.join("\n"));
  return { ...result, name: step.name, seconds };
}

/** The ten test files that took longest, as lines to print: growth is to be seen. */
export function slowestFiles(finished: readonly Finished[]): string[] {
  const files = finished.filter(({ name }) => name.endsWith("_test.ts"));
  const slowest = files.sort((one, other) => other.seconds - one.seconds).slice(0, 10);
  if (slowest.length === 0) return [];
  const total = files.reduce((sum, { seconds }) => sum + seconds, 0);
  return [
    `The slowest of ${files.length} files with servers (${total.toFixed(0)} s, some at once):`,
    ...slowest.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(14)} s  ${name}`),
  ];
}
