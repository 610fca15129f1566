import assert from "@std/assert";
import { exposition, type Family } from "./exposition.ts";

Deno.test("exposition: a family has HELP and TYPE once, then its samples", () => {
  const text = exposition([{
    name: "cogo_jobs",
    help: "Open jobs.",
    type: "gauge",
    samples: [{ labels: { place: "ready" }, value: 3 }, { value: 0.5 }],
  }]);
  assert.equal(
    text,
    '# HELP cogo_jobs Open jobs.\n# TYPE cogo_jobs gauge\ncogo_jobs{place="ready"} 3\ncogo_jobs 0.5\n',
  );
});

Deno.test("exposition: quotes, backslashes and line ends in labels and help are escaped", () => {
  const text = exposition([{
    name: "cogo_jobs",
    help: "a\\b\nc",
    type: "gauge",
    samples: [{ labels: { type: 'say "hi"\\\n' }, value: 1 }],
  }]);
  assert.ok(text.includes("# HELP cogo_jobs a\\\\b\\nc\n"));
  assert.ok(text.includes('cogo_jobs{type="say \\"hi\\"\\\\\\n"} 1\n'));
});

Deno.test("exposition: a family without samples is left out, and nothing gives nothing", () => {
  assert.equal(exposition([{ name: "a", help: "b", type: "gauge", samples: [] }]), "");
  assert.equal(exposition([]), "");
});

Deno.test("exposition: a counter must end in _total, names and labels must be legal", () => {
  const family = (name: string, type: "counter" | "gauge", label = "a") => [
    { name, help: "h", type, samples: [{ labels: { [label]: 1 }, value: 1 }] },
  ];
  assert.throws(() => exposition(family("cogo_jobs", "counter")), /must end in _total/);
  assert.throws(() => exposition(family("cogo-jobs", "gauge")), /not a metric name/);
  assert.throws(() => exposition(family("cogo_jobs", "gauge", "a-b")), /not a label name/);
});

Deno.test("exposition: infinities and NaN are written as Prometheus spells them", () => {
  const values = [Infinity, -Infinity, NaN];
  const samples = values.map((value) => ({ value }));
  const text = exposition([{ name: "x", help: "h", type: "gauge", samples }]);
  assert.deepEqual(text.split("\n").slice(2, 5), ["x +Inf", "x -Inf", "x NaN"]);
});

const times = (buckets: number[]): Family => ({
  name: "cogo_wait_seconds",
  help: 'Say "hi".',
  type: "histogram",
  limits: [0.5, 1],
  samples: [{ labels: { executor: "default" }, buckets, sum: 4.5 }],
});

Deno.test("exposition: a histogram's buckets add up, and end with what is beyond all limits", () => {
  assert.deepEqual(exposition([times([3, 0, 2])]).split("\n").slice(2, -1), [
    'cogo_wait_seconds_bucket{executor="default",le="0.5"} 3',
    'cogo_wait_seconds_bucket{executor="default",le="1.0"} 3',
    'cogo_wait_seconds_bucket{executor="default",le="+Inf"} 5',
    'cogo_wait_seconds_sum{executor="default"} 4.5',
    'cogo_wait_seconds_count{executor="default"} 5',
  ]);
});

Deno.test("exposition: OpenMetrics has units, families without _total, and an end", () => {
  const counter: Family = {
    name: "cogo_cost_dollars_total",
    help: "Cost.",
    type: "counter",
    samples: [{ value: 2 }],
  };
  assert.deepEqual(exposition([counter, times([1, 0, 0])], "openmetrics").split("\n"), [
    "# HELP cogo_cost_dollars Cost.",
    "# TYPE cogo_cost_dollars counter",
    "# UNIT cogo_cost_dollars dollars",
    "cogo_cost_dollars_total 2",
    '# HELP cogo_wait_seconds Say \\"hi\\".',
    "# TYPE cogo_wait_seconds histogram",
    "# UNIT cogo_wait_seconds seconds",
    'cogo_wait_seconds_bucket{executor="default",le="0.5"} 1',
    'cogo_wait_seconds_bucket{executor="default",le="1.0"} 1',
    'cogo_wait_seconds_bucket{executor="default",le="+Inf"} 1',
    'cogo_wait_seconds_sum{executor="default"} 4.5',
    'cogo_wait_seconds_count{executor="default"} 1',
    "# EOF",
    "",
  ]);
  assert.equal(exposition([], "openmetrics"), "# EOF\n");
});
