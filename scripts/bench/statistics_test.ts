import assert from "@std/assert";
import { judge } from "./bars.ts";
import { barsPlot } from "./bars_plot.ts";
import { orderOf } from "./compare.ts";
import { readOptions } from "./options.ts";
import { barRows, resultRows } from "./results_table.ts";
import { median, type Series, summarise } from "./statistics.ts";
import { columns, markdownTable } from "./table.ts";
import { replacePart } from "./write_page.ts";

const samples = (phase: Series["samples"][number]["phase"], cpus: number[]) =>
  cpus.map((cpu) => ({
    phase,
    jobs: 10,
    cpuMicros: cpu * 10,
    sessionMicros: cpu * 10,
    walBytes: 10_000,
    millis: 5,
  }));

function everySeries(cogo: number): Series[] {
  const phases = [
    { phase: "whole", k: 1 },
    { phase: "whole", k: 50 },
    { phase: "enqueue", k: 50 },
    { phase: "bulk_enqueue", k: 1000 },
  ] as const;
  const engines = { cogo, pgmq: 100, "graphile-worker": 300 };
  const keyed = { engine: "cogo", k: 50, phase: "keyed_enqueue" } as const;
  return [
    ...phases.flatMap(({ phase, k }) =>
      Object.entries(engines).map(([engine, cpu]) => ({
        engine,
        k,
        phase,
        samples: samples(phase, [cpu, cpu * 2, cpu]),
      }))
    ),
    { ...keyed, samples: samples("keyed_enqueue", [cogo + 10, cogo + 10, cogo + 10]) },
  ];
}

Deno.test("a ratio is the median of the ratios within each round", () => {
  const series: Series[] = [
    { engine: "pgmq", k: 50, phase: "whole", samples: samples("whole", [10, 100, 20]) },
    { engine: "cogo", k: 50, phase: "whole", samples: samples("whole", [20, 100, 22]) },
  ];
  const [, cogo] = summarise(series);
  assert.equal(cogo?.ratio_to_pgmq, 1.1);
  assert.equal(cogo?.jobs_per_second, 2000);
  assert.equal(cogo?.wal_bytes_per_job, 1000);
  assert.equal(median([3, 1, 2, 4]), 2.5);
});

Deno.test("bars are met by a cheap engine and missed by a dear one", () => {
  assert.ok(judge(summarise(everySeries(90))).every((bar) => bar.met));
  const missed = judge(summarise(everySeries(290))).filter((bar) => !bar.met);
  assert.equal(missed.length, 5);
});

Deno.test("the order of engines rotates and turns around", () => {
  const rounds = [0, 1, 2, 3, 4, 5].map((round) => orderOf(["a", "b", "c"], round).join(""));
  assert.deepEqual(rounds, ["abc", "bca", "cab", "cba", "acb", "bac"]);
});

Deno.test("results become a table, a page and a plot", () => {
  const results = summarise(everySeries(90));
  const text = columns(resultRows(results));
  assert.match(text, /^engine +phase/);
  assert.match(markdownTable(barRows(judge(results))), /\| met \|/);
  assert.match(barsPlot(results), /90\.0 µs<\/text>/);
  const page = "a\n<!-- comparison: begin -->\nold\n<!-- comparison: end -->\nb";
  assert.equal(
    replacePart(page, "comparison", "new"),
    "a\n<!-- comparison: begin -->\n\nnew\n\n<!-- comparison: end -->\nb",
  );
  assert.throws(() => replacePart(page, "claim-cost", "new"), /claim-cost: begin/);
});

Deno.test("wrong usage is told by the option's name", () => {
  assert.throws(() => readOptions(["--rounds", "none"]), /--rounds/);
  assert.throws(() => readOptions(["--what"]), /--what/);
  assert.equal(readOptions(["--quick"]).quick, true);
});
