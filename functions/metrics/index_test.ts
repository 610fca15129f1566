// needs: an environment of its own, which files that run beside each other share
import assert from "@std/assert";
import { type Sent, withGateway } from "../_shared/platform/fake_gateway.ts";
import metrics from "./index.ts";

const key = "sb_secret_for_this_test_only";
const nothing = { count: 0, avg: null, p50: null, p90: null, p95: null, p99: null, max: null };
const summary = {
  at: "2026-11-23T00:00:00Z",
  health: { is_healthy: true, checks: [{ name: "database", is_healthy: true, says: "15" }] },
  window: { minutes: 5, is_capped: false },
  now: {
    is_capped: false,
    by_executor: [
      { executor: "default", ready: 2, waiting: 1, blocked: 0, assigned: 0, running: 4 },
    ],
    lanes: [
      { executor: "default", priority: "bulk", shard: 0, depth: 2, oldest_age_seconds: null },
    ],
  },
  failure_rate: null,
  finished: {
    by_executor: [{
      name: "default",
      succeeded: 9,
      failed: 0,
      cancelled: 0,
      wait_ms: { ...nothing, p50: 250 },
      run_ms: nothing,
    }],
  },
  dead_letters: { by_reason: [{ stage: "exec", reason: "timeout", count: 2 }] },
  gates: { by_gate: [] },
};
const refused = {
  code: "PT403",
  message: "Cannot read",
  details: "operators_only",
  hint: "Call with a secret key.",
};

/** What the stand-in for PostgREST answers; a number is an HTTP status with `refused`. */
const answers: Record<string, unknown> = {
  metrics_summary: summary,
  metrics_totals: {
    transitions: { job_enqueued: 7 },
    counters: [
      { name: "key_reads", labels: { action: "open" }, total: 3 },
      { name: "key_failures", labels: { reason: "the key has expired" }, total: 1 },
      { name: "decisions", labels: { model: "m", policy: "default/1" }, total: 5 },
      { name: "rejections", labels: { reason: "region" }, total: 4 },
    ],
    routing: {
      reservation_age_seconds: 1.5,
      reservation_overdue_seconds: 0,
      overspend_nano: 0,
      debt_nano: 2e9,
      models: [{
        provider: "p",
        model: "m",
        region: "eu",
        service: "chat",
        state: "open",
        error_rate: 0.25,
        first_token_ms: 300,
      }],
      key_alerts: { expired: 1 },
    },
  },
  metrics_routing: { providers: [{ provider: "p", state: "open" }] },
  metrics_health: { is_healthy: true, checks: [] },
  gate_summary: 403,
};
const withDatabase = (
  use: (asked: readonly Sent[]) => Promise<void>,
  environment: Record<string, string> = {},
) =>
  withGateway({
    secret: key,
    answer: (rpc) => {
      const answer = answers[rpc];
      return typeof answer === "number" ? { status: answer, body: refused } : { body: answer };
    },
    environment,
  }, use);

const get = async (path: string, headers: Record<string, string> = { apikey: key }) =>
  await metrics.fetch(new Request(`http://127.0.0.1/metrics${path}`, { headers }));

Deno.test("metrics: an operator reads the summary, and parameters reach the RPC", async () => {
  await withDatabase(async (asked) => {
    const answer = await get("/summary?window_minutes=15");
    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.json(), summary);
    assert.deepEqual(asked.at(-1), {
      path: "/rest/v1/rpc/metrics_summary",
      args: { window_minutes: 15 },
      key,
    });
    const again = await get("/summary", {
      apikey: key,
      "if-none-match": answer.headers.get("etag") ?? "",
    });
    assert.equal(again.status, 304);
  });
});

Deno.test("metrics: without credentials nothing is shown, outside the local stack", async () => {
  await withDatabase(async (asked) => {
    const answer = await get("/summary", {});
    assert.equal(answer.status, 401);
    assert.equal((await answer.json()).details, "missing_key");
    const forged = await get("/summary", { apikey: "sb_secret_forged" });
    assert.equal((await forged.json()).details, "invalid_token");
    assert.equal(forged.status, 401);
    assert.deepEqual(asked, []);
  });
});

Deno.test("metrics: in the local stack its own page reads without a key", async () => {
  await withDatabase(async () => {
    assert.equal((await get("/summary", {})).status, 200);
    assert.equal((await get("/summary", { "sec-fetch-site": "cross-site" })).status, 401);
  }, { COGO_LOCAL: "1" });
});

