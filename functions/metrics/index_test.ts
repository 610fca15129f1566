// needs: an environment of its own, which files that run beside each other share
import assert from "@std/assert";
import { type Sent, withGateway } from "../_shared/platform/fake_gateway.ts";
import metrics from "./index.ts";

const key = "sb_secret_for_this_test_only";
const summary = { at: "2026-11-23T00:00:00Z", window: { minutes: 5, is_capped: false } };
const place = (name: string) => ({ executor: "default", place: name });
const gauges = {
  at: "2026-11-23T00:00:30Z",
  sampled_at: "2026-11-23T00:00:00Z",
  samples: [
    { name: "jobs", labels: place("running"), value: 4, is_capped: false },
    {
      name: "lane_depth",
      labels: { executor: "default", priority: "bulk", shard: "0", tenant: "t" },
      value: 2,
      is_capped: true,
    },
    { name: "health", labels: { check: "database" }, value: 1, is_capped: false },
  ],
  times: [
    {
      name: "wait",
      labels: { executor: "default" },
      ms: 750,
      buckets: [1, ...Array(16).fill(0), 2],
    },
    {
      name: "http",
      labels: { function: "metrics", route: "/metrics/summary", status: "200" },
      ms: 4,
      buckets: [1, ...Array(17).fill(0)],
    },
  ],
  failure_ratio: null,
  gates: [],
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
  metrics_gauges: gauges,
  metrics_history: { series: "depth", points: [] },
  metrics_totals: {
    transitions: { job_enqueued: 7 },
    counters: [
      { name: "key_reads", labels: { action: "open" }, total: 3 },
      { name: "key_failures", labels: { reason: "the key has expired" }, total: 1 },
      { name: "decisions", labels: { model: "m", policy: "default/1" }, total: 5 },
      { name: "rejections", labels: { reason: "region" }, total: 4 },
      { name: "dead_letters", labels: { stage: "exec", reason: "timeout" }, total: 2 },
      { name: "llm_cost_nano", labels: { provider: "p", model: "m" }, total: 3 },
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
    assert.ok(!lines.some((line) => line.includes("cogo_gate_results")));
    const model = 'provider="p",model="m",region="eu",service="chat"';
    for (
      const line of [
        'cogo_jobs{executor="default",place="running"} 4',
        'cogo_lane_depth{executor="default",priority="bulk",shard="0",tenant="t"} 2',
        'cogo_job_wait_seconds_bucket{executor="default",le="0.005"} 1',
        'cogo_job_wait_seconds_bucket{executor="default",le="3600.0"} 1',
        'cogo_job_wait_seconds_bucket{executor="default",le="+Inf"} 3',
        'cogo_job_wait_seconds_sum{executor="default"} 0.75',
        'cogo_http_request_duration_seconds_count{function="metrics",route="/metrics/summary",status="200"} 1',
        'cogo_health{check="database"} 1',
        'cogo_metrics_capped{reading="now"} 1',
        "cogo_metrics_sample_age_seconds 30",
        'cogo_dead_letters_total{stage="exec",reason="timeout"} 2',
        'cogo_llm_cost_dollars_total{provider="p",model="m"} 3e-9',
        "cogo_claim_conflicts_total 0",
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

Deno.test("metrics: who asks for OpenMetrics gets it", async () => {
  await withDatabase(async () => {
    const answer = await get("/prometheus", {
      apikey: key,
      accept: "application/openmetrics-text",
    });
    assert.match(
      answer.headers.get("content-type") ?? "",
      /^application\/openmetrics-text; version=1/,
    );
    const text = await answer.text();
    assert.ok(text.includes("# TYPE cogo_job_transitions counter\n"));
    assert.ok(text.includes("# UNIT cogo_job_wait_seconds seconds\n"));
    assert.ok(text.endsWith("\n# EOF\n"));
    const families = text.match(/^# TYPE \S+/gm) ?? [];
    assert.equal(new Set(families).size, families.length, "no family is there twice");
  });
});

Deno.test("metrics: history is asked for by series, span, step and labels", async () => {
  await withDatabase(async (asked) => {
    const began = Date.now();
    const answer = await get("/history?series=depth&since_min=90&step=1m&executor=default&by=lane");
    assert.equal(answer.status, 200);
    const { since, ...rest } = asked.at(-1)?.args as Record<string, unknown>;
    assert.deepEqual(rest, {
      series: "depth",
      step: "1m",
      labels: { executor: "default", by: "lane" },
    });
    assert.ok(Math.abs(Date.parse(String(since)) - (began - 90 * 60_000)) < 10_000);
    for (const query of ["", "?series=depth&step=5m", "?series=depth&colour=red"]) {
      assert.equal((await get(`/history${query}`)).status, 400, query);
    }
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
