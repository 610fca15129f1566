import type { TestCounts } from "../../../functions/_shared/quality/gates.ts";

type Reader = (output: string) => TestCounts | undefined;

const readers: Reader[] = [
  readDeno,
  readNodeOrTap,
  readJestOrVitest,
  readMocha,
  readAva,
  readTapLines,
];

/**
 * Reads test counts from what a test tool printed (Deno, node --test, TAP, jest, vitest, mocha,
 * ava); undefined when no known summary is found.
 */
export function parseTestCounts(output: string): TestCounts | undefined {
  // deno-lint-ignore no-control-regex
  const plain = output.replace(/\x1b\[[0-9;]*[A-Za-z]/g, "");
  for (const read of readers) {
    const counts = read(plain);
    if (counts) return counts;
  }
  return undefined;
}

function counts(passed: number, failed: number, skipped: number): TestCounts {
  return { total: passed + failed + skipped, passed, failed, skipped };
}

/** The number in the last match of a pattern; 0 when there is none. */
function last(output: string, pattern: RegExp): number {
  return Number([...output.matchAll(pattern)].pop()?.[1] ?? 0);
}

/** `ok | 12 passed (3 steps) | 0 failed | 1 ignored (2s)`, one line per `deno test` call. */
function readDeno(output: string): TestCounts | undefined {
  const line = /^(?:ok|FAILED) \| (\d+) passed.*?\| (\d+) failed(?:.*?\| (\d+) ignored)?/gm;
  const found = [...output.matchAll(line)];
  if (found.length === 0) return undefined;
  const sum = (at: number) => found.reduce((total, match) => total + Number(match[at] ?? 0), 0);
  return counts(sum(1), sum(2), sum(3));
}

/** `# pass 12` (TAP, tape) or `ℹ pass 12` (node's spec reporter). */
function readNodeOrTap(output: string): TestCounts | undefined {
  if (!/^[#ℹ] pass\s+\d+/m.test(output)) return undefined;
  const number = (word: string) => last(output, new RegExp(`^[#ℹ] ${word}\\s+(\\d+)`, "gm"));
  return counts(
    number("pass"),
    number("fail") + number("cancelled"),
    number("skipped") + number("todo"),
  );
}

/** `Tests:  1 failed, 2 skipped, 12 passed, 15 total` or `Tests  1 failed | 12 passed (13)`. */
function readJestOrVitest(output: string): TestCounts | undefined {
  const line = [...output.matchAll(/^\s*Tests:?\s+(.*\d+ (?:passed|failed|skipped|total).*)$/gm)]
    .pop()?.[1];
  if (line === undefined) return undefined;
  const number = (word: string) => last(line, new RegExp(`(\\d+) ${word}`, "g"));
  return counts(number("passed"), number("failed"), number("skipped") + number("todo"));
}

/** `  12 passing (30ms)`, `  1 failing`, `  2 pending`. */
function readMocha(output: string): TestCounts | undefined {
  if (!/^\s*\d+ passing/m.test(output)) return undefined;
  const number = (word: string) => last(output, new RegExp(`^\\s*(\\d+) ${word}`, "gm"));
  return counts(number("passing"), number("failing"), number("pending"));
}

/** `  12 tests passed`, `  1 test failed`. */
function readAva(output: string): TestCounts | undefined {
  if (!/^\s*\d+ tests? (passed|failed)/m.test(output)) return undefined;
  const number = (word: string) => last(output, new RegExp(`^\\s*(\\d+) tests? ${word}`, "gm"));
  return counts(number("passed"), number("failed"), number("skipped"));
}

/** Plain TAP without a summary: top-level `ok` and `not ok` lines. */
function readTapLines(output: string): TestCounts | undefined {
  const lines = output.match(/^(not ok|ok)\b.*$/gm);
  if (!lines || !/^1\.\.\d+/m.test(output)) return undefined;
  const skipped = lines.filter((line) => /# (skip|todo)/i.test(line)).length;
  const failed = lines.filter((line) => /^not ok/.test(line) && !/# (skip|todo)/i.test(line));
  return counts(lines.length - skipped - failed.length, failed.length, skipped);
}
