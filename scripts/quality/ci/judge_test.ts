import assert from "@std/assert";
import type { GateSummary } from "./gate_summary.ts";
import { type Bounds, defaultBounds, judge, type Judgement } from "./judge.ts";
import { readOptions } from "./options.ts";
import { nextStep, tellLines, tellMarkdown } from "./tell.ts";

/** A summary of so many runs by verdict; all else went well unless `operations` say otherwise. */
function summaryOf(
  passed: number,
  failed: number,
  error = 0,
  operations: Partial<GateSummary["operations"]> = {},
): GateSummary {
  return {
    window_days: 30,
    since: "2026-11-01T00:00:00Z",
    runs: { count: passed + failed + error + 1, open: 1, passed, failed, error, is_capped: false },
    operations: {
      failures: { count: 0, of: 100 },
      wait: { count: 100, p90_ms: 12 },
      decisions: { count: 100, of: 100 },
      ...operations,
    },
  };
}

const verdict = (summary: GateSummary, bounds: Partial<Bounds> = {}) =>
  judge(summary, { ...defaultBounds, ...bounds }).verdict;
const gateOf = ({ gates }: Judgement, name: string) => gates.find(({ gate }) => gate === name);

Deno.test("ci gate: the pass rate is exact, below, at and above its bound", () => {
  assert.equal(verdict(summaryOf(7, 3)), "passed");
  assert.equal(verdict(summaryOf(6, 3, 1)), "failed");
  assert.equal(verdict(summaryOf(8, 2)), "passed");
  assert.equal(verdict(summaryOf(699, 300)), "failed"); // 69.97 %
  assert.equal(verdict(summaryOf(2, 1), { minPassPct: 66.67 }), "failed"); // 66.666… %
  const rate = gateOf(judge(summaryOf(3, 1), defaultBounds), "pass rate");
  assert.deepEqual([rate?.value, rate?.count], [75, 4]);
});

Deno.test("ci gate: runs that broke count as not passed, open ones not at all", () => {
  assert.equal(gateOf(judge(summaryOf(1, 0, 1), defaultBounds), "pass rate")?.value, 50);
});

Deno.test("ci gate: too few runs are not enough data, whatever their share", () => {
  assert.equal(verdict(summaryOf(0, 0)), "not enough data");
  assert.equal(verdict(summaryOf(2, 0), { minRuns: 3 }), "not enough data");
  assert.equal(verdict(summaryOf(0, 2), { minRuns: 3 }), "not enough data");
  const judged = judge(summaryOf(0, 0), defaultBounds);
  assert.match(nextStep(judged, 1), /0 closed quality runs, and 1 .*live:work/);
});

Deno.test("ci gate: each operational gate fails the whole just beyond its bound", () => {
  const cases: [Partial<GateSummary["operations"]>, Judgement["verdict"]][] = [
    [{ failures: { count: 5, of: 100 } }, "passed"],
    [{ failures: { count: 51, of: 1000 } }, "failed"],
    [{ wait: { count: 9, p90_ms: 5000 } }, "passed"],
    [{ wait: { count: 9, p90_ms: 5000.1 } }, "failed"],
    [{ decisions: { count: 85, of: 100 } }, "passed"],
    [{ decisions: { count: 84, of: 100 } }, "failed"],
  ];
  for (const [operations, expected] of cases) {
    assert.equal(verdict(summaryOf(9, 1, 0, operations)), expected, JSON.stringify(operations));
  }
});

Deno.test("ci gate: an operational gate without data says so, and counts only when strict", () => {
  const idle = summaryOf(9, 1, 0, {
    failures: { count: 0, of: 0 },
    wait: { count: 0, p90_ms: null },
    decisions: { count: 0, of: 0 },
  });
  const judged = judge(idle, defaultBounds);
  assert.equal(judged.verdict, "passed");
  assert.deepEqual(judged.gates.map(({ verdict }) => verdict), [
    "passed",
    "no data",
    "no data",
    "no data",
  ]);
  assert.equal(verdict(idle, { strict: true }), "not enough data");
});

Deno.test("ci gate: the command line wins over the environment, and both are checked", () => {
  const environment = { GATE_MIN_PASS_PCT: "80", GATE_MIN_RUNS: "4", GATE_WINDOW_DAYS: " 7 " };
  const { bounds, windowDays } = readOptions(["--min-pass", "90"], environment);
  assert.deepEqual([bounds.minPassPct, bounds.minRuns, windowDays], [90, 4, 7]);
  assert.equal(readOptions([], {}).bounds.minPassPct, 70);
  assert.throws(() => readOptions([], { GATE_MIN_PASS_PCT: "70%" }), /^Error: GATE_MIN_PASS_PCT: /);
  assert.throws(() => readOptions(["--min-pass", "101"], {}), /^Error: --min-pass: /);
});

Deno.test("ci gate: it is told as lines and as a table", () => {
  const judged = judge(summaryOf(3, 1), defaultBounds);
  assert.match(
    tellLines(judged, 30)[1] ?? "",
    /pass rate +75 % +at least 70 % +passed +4 closed runs/,
  );
  assert.match(
    tellMarkdown(judged, 30, ""),
    /\| wait p90 \| 12 ms \| at most 5 s \| passed \| 100 measured jobs \|/,
  );
});
