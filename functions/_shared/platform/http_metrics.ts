import { readEnvironment } from "./env.ts";
import { type HttpLine, HttpTally } from "./http_tally.ts";
import { routePattern } from "./route_pattern.ts";
import type { Handler } from "./handler.ts";
import { platformWaitUntil } from "./wait_until.ts";

/** Milliseconds from an answer to the flush that tells of it: what comes meanwhile goes along. */
const flushAfter = 5000;
/** How often a flush is tried before its counts are given up. */
const mostTries = 10;

interface Flush {
  readonly id: string;
  readonly lines: HttpLine[];
  tries: number;
}

/** Sends a flush; resolves to whether it arrived. The same id again counts once. */
export type SendFlush = (id: string, lines: HttpLine[]) => Promise<boolean>;

/** Settings of {@link measured}; tests give their own. */
export interface MeasureOptions {
  /** How to send, or nothing where nothing is to be sent. */
  readonly send?: SendFlush | undefined;
  readonly waitUntil?: (work: Promise<unknown>) => void;
  readonly flushAfter?: number;
}

/** With the project's own key; nothing where there is none, or where no host waits for the work. */
function senderOfHost(): SendFlush | undefined {
  if (!("EdgeRuntime" in globalThis)) return undefined;
  try {
    const { url, secretKey } = readEnvironment();
    if (url === undefined || secretKey === undefined) return undefined;
  } catch {
    return undefined;
  }
  return async (id, lines) => {
    const { operatorClient } = await import("./clients.ts"); // only once there is something to send
    const { error } = await operatorClient().rpc("record_http", {
      flush_id: id,
      counts: lines,
    }).abortSignal(AbortSignal.timeout(5000));
    return !error;
  };
}

/**
 * Times every answer of a function by route pattern and status, and tells the database in batches
 * after the answers have gone. It never delays an answer, and never fails one.
 */
export function measured(
  name: string,
  handle: Handler,
  patterns: readonly string[] = [],
  options: MeasureOptions = { send: senderOfHost() },
): Handler {
  const { send, waitUntil = platformWaitUntil, flushAfter: wait = flushAfter } = options;
  if (!send) return handle;
  const tally = new HttpTally(name);
  let waiting: Flush | undefined;
  let isDue = false;

  async function flush(): Promise<void> {
    await new Promise((go) => setTimeout(go, wait));
    isDue = false;
    waiting ??= { id: crypto.randomUUID(), lines: tally.take(), tries: 0 };
    waiting.tries += 1;
    const arrived = await send!(waiting.id, waiting.lines).catch(() => false);
    if (arrived || waiting.tries >= mostTries) waiting = undefined;
  }

  return async (request) => {
    const began = performance.now();
    let status = 500;
    try {
      const response = await handle(request);
      status = response.status;
      return response;
    } finally {
      try {
        const route = routePattern(patterns, new URL(request.url).pathname);
        tally.add(route, status, performance.now() - began);
        if (!isDue) {
          isDue = true;
          waitUntil(flush());
        }
      } catch {
        // An answer is worth more than its measure.
      }
    }
  };
}
