// needs: the embedded stack
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { context, trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BasicTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { layPreparedData } from "../../../scripts/stack/prepared_data.ts";
import { silent } from "../../../scripts/stack/progress.ts";
import { startStack } from "../../../scripts/stack/stack.ts";
import { hello } from "../llm/cases.ts";
import { furnish } from "../llm/furnish.ts";
import { createRouter } from "../llm/mod.ts";
import { startFakeProvider } from "../routing/fake_provider/mod.ts";
import { createWorker } from "../worker/mod.ts";
import { openSpan } from "../worker/open_span.ts";
import { callsTo } from "../worker/transport.ts";
import { AsyncContext } from "./async_context.ts";
import { type SeenSpan, startOtlpReceiver } from "./otlp_receiver.ts";

const canary = "sk-canary-of-traces";
const need = { service: "chat", context_tokens: 1000, max_output_tokens: 100 } as const;

interface Drawn {
  trace_id: string;
  spans: {
    span_id: string;
    parent_span_id: string | null;
    name: string;
    status: string;
    attributes: Record<string, unknown>;
  }[];
}

/** The names from a span up to its root: `child < parent < …`. */
function pathOf(spans: readonly SeenSpan[], span: SeenSpan | undefined): string {
  if (span === undefined) return "";
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return parent === undefined ? span.name : `${span.name} < ${pathOf(spans, parent)}`;
}

function drawnPath({ spans }: Drawn, name: string): string {
  const [span] = spans.filter((each) => each.name === name);
  const up = (id: string | null): string => {
    const parent = spans.find(({ span_id }) => span_id === id);
    return parent === undefined ? "" : ` < ${parent.name}${up(parent.parent_span_id)}`;
  };
  return span === undefined ? "" : span.name + up(span.parent_span_id);
}

Deno.test(
  "a trace over the whole stack",
  { sanitizeOps: false, sanitizeResources: false },
  async (t) => {
    const dataFolder = await Deno.makeTempDir({ prefix: "cogo-trace-" });
    await layPreparedData(dataFolder);
    const receiver = startOtlpReceiver();
    const given = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_BSP_SCHEDULE_DELAY: "50" };
    for (const [name, value] of Object.entries(given)) Deno.env.set(name, value);
    const stack = await startStack({ port: 0, wirePort: 0, dataFolder, progress: silent });
    const provider = await startFakeProvider();
    const { url, secret_key: key } = stack.file;
    const call = callsTo({ url, key });
    const functionUrl = `${url}/functions/v1/router-select`;
    const router = createRouter({
      url,
      key,
      localHosts: [provider.host],
      routerSelectUrl: functionUrl,
    });
    const enqueue = async (traceparent: string | undefined) => {
      const response = await fetch(`${url}/rest/v1/rpc/enqueue_jobs`, {
        method: "POST",
        headers: {
          apikey: key,
          authorization: `Bearer ${key}`,
          "content-type": "application/json",
          "content-profile": "api",
          ...(traceparent && { traceparent }),
        },
        body: JSON.stringify({ jobs: [{ type: "shop.ask" }] }),
      });
      return (await response.json())[0].job_id as number;
    };
    const show = async (job_id: number) => await call("show_trace", { job_id }, 10_000) as Drawn;
    const work = async () => {
      const worker = createWorker({
        url,
        key,
        flushMs: 0,
        pollMs: 20,
        onEvent: () => {},
        handlers: {
          "shop.ask": async (_job, ctx) => {
            await ctx.enqueue([{ type: "shop.note" }]);
            const llm = await router.route(need, { trace: ctx });
            const answer = await llm.call(hello, { translate: () => hello });
            await answer.text();
            await llm.settled();
          },
          "shop.note": () => {},
        },
      });
      await worker.runUntilIdle({ idleMs: 100 });
    };
    try {
      await furnish(stack, provider, canary);
      await t.step(
        "without a tracer in the worker, the database draws all of it by itself",
        async () => {
          provider.reset();
          const caller = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
          const job = await enqueue(caller);
          await work();
          const drawn = await show(job);
          assert.equal(drawn.trace_id, "4bf92f3577b34da6a3ce929d0e0e4736");
          const model = drawn.spans.find(({ name }) => name.startsWith("chat "));
          assert.ok(model);
          assert.equal(
            drawnPath(drawn, model.name),
            `${model.name} < route chat < attempt 1 < enqueue shop.ask`,
          );
          assert.equal(
            drawnPath(drawn, "enqueue shop.note"),
            "enqueue shop.note < attempt 1 < enqueue shop.ask",
          );
          assert.partialDeepStrictEqual(model.attributes, {
            "gen_ai.request.model": model.name.slice(5),
            "http.response.status_code": 200,
            "cogo.outcome": "succeeded",
          });
          assert.ok(Number(model.attributes["gen_ai.usage.output_tokens"]) > 0);
          assert.ok(Number(model.attributes["cogo.cost_nano"]) > 0);
          const sent = provider.seen.at(-1)?.headers.get("traceparent");
          assert.equal(
            sent,
            `00-${drawn.trace_id}-${model.span_id}-01`,
            "the provider's side hangs on it",
          );
          await receiver.until((spans) => spans.some(({ name }) => name === "POST /key-vault"));
          const served = receiver.spans.filter(({ name }) => name === "POST /router-select");
          assert.deepEqual(served.map(({ traceId }) => traceId), [drawn.trace_id]);
          const attempt = drawn.spans.find(({ name }) => name === "attempt 1");
          assert.equal(served[0]?.parentSpanId, attempt?.span_id);
        },
      );

      const tracer = new BasicTracerProvider({
        resource: resourceFromAttributes({ "service.name": "shop" }),
        spanProcessors: [
          new SimpleSpanProcessor(new OTLPTraceExporter({ url: `${receiver.url}/v1/traces` })),
        ],
      });
      await t.step("from a caller that traces to the provider it is one tree", async () => {
        context.setGlobalContextManager(new AsyncContext());
        trace.setGlobalTracerProvider(tracer);
        const caller = await openSpan("checkout", { kind: "SERVER", parent: null });
        const job = await enqueue(caller!.traceparent);
        caller!.end();
        await work();
        await tracer.forceFlush();
        const [, traceId] = caller!.traceparent.split("-");
        const own = () => receiver.spans.filter((span) => span.traceId === traceId);
        await receiver.until(() => own().filter(({ name }) => /^rpc /.test(name)).length >= 3);
        const path = (name: RegExp) => pathOf(own(), own().find((span) => name.test(span.name)));
        const attempt = "attempt shop.ask < checkout";
        assert.equal(
          path(/^rpc select_route$/),
          `rpc select_route < POST /router-select < route chat < ${attempt}`,
        );
        assert.match(
          path(/^POST \/key-vault$/),
          new RegExp(`^POST /key-vault < chat m\\d < ${attempt}$`),
        );
        assert.equal(
          path(/^attempt shop.note$/),
          `attempt shop.note < enqueue shop.note < ${attempt}`,
        );
        const model = own().find(({ name }) => /^chat m/.test(name))!;
        assert.equal(
          provider.seen.at(-1)?.headers.get("traceparent"),
          `00-${traceId}-${model.spanId}-01`,
        );
        assert.ok(Number(model.attributes["gen_ai.usage.output_tokens"]) > 0);
        const roots = own().filter(({ parentSpanId }) =>
          !own().some(({ spanId }) => spanId === parentSpanId)
        );
        assert.deepEqual(roots.map(({ name }) => name), ["checkout"]);
        assert.deepEqual([...new Set(own().map(({ service }) => service))].sort(), [
          "cogo-agent-core",
          "shop",
        ]);
        const drawn = await show(job);
        assert.equal(
          drawnPath(drawn, model.name),
          `${model.name} < route chat < attempt 1 < enqueue shop.ask`,
          "the database finds the attempt whose span only the worker knows",
        );
      });
      await t.step(
        "a caller that is not sampled leaves no span, and a job that may be drawn",
        async () => {
          const seen = receiver.spans.length;
          const job = await enqueue("00-11112f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00");
          await work();
          await tracer.forceFlush();
          await pause(200);
          const leaked = receiver.spans.slice(seen).filter(({ traceId }) =>
            traceId.startsWith("1111")
          );
          assert.deepEqual(leaked.map(({ name }) => name), []);
          assert.ok((await show(job)).spans.length > 5);
        },
      );
      await t.step(
        "a job that nobody traced has a trace of its own with its calls of models",
        async () => {
          const job = await enqueue(undefined);
          await work();
          const drawn = await show(job);
          const model = drawn.spans.find(({ name }) => name.startsWith("chat "));
          assert.match(
            drawnPath(drawn, model!.name),
            / < route chat < attempt 1 < enqueue shop.ask$/,
          );
        },
      );
      await t.step("no key, prompt or answer is in a span", async () => {
        await tracer.forceFlush();
        const told = JSON.stringify(receiver.spans);
        for (const secret of [canary, key, "Grüß", JSON.stringify(hello).slice(20, 40)]) {
          assert.ok(!told.includes(secret), secret);
        }
        assert.deepEqual(await stack.database.executor.query("select * from cogo.verify()"), []);
      });
    } finally {
      for (const name of Object.keys(given)) Deno.env.delete(name);
      await router.close();
      await stack.close();
      await provider.close();
      await receiver.close();
      await Deno.remove(dataFolder, { recursive: true });
    }
  },
);
