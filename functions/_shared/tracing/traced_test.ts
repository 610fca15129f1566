// needs: an environment of its own
import assert from "node:assert/strict";
import { activeTraceparent, openSpan } from "../worker/open_span.ts";
import { isTracing } from "./is_tracing.ts";
import { startOtlpReceiver } from "./otlp_receiver.ts";
import { spanned } from "./spanned.ts";
import { traced } from "./traced.ts";

const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
const caller = "00f067aa0ba902b7";
const endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
const canary = "sk-canary-of-tracing";

function ask(path: string, traceparent?: string): Request {
  const headers = { authorization: `Bearer ${canary}`, ...(traceparent && { traceparent }) };
  const body = JSON.stringify({ prompt: canary });
  return new Request(`http://x${path}?key=${canary}`, { method: "POST", headers, body });
}

Deno.test("without an endpoint a function is its handler and nothing is loaded", () => {
  const handler = () => new Response();
  assert.equal(traced("demo", handler), handler);
  const on = { [endpoint]: "http://127.0.0.1:4318" };
  assert.equal(isTracing(on), true);
  assert.equal(isTracing({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "http://x/v1/traces" }), true);
  assert.equal(isTracing({ ...on, OTEL_SDK_DISABLED: "TRUE" }), false);
  assert.equal(isTracing({ ...on, OTEL_TRACES_EXPORTER: "none" }), false);
  assert.equal(isTracing({ [endpoint]: "  " }), false);
});

Deno.test("where nobody traces, work is done and nothing else", async () => {
  assert.equal(await openSpan("x", { kind: "CLIENT" }), undefined);
  assert.equal(await spanned("x", {}, () => Promise.resolve(7)), 7);
  assert.equal(activeTraceparent(), undefined);
});

Deno.test("a function that traces", { sanitizeOps: false, sanitizeResources: false }, async (t) => {
  const receiver = startOtlpReceiver();
  const given = {
    [endpoint]: receiver.url,
    OTEL_EXPORTER_OTLP_HEADERS: "x-team=blue",
    OTEL_SERVICE_NAME: "shop",
    OTEL_BSP_SCHEDULE_DELAY: "50",
    OTEL_EXPORTER_OTLP_TIMEOUT: "1000",
  };
  const before = Object.keys(given).map((name) => [name, Deno.env.get(name)] as const);
  for (const [name, value] of Object.entries(given)) Deno.env.set(name, value);
  const waited: Promise<unknown>[] = [];
  Object.assign(globalThis, {
    EdgeRuntime: { waitUntil: (work: Promise<unknown>) => waited.push(work) },
  });
  const handler = traced("demo", async (request) => {
    const path = new URL(request.url).pathname;
    if (path.endsWith("/throw")) throw new TypeError(canary);
    if (path.endsWith("/fail")) return new Response(null, { status: 503 });
    await spanned("rpc work", { "cogo.rpc": "work" }, () => Promise.resolve());
    await spanned(
      "rpc bad",
      {},
      () => Promise.reject(Object.assign(new Error(canary), { code: "lease_lost" })),
    )
      .catch(() => {});
    return new Response(activeTraceparent());
  });
  const named = (name: string) => receiver.spans.filter((span) => span.name === name);
  try {
    await t.step("an answer is a span under its caller, its calls are spans under it", async () => {
      const response = await handler(ask("/demo/item/42", `00-${trace}-${caller}-01`));
      await receiver.until((spans) => spans.length === 3);
      const [server] = named("POST /demo/item/:id");
      assert.ok(server);
      assert.deepEqual([server.traceId, server.parentSpanId, server.kind], [trace, caller, 2]);
      assert.equal(await response.text(), `00-${trace}-${server.spanId}-01`);
      assert.deepEqual(server.attributes, {
        "faas.name": "demo",
        "http.request.method": "POST",
        "http.route": "/demo/item/:id",
        "http.response.status_code": 200,
      });
      const [good, bad] = [named("rpc work")[0]!, named("rpc bad")[0]!];
      assert.deepEqual([good.parentSpanId, good.kind, good.status.code], [server.spanId, 3, 0]);
      assert.deepEqual([bad.status.code, bad.attributes["error.type"]], [2, "lease_lost"]);
      assert.equal(server.service, "shop");
      assert.equal(receiver.batches.headers.get("x-team"), "blue");
    });
    await t.step("answers of one moment go out together, under waitUntil", async () => {
      const [batches, promised] = [receiver.batches.count, waited.length];
      await Promise.all([..."abcdefgh"].map(() => handler(ask("/demo"))));
      await receiver.until((spans) => spans.length === 3 + 24);
      assert.equal(receiver.batches.count, batches + 1);
      assert.equal(waited.length, promised + 1);
      const traces = new Set(named("POST /demo").map(({ traceId }) => traceId));
      assert.equal(traces.size, 8, "each without a caller begins a trace");
    });
    await t.step("a caller that is not sampled is not recorded, but passed on", async () => {
      const seen = receiver.spans.length;
      const response = await handler(ask("/demo", `00-${trace}-${caller}-00`));
      assert.match(await response.text(), new RegExp(`^00-${trace}-[0-9a-f]{16}-00$`));
      await Promise.all(waited);
      assert.equal(receiver.spans.length, seen);
    });
    await t.step("a traceparent that is none is ignored", async () => {
      await handler(ask("/demo/nonsense", `00-${"0".repeat(32)}-${caller}-01`));
      await receiver.until(() => named("POST /demo/nonsense").length === 1);
      assert.equal(named("POST /demo/nonsense")[0]!.parentSpanId, undefined);
    });
    await t.step("failures are told by word and status", async () => {
      await handler(ask("/demo/fail"));
      await assert.rejects(async () => await handler(ask("/demo/throw")), TypeError);
      await receiver.until(() => named("POST /demo/throw").length === 1);
      const told = [named("POST /demo/fail")[0]!, named("POST /demo/throw")[0]!];
      assert.deepEqual(
        told.map(({ status, attributes }) => [status.code, attributes["error.type"]]),
        [
          [2, "503"],
          [2, "TypeError"],
        ],
      );
    });
    await t.step("nothing of queries, headers, bodies or messages is told", () => {
      assert.ok(!JSON.stringify(receiver.spans).includes(canary));
    });
    await t.step("without its collector it answers as before, and says so once", async () => {
      await Promise.all(waited.splice(0));
      await receiver.close();
      const said: unknown[][] = [];
      const { error } = console;
      console.error = (...parts) => said.push(parts);
      try {
        for (let turn = 0; turn < 2; turn++) {
          const began = performance.now();
          assert.equal((await handler(ask("/demo"))).status, 200);
          assert.ok(performance.now() - began < 500);
          await Promise.all(waited.splice(0));
        }
      } finally {
        console.error = error;
      }
      assert.equal(said.length, 1, JSON.stringify(said));
      assert.match(String(said[0]![0]), /Spans were lost/);
    });
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Deno.env.delete(name);
      else Deno.env.set(name, value);
    }
  }
});
