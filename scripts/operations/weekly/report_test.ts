import assert from "@std/assert";
import {
  messageSchema,
  type Notification,
} from "../../../functions/_shared/notifications/notification.ts";
import { goodWeek } from "./example_figures.ts";
import { readFigures, type WeeklyFigures } from "./figures.ts";
import { isoWeekOf, readOptions } from "./options.ts";
import { plainText } from "./payloads.ts";
import { weeklyReport } from "./report.ts";
import { withSignedLinks } from "./signed_links.ts";

const about = {
  week: "2026-W48",
  target: ".",
  base: "https://project.supabase.co",
  at: new Date("2026-11-26T06:00:00Z"),
};
const report = (more: Partial<WeeklyFigures> = {}) => weeklyReport({ ...goodWeek, ...more }, about);
const { summary, gates } = goodWeek;

Deno.test("weekly report: a good week tells every figure, and the fixes with links that are whole", () => {
  const message = messageSchema.parse(report());
  assert.deepEqual([message.severity, message.title], ["info", "Week 2026-W48 of .: well"]);
  const facts = Object.fromEntries(message.facts!.map(({ name, value }) => [name, value]));
  assert.deepEqual(facts, {
    "Quality runs": "8 (7 passed, 1 failed, 0 broke)",
    "Pass rate": "87.5 %",
    "Jobs": "12,345 succeeded, 12 failed",
    "Fail rate": "0.1 %",
    "Wait p90": "812 ms",
    "Run p90": "4.2 s",
    "Retries": "40",
    "Dead letters": "12 (3 open), 12 fetch/timeout",
    "Tokens": "1,200,000 in, 34,000 out",
    "Cost": "$1.23",
    "Providers (last hour)": "openai: closed, 0.4 % errors of 500 calls",
    "Alerts": "none",
  });
  assert.match(
    message.text!,
    /gate_fix eslint on https:\S+: lint failed → passed, \+3 −5 in 2 files/,
  );
  assert.deepEqual(message.links!.map(({ title, url }) => [title, url]), [
    ["Dashboard", "https://project.supabase.co/dashboard/local"],
    [
      "eslint: eslint.diff",
      "https://project.supabase.co/functions/v1/artifacts/f0000000-0000-4000-8000-00000000000a",
    ],
    [
      "eslint: eslint.json",
      "https://project.supabase.co/functions/v1/artifacts/f0000000-0000-4000-8000-00000000000b",
    ],
  ]);
});

Deno.test("weekly report: each gate of the plan that is missed, and each alert, makes it a warning", () => {
  const alert = {
    slo: "wait",
    title: "",
    severity: "critical",
    state: "firing",
    since: "x",
    message: "m",
  };
  const bad: [RegExp, Partial<WeeklyFigures>][] = [
    [/pass rate 69\.9 % is below 70 %/, { gates: { runs: { ...gates.runs, pass_rate: 0.699 } } }],
    [/fail rate 5\.1 % is over 5 %/, { summary: { ...summary, failure_rate: 0.051 } }],
    [
      /wait p90 6 s is over 5 s/,
      {
        summary: {
          ...summary,
          finished: { wait_ms: { count: 1, p50: 1, p90: 6000 }, run_ms: null },
        },
      },
    ],
    [/1 alerts fire[^]*Alert wait \(critical\) since x: m/, { alerts: { alerts: [alert] } }],
  ];
  for (const [expected, more] of bad) {
    const message = report(more);
    assert.equal(message.severity, "warning");
    assert.match(message.text!, expected);
  }
  const atTheGate = report({
    gates: { runs: { ...gates.runs, pass_rate: 0.7 } },
    summary: { ...summary, failure_rate: 0.05 },
  });
  assert.equal(atTheGate.severity, "info");
});

Deno.test("weekly report: an empty project has no data, which is no failure", async () => {
  const empty: Record<string, unknown> = {
    metrics_summary: {
      window: { since: "x", is_capped: false },
      transitions: {},
      failure_rate: null,
      finished: { wait_ms: { count: 0, p50: null, p90: null }, run_ms: null },
      dead_letters: { count: 0, not_redriven: 0, by_reason: [] },
    },
    gate_summary: { runs: { count: 0, passed: 0, failed: 0, error: 0, pass_rate: null } },
    metrics_routing: { providers: [] },
    quality_gate_recent: { runs: [{ target: "." }] },
  };
  const message = weeklyReport(await readFigures((rpc) => Promise.resolve(empty[rpc])), about);
  assert.equal(message.severity, "info");
  const text = plainText(
    { id: "1", kind: "weekly", dedupe_key: "k", message } satisfies Notification,
  );
  assert.match(text, /Pass rate +no data/);
  assert.match(text, /Alerts +not set up/);
});

Deno.test("weekly report: the ISO week is that of UTC, at the turns of years too", () => {
  const weeks = {
    "2026-11-26": "2026-W48",
    "2027-01-03": "2026-W53",
    "2027-01-04": "2027-W01",
    "2024-12-30": "2025-W01",
    "2026-01-01": "2026-W01",
  };
  for (const [day, week] of Object.entries(weeks)) {
    assert.equal(isoWeekOf(new Date(`${day}T23:59:59Z`)), week, day);
  }
  for (
    const args of [["--week", "2026-W54"], ["--direct", "fax"], [
      "--channel",
      "a",
      "--direct",
      "slack",
    ]]
  ) {
    assert.throws(() => readOptions(args), Error, args.join(" "));
  }
});

Deno.test("weekly report: links to artifacts are signed where the project signs them", async () => {
  const asked: string[] = [];
  const figures = await withSignedLinks(goodWeek, (ids) => {
    asked.push(...ids);
    return Promise.resolve(new Map([[ids[0]!, "https://signed.example/link"]]));
  });
  assert.deepEqual(asked, [
    "f0000000-0000-4000-8000-00000000000a",
    "f0000000-0000-4000-8000-00000000000b",
  ]);
  const links = weeklyReport(figures, about).links!.map(({ url }) => url);
  assert.equal(links[1], "https://signed.example/link");
  assert.equal(
    links[2],
    "https://project.supabase.co/functions/v1/artifacts/f0000000-0000-4000-8000-00000000000b",
  );
});
