import assert from "@std/assert";
import { gaugesDocument, totalsDocument } from "./documents.ts";
import { exposition } from "./exposition.ts";
import { familiesOf } from "./families.ts";
import { routeFamilies } from "./route_families.ts";

async function check(text: string): Promise<string | undefined> {
  try {
    const promtool = new Deno.Command("promtool", {
      args: ["check", "metrics"],
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const writer = promtool.stdin.getWriter();
    await writer.write(new TextEncoder().encode(text));
    await writer.close();
    const { code, stdout, stderr } = await promtool.output();
    const said = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
    return code === 0 ? said : said || `exit code ${code}`;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

const isThere = await check("").then((said) => said !== undefined);
if (!isThere) console.warn("SKIPPED: promtool check metrics: no promtool (Debian: prometheus).");

const labels = { executor: "default", priority: "bulk", shard: "0", check: "database" };
const times = ["wait", "run", "http", "schedule_lag"].map((name) => ({
  name,
  labels: name === "schedule_lag" ? {} : { executor: 'de"fault\\\n' },
  ms: 12.5,
  buckets: Array(18).fill(2),
}));
const counted = [
  ...["key_reads", "key_writes", "key_failures", "decisions", "refusals", "rejections"],
  ...["lease_renewals", "lease_expiries", "claim_conflicts", "dead_letters", "schedule_runs"],
  ...["llm_tokens", "llm_cost_nano"],
];

Deno.test({
  name: "promtool check metrics: every series there can be is in order",
  ignore: !isThere,
  fn: async () => {
    const gauges = gaugesDocument.parse({
      at: "2026-11-23T00:00:30Z",
      sampled_at: "2026-11-23T00:00:00Z",
      samples: ["jobs", "lane_depth", "lane_age", "health"]
        .map((name) => ({ name, labels, value: 1.5, is_capped: false })),
      times,
      failure_ratio: 0.25,
      gates: [{
        gate: "lint",
        passed: 1,
        failed: 0,
        error: 0,
        skipped: 0,
        duration_ms: { p50: 1, p90: 1, p95: 1, p99: 1 },
      }],
      alerts: [{ slo: "audit", severity: "critical", firing: 0 }],
    });
    const totals = totalsDocument.parse({
      transitions: { job_enqueued: 1 },
      counters: counted.map((name) => ({ name, labels: { reason: "x" }, total: 3 })),
      routing: {
        reservation_age_seconds: 0,
        reservation_overdue_seconds: 0,
        overspend_nano: 0,
        debt_nano: 0,
        models: [{
          provider: "p",
          model: "m",
          region: "eu",
          service: "chat",
          state: "open",
          error_rate: 0.5,
          first_token_ms: 3,
        }],
        key_alerts: { expired: 1 },
      },
    });
    const families = [...familiesOf(gauges, totals), ...routeFamilies(totals)];
    assert.ok(families.every((family) => family.samples.length > 0), "a series without a sample");
    assert.equal(await check(exposition(families)), "");
    assert.notEqual(await check("cogo_x_seconds_bucket 3\n"), "", "promtool finds what is wrong");
  },
});
