/// <reference lib="deno.worker" />
// Runs inside the worker of one edge function: imports it and serves it on a port of its own.
import { pathToFileURL } from "node:url";

type Handler = (request: Request, info: Deno.ServeHandlerInfo) => Response | Promise<Response>;
type ToWorker =
  | { type: "start"; name: string; entry: string }
  | { type: "ping" }
  | { type: "retire" };

const background = new Set<Promise<unknown>>();
let server: Deno.HttpServer | undefined;
let registered: Handler | undefined;

// What the platform offers beyond Deno: work that goes on after the answer was sent.
Object.assign(globalThis, {
  EdgeRuntime: {
    waitUntil(work: Promise<unknown>) {
      const settled = Promise.resolve(work).catch((thrown) => console.error("waitUntil:", thrown));
      background.add(settled);
      settled.finally(() => background.delete(settled));
    },
  },
});

function keepStdoutClean(name: string): void {
  const loud = console.error.bind(console);
  for (const method of ["log", "info", "debug", "warn", "error"] as const) {
    console[method] = (...parts: unknown[]) => loud(`[${name}]`, ...parts);
  }
}

function noticeExit(): void {
  Deno.exit = ((code?: number) => {
    postMessage({ type: "exited", code: code ?? 0 });
    self.close();
    return new Promise<never>(() => {});
  }) as unknown as typeof Deno.exit;
}

/** Older functions call Deno.serve themselves: take their handler instead of a second port. */
function catchDenoServe(): typeof Deno.serve {
  const serve = Deno.serve;
  Deno.serve = ((...given: unknown[]) => {
    registered = given.find((part) => typeof part === "function") as Handler | undefined;
    return { finished: new Promise(() => {}), shutdown: () => Promise.resolve() };
  }) as unknown as typeof Deno.serve;
  return serve;
}

async function start(name: string, entry: string): Promise<void> {
  keepStdoutClean(name);
  noticeExit();
  const serve = catchDenoServe();
  const module = await import(pathToFileURL(entry).href);
  const handler: Handler | undefined = registered ?? module.default?.fetch?.bind(module.default);
  if (!handler) {
    throw new Error("it exports no `default { fetch }` and does not call Deno.serve");
  }
  server = serve({
    port: 0,
    hostname: "127.0.0.1",
    onListen: ({ port }) => postMessage({ type: "listening", port }),
    onError: (thrown) => {
      console.error(thrown);
      return Response.json({
        code: "PT500",
        message: `Cannot answer: ${thrown instanceof Error ? thrown.message : thrown}`,
        details: "internal",
        hint: `Look at what the function ${name} printed; the request may be sent again.`,
      }, { status: 500 });
    },
  }, handler);
}

async function retire(): Promise<void> {
  await server?.shutdown();
  while (background.size > 0) await Promise.all(background);
  postMessage({ type: "retired" });
}

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === "ping") return postMessage({ type: "pong" });
  if (data.type === "retire") return await retire();
  try {
    await start(data.name, data.entry);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    postMessage({ type: "failed", message });
  }
};
