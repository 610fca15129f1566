import { join } from "node:path";
import { messageOf } from "./failure.ts";
import { type FunctionInstance, type Reach, startFunction } from "./function_instance.ts";
import { watchFunctions } from "./function_watch.ts";
import { refuse } from "./replies.ts";

/** Runs the edge functions of a folder, one worker each, started at their first request. */
export interface FunctionHost {
  /** Sends a request to a function; `path` is what it sees after its own name. */
  fetch(name: string, path: string, request: Request): Promise<Response>;
  /** Names of the functions that are there. */
  names(): string[];
  close(): Promise<void>;
}

/** Settings of a function host. */
export interface FunctionHostOptions {
  folder: string;
  reach: Reach;
  /** Milliseconds of wall-clock time that a request may take. */
  wallClock: number;
  onNotice: (line: string) => void;
}

const isName = (name: string) => /^[a-z][a-z0-9-]*$/.test(name);

/** Starts nothing yet; watches the folder and replaces the workers of changed functions. */
export function createFunctionHost(options: FunctionHostOptions): FunctionHost {
  const { folder, wallClock, onNotice } = options;
  const running = new Map<string, FunctionInstance>();
  const entryOf = (name: string) => join(folder, name, "index.ts");

  const isThere = (name: string) => {
    try {
      return isName(name) && Deno.statSync(entryOf(name)).isFile;
    } catch {
      return false;
    }
  };

  const stopWatching = watchFunctions(folder, (changed) => {
    for (const [name, instance] of running) {
      if (changed !== undefined && changed !== name) continue;
      running.delete(name);
      onNotice(`  function ${name} changed: the next request gets the new version`);
      instance.retire(wallClock);
    }
  });

  function instanceOf(name: string): FunctionInstance {
    const known = running.get(name);
    if (known && !known.ended) return known;
    const started = startFunction(name, entryOf(name), options.reach);
    running.set(name, started);
    return started;
  }

  async function send(name: string, path: string, request: Request, body: BodyInit | null) {
    const address = await instanceOf(name).ready;
    const headers = new Headers(request.headers);
    const outer = new URL(request.url);
    headers.set("x-forwarded-host", outer.host);
    headers.set("x-forwarded-proto", outer.protocol.slice(0, -1));
    headers.set("x-forwarded-prefix", `/functions/v1/${name}`);
    for (const hop of ["host", "connection", "content-length"]) headers.delete(hop);
    const signal = AbortSignal.timeout(wallClock);
    const response = await fetch(`${address}/${name}${path}${outer.search}`, {
      method: request.method,
      headers,
      body,
      signal,
      redirect: "manual",
    });
    const answered = new Headers(response.headers);
    answered.delete("content-encoding"); // fetch has unpacked the body
    answered.delete("content-length");
    return new Response(response.body, { status: response.status, headers: answered });
  }

  async function overTime(name: string): Promise<Response> {
    const instance = running.get(name);
    if (instance && !await instance.answers(1000)) {
      instance.terminate();
      onNotice(`  function ${name} no longer answered and was stopped`);
    }
    return refuse({
      status: 504,
      details: "function_timeout",
      message: `Cannot answer: function ${name} took more than ${wallClock / 1000} s`,
      hint: "Answer sooner and hand long work to a job or to EdgeRuntime.waitUntil.",
    });
  }

  return {
    names: () => namesIn(folder).filter(isThere).sort(),
    async fetch(name, path, request) {
      if (!isThere(name)) return notThere(name);
      const hasBody = request.method !== "GET" && request.method !== "HEAD";
      const body = hasBody ? await request.arrayBuffer() : null;
      for (let attempt = 1;; attempt++) {
        const before = running.get(name);
        try {
          return await send(name, path, request, body);
        } catch (thrown) {
          if (thrown instanceof DOMException && thrown.name === "TimeoutError") {
            return await overTime(name);
          }
          const wasAlive = before !== undefined;
          running.get(name)?.terminate();
          // A worker that had ended unnoticed is replaced once; a fresh one that fails has a fault.
          if (attempt === 1 && wasAlive && isUnsent(thrown)) continue;
          return failed(name, thrown);
        }
      }
    },
    async close() {
      stopWatching();
      await Promise.all([...running.values()].map((instance) => instance.retire(1000)));
    },
  };
}

/** Whether the request cannot have reached the function: its port no longer takes connections. */
const isUnsent = (thrown: unknown) => /refused|was replaced|was stopped/i.test(messageOf(thrown));

function namesIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map((entry) => entry.name);
  } catch {
    return [];
  }
}

function notThere(name: string): Response {
  return refuse({
    status: 404,
    details: "function_not_found",
    message: `Cannot find the function "${name}"`,
    hint: "The path is /functions/v1/NAME; there must be a file functions/NAME/index.ts.",
  });
}

function failed(name: string, thrown: unknown): Response {
  return refuse({
    status: 502,
    details: "function_failed",
    message: `Cannot run the function ${name}: ${messageOf(thrown)}`,
    hint: `Correct functions/${name}/index.ts; the next request starts it anew.`,
  });
}
