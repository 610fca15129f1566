import assert from "@std/assert";
import { migratedData } from "../db/serve_pglite.ts";
import { type Baseline, baselineOf, compare, fails } from "./compare.ts";
import { countAll, type CountOptions } from "./count_all.ts";
import { scenarios } from "./engine_scenarios.ts";
import type { Figure } from "./figures.ts";
import { pageOf, plotOf, type Report } from "./report.ts";
import { readBaseline } from "./run.ts";

const baseline: Baseline = {
  exact: { "a: lost": 0 },
  ratios: { "b: WAL": { value: 2, tolerance: 0.1 } },
};
const verdicts = (...figures: [string, number, Figure["kind"]][]) =>
  compare(figures.map(([name, value, kind]) => ({ name, value, kind })), baseline)
    .map(({ verdict }) => verdict);

Deno.test("regression: a count must be equal, a ratio may rise to its bound and no further", () => {
  assert.deepEqual(verdicts(["a: lost", 0, "exact"], ["b: WAL", 2.2, "ratio"]), ["same", "same"]);
  assert.deepEqual(
    verdicts(["a: lost", 1, "exact"], ["b: WAL", 2.201, "ratio"]),
    ["different", "worse"],
  );
  assert.deepEqual(verdicts(["a: lost", 0, "exact"], ["b: WAL", 1.5, "ratio"]), ["same", "better"]);
});

Deno.test("regression: a figure that is new, of another kind or missing fails", () => {
  const compared = compare([
    { name: "c: new", value: 1, kind: "exact" },
    { name: "a: lost", value: 0, kind: "ratio" },
  ], baseline);
  assert.deepEqual(compared.map(({ verdict }) => verdict), ["new", "new", "missing"]);
  assert.ok(compared.every(fails));
});

Deno.test("regression: a run's own baseline is met by it, and the report tells what fails first", () => {
  const figures: Figure[] = [
    { name: "a: lost", value: 3, kind: "exact" },
    { name: "b: WAL", value: 4, kind: "ratio" },
  ];
  assert.ok(!compare(figures, baselineOf(figures)).some(fails));
  const at = "2026-11-26T00:00:00Z";
  const report: Report = {
    at,
    commit: null,
    verdict: "regressed",
    seconds: 1,
    figures: compare(figures, baseline),
  };
  assert.match(
    pageOf(report),
    /regressed[\s\S]*What fails[\s\S]*\*\*different\*\* \| a: lost \| 3 \| 0/,
  );
  assert.match(plotOf(report), /<svg[\s\S]*#b3261e/);
});

Deno.test("regression: the engine counts as the committed baseline says; a planted bug is seen", async () => {
  const migrated = await migratedData();
  const { exact } = await readBaseline();
  // The router's receipts are replayed by a test of their own, and take as long as all the rest.
  const quick = [...scenarios.map(({ name }) => name), "quality gate"];
  const wrong = async (options: CountOptions) =>
    (await countAll(migrated, options)).filter(({ name, value }) => exact[name] !== value);
  assert.deepEqual(await wrong({ only: quick }), []);
  const damage = `alter function cogo.complete(bigint[], bigint[], jsonb[]) rename to real_complete;
    create function cogo.complete(job_ids bigint[], fences bigint[], results jsonb[])
    returns table (job_id bigint, outcome text) language sql security definer as $$ select unnest(job_ids), 'succeeded' $$`;
  const only = ["claim and complete", "lease expiry"];
  const names = (await wrong({ damage, only })).map(({ name }) => name);
  assert.ok(names.includes("lease expiry: lease_lost"), names.join(", "));
  assert.ok(names.includes("claim and complete: running"), names.join(", "));
});
