import { runChild } from "./run_child.ts";
import type { StepResult } from "./step.ts";

/** Settings of {@link runDenoTests}. */
export interface DenoTestOptions {
  readonly parallel: boolean;
  /** The whole group ends after this many seconds, whatever hangs. */
  readonly limitSeconds: number;
  /** Further arguments of `deno test`, such as `--coverage=DIR`. */
  readonly args?: readonly string[];
  /** Gets the output as it comes. */
  readonly echo?: (text: string) => void;
}

/** The counts in the last line of `deno test`: `ok | 11 passed | 1 failed | 2 ignored (3s)`. */
export function readSummary(output: string): { passed: number; failed: number; skipped: number } {
  const line = output.match(/^(?:ok|FAILED) \| .*$/gm)?.at(-1) ?? "";
  const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  return { passed: count("passed"), failed: count("failed"), skipped: count("ignored") };
}

const seconds = (time: string): number =>
  [...time.matchAll(/(\d+)(m?s|m|h)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * ({ ms: 0, s: 1, m: 60 }[unit ?? ""] ?? 3600),
    0,
  );

/** The five slowest of the tests that took 10 s or more, slowest first; steps are not counted. */
export function slowestTests(output: string): string[] {
  const lines = output.matchAll(/^(\S.*) \.\.\. (?:ok|FAILED).* \(([\dhms]+)\)$/gm);
  return [...lines].map(([, name = "", time = ""]) => ({ name, time, seconds: seconds(time) }))
    .filter((test) => test.seconds >= 10).sort((one, other) => other.seconds - one.seconds)
    .slice(0, 5).map(({ name, time }) => `${time} ${name}`);
}

/** Runs test files with `deno test` (types are checked by another step) and counts tests. */
export async function runDenoTests(
  files: readonly string[],
  options: DenoTestOptions,
): Promise<StepResult> {
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const { stdout, stderr, success, late } = await runChild(
    [
      ...["test", "--allow-all", "--no-check", ...(options.parallel ? ["--parallel"] : [])],
      ...(options.args ?? []),
      ...files,
    ],
    options.limitSeconds,
    options.echo,
  );
  const counts = readSummary(stdout);
  const reasons = [...stdout.matchAll(/^(.*) \.\.\. ignored/gm)].map(([, name]) => name ?? "");
  const notes = slowestTests(stdout);
  if (success) return { ...counts, reasons, notes };
  const why = late ? `\nThe tests did not end within ${options.limitSeconds} s.` : "";
  const output = stdout.slice(stdout.indexOf(" ERRORS ")) + stderr.slice(-2000) + why;
  return { ...counts, failed: Math.max(counts.failed, 1), reasons, notes, output };
}
