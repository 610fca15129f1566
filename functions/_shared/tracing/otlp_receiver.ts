import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

/** A value as OTLP's JSON writes it; numbers of 64 bits may be texts. */
const value = z.looseObject({
  stringValue: z.string().optional(),
  intValue: z.union([z.number(), z.string()]).optional(),
  doubleValue: z.number().optional(),
  boolValue: z.boolean().optional(),
});
const attributes = z.array(z.object({ key: z.string(), value })).default([]);
const span = z.object({
  traceId: z.string().regex(/^[0-9a-f]{32}$/),
  spanId: z.string().regex(/^[0-9a-f]{16}$/),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  startTimeUnixNano: z.string(),
  endTimeUnixNano: z.string(),
  attributes,
  status: z.object({ code: z.number().default(0) }).default({ code: 0 }),
});
const request = z.object({
  resourceSpans: z.array(z.object({
    resource: z.looseObject({ attributes }),
    scopeSpans: z.array(z.object({ spans: z.array(span) })),
  })),
});

/** A span that came, its attributes as plain values. */
export interface SeenSpan extends Omit<z.output<typeof span>, "attributes"> {
  readonly service: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A collector for tests: takes OTLP as JSON over HTTP and checks its form. */
export interface OtlpReceiver {
  /** What OTEL_EXPORTER_OTLP_ENDPOINT names. */
  readonly url: string;
  readonly spans: SeenSpan[];
  /** How many batches came, and the headers of the last. */
  readonly batches: { count: number; headers: Headers };
  /** Waits until so many spans have come that `enough` says so. Throws after 20 seconds. */
  until(enough: (spans: readonly SeenSpan[]) => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Starts a collector on a free port of this machine. */
export function startOtlpReceiver(): OtlpReceiver {
  const spans: SeenSpan[] = [];
  const batches = { count: 0, headers: new Headers() };
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (asked) => {
      if (new URL(asked.url).pathname !== "/v1/traces") return new Response(null, { status: 404 });
      const { resourceSpans } = request.parse(await asked.json());
      batches.count++;
      batches.headers = asked.headers;
      for (const { resource, scopeSpans } of resourceSpans) {
        const service = String(plain(resource.attributes)["service.name"]);
        for (const each of scopeSpans.flatMap((scope) => scope.spans)) {
          spans.push({ ...each, service, attributes: plain(each.attributes) });
        }
      }
      return Response.json({});
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    spans,
    batches,
    async until(enough) {
      for (const end = Date.now() + 20_000; !enough(spans);) {
        const names = spans.map(({ name }) => name).join(", ");
        if (Date.now() > end) throw new Error(`only these spans came: ${names}`);
        await pause(20);
      }
    },
    close: () => server.shutdown(),
  };
}

function plain(listed: z.output<typeof attributes>): Record<string, unknown> {
  return Object.fromEntries(listed.map(({ key, value }) => {
    const { stringValue, intValue, doubleValue, boolValue } = value;
    const number = intValue === undefined ? doubleValue : Number(intValue);
    return [key, stringValue ?? number ?? boolValue];
  }));
}