Deno.test("metrics: malformed and unknown parameters are named", async () => {
  for (const query of ["window_minutes=0", "window_minutes=x", "minutes=5"]) {
    const answer = await get(`/summary?${query}`);
    assert.equal(answer.status, 400, query);
    const { details, message } = await answer.json();
    assert.equal(details, "bad_argument");
    assert.ok(message.includes(query.split("=")[0] ?? ""), message);
  }
});

Deno.test("metrics: what SQL refuses is passed on untouched", async () => {
  await withDatabase(async () => {
    const answer = await get("/gate/summary");
    assert.equal(answer.status, 403);
    assert.deepEqual(await answer.json(), refused);
  });
});

Deno.test("metrics: ill health is 503, with the checks that tell why", async () => {
  await withDatabase(async () => {
    assert.equal((await get("/health")).status, 200);
    answers.metrics_health = { is_healthy: false, checks: [] };
    const answer = await get("/health");
    assert.equal(answer.status, 503);
    assert.deepEqual(await answer.json(), { is_healthy: false, checks: [] });
    answers.metrics_health = { is_healthy: true, checks: [] };
  });
});

Deno.test("metrics: health of a window tells of providers, whose state changes no status", async () => {
  await withDatabase(async (asked) => {
    const answer = await get("/health?since_min=15");
    assert.equal(answer.status, 200);
    assert.deepEqual((await answer.json()).providers, [{ provider: "p", state: "open" }]);
    assert.deepEqual(asked.at(-1)?.args, { since_min: 15 });
    assert.equal((await get("/health?since_min=0")).status, 400);
  });
});

Deno.test("metrics: Prometheus gets counters, gauges in base units, and no empty family", async () => {
  await withDatabase(async () => {
    const answer = await get("/prometheus");
    assert.match(answer.headers.get("content-type") ?? "", /^text\/plain; version=0\.0\.4/);
    const lines = (await answer.text()).split("\n");
    assert.ok(lines.includes('cogo_job_transitions_total{type="job_enqueued"} 7'));
    assert.ok(lines.includes('cogo_jobs{executor="default",place="running"} 4'));
    assert.ok(lines.includes('cogo_job_wait_seconds{executor="default",percentile="50"} 0.25'));
    assert.ok(lines.includes('cogo_dead_letters{stage="exec",reason="timeout"} 2'));
    assert.ok(!lines.some((line) => line.includes("cogo_gate_results")));
    const model = 'provider="p",model="m",region="eu",service="chat"';
    for (
      const line of [
        'key_vault_reads_total{action="open"} 3',
        "key_vault_writes_total 0",
        'key_vault_fail_total{reason="the key has expired"} 1',
        'cogo_route_decisions_total{model="m",policy="default/1"} 5',
        'cogo_route_rejections_total{reason="region"} 4',
        "cogo_overspend_dollars 0",
        "cogo_debt_dollars 2",
        "cogo_reservation_oldest_age_seconds 1.5",
        `cogo_route_breaker{${model},state="open"} 1`,
        `cogo_route_breaker{${model},state="closed"} 0`,
        `cogo_route_first_token_seconds{${model}} 0.3`,
      ]
    ) assert.ok(lines.includes(line), line);
  });
});

Deno.test("metrics: a database that does not answer is 503", async () => {
  await withDatabase(async () => {
    const answer = await get("/summary");
    assert.equal(answer.status, 503);
    assert.equal((await answer.json()).details, "database_unreachable");
  }, { SUPABASE_URL: "http://127.0.0.1:1" });
});

Deno.test("metrics: writing is refused, and unknown paths say which there are", async () => {
  const post = await metrics.fetch(
    new Request("http://127.0.0.1/metrics/summary", { method: "POST" }),
  );
  assert.equal(post.status, 405);
  assert.equal(post.headers.get("allow"), "GET, HEAD");
  const unknown = await get("/nowhere");
  assert.equal(unknown.status, 404);
  const file = new URL("../../docs/openapi/metrics.json", import.meta.url);
  const described = Object.keys(JSON.parse(await Deno.readTextFile(file)).paths);
  const { hint } = await unknown.json() as { hint: string };
  assert.deepEqual(hint.match(/\/[a-z/]+/g)?.sort(), described.sort());
});
