import { join } from "node:path";
import { type FunctionInstance, type Reach, startFunction } from "./function_instance.ts";
import { failed, forward, isUnsent, notThere, overTime } from "./function_request.ts";
import { watchFunctions } from "./function_watch.ts";

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

  /** Stops a worker that is stuck; one that only was slow goes on. */
  async function endIfStuck(name: string): Promise<void> {
    const instance = running.get(name);
    if (!instance || await instance.answers(1000)) return;
    instance.terminate();
    onNotice(`  function ${name} no longer answered and was stopped`);
  }

  return {
    names: () => namesIn(folder).filter(isThere).sort(),
    async fetch(name, path, request) {
      if (!isThere(name)) return notThere(name);
      const hasBody = request.method !== "GET" && request.method !== "HEAD";
      // A file goes on as it comes, and once; anything else may be sent again.
      const isFile = request.method === "PUT";
      const body = !hasBody ? null : isFile ? request.body : await request.arrayBuffer();
      for (let attempt = 1;; attempt++) {
        const before = running.get(name);
        try {
          return await forward(await instanceOf(name).ready, name + path, request, body, wallClock);
        } catch (thrown) {
          if (thrown instanceof DOMException && thrown.name === "TimeoutError") {
            await endIfStuck(name);
            return overTime(name, wallClock);
          }
          const wasAlive = before !== undefined;
          running.get(name)?.terminate();
          // A worker that had ended unnoticed is replaced once; a fresh one that fails has a fault.
          if (attempt === 1 && wasAlive && !isFile && isUnsent(thrown)) continue;
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

function namesIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map((entry) => entry.name);
  } catch {
    return [];
  }
}
