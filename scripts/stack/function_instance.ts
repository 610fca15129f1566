/** One live worker of an edge function. */
export interface FunctionInstance {
  /** Resolves to the worker's own address once it listens. */
  ready: Promise<string>;
  /** Whether it ended: crashed, called Deno.exit, was terminated. */
  readonly ended: boolean;
  /** Whether its event loop still turns; an endless loop does not answer. */
  answers(withinMs: number): Promise<boolean>;
  /** Lets it finish what it has, at most `graceMs`, then ends it. */
  retire(graceMs: number): Promise<void>;
  terminate(): void;
}

type FromWorker =
  | { type: "listening"; port: number }
  | { type: "failed"; message: string }
  | { type: "pong" | "retired" }
  | { type: "exited"; code: number };

/**
 * Folders and files that a function may read and write. It may not start programs, and it cannot
 * read the stack's keys.
 */
export interface Reach {
  read: string[];
  write: string[];
}

/** Starts the worker of the function whose entry file is `entry`. */
export function startFunction(name: string, entry: string, reach: Reach): FunctionInstance {
  const worker = new Worker(new URL("./function_worker.ts", import.meta.url), {
    type: "module",
    name,
    deno: {
      permissions: {
        env: true,
        net: true,
        sys: true,
        read: reach.read,
        write: reach.write,
        run: false,
        ffi: false,
        import: true,
      },
    },
  });
  const waiting = new Set<{ type: string; done: () => void }>();
  const ready = Promise.withResolvers<string>();
  let ended = false;

  const end = (why: string) => {
    if (ended) return;
    ended = true;
    ready.reject(new Error(why));
    worker.terminate();
    for (const one of waiting) if (one.type === "retired") one.done();
  };

  ready.promise.catch(() => {}); // whoever asks gets it; nobody asking is fine too
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === "listening") ready.resolve(`http://127.0.0.1:${data.port}`);
    else if (data.type === "failed") end(data.message);
    else if (data.type === "exited") end(`it called Deno.exit(${data.code})`);
    else for (const one of waiting) if (one.type === data.type) one.done();
  };
  worker.onerror = (event) => {
    event.preventDefault(); // otherwise a crash in there would end the whole stack
    end(event.message);
  };
  worker.postMessage({ type: "start", name, entry });

  const heard = (type: string, withinMs: number) =>
    new Promise<boolean>((resolve) => {
      const finish = (outcome: boolean) => {
        clearTimeout(timer);
        waiting.delete(one);
        resolve(outcome);
      };
      const one = { type, done: () => finish(true) };
      const timer = setTimeout(() => finish(false), withinMs);
      waiting.add(one);
    });

  return {
    ready: ready.promise,
    get ended() {
      return ended;
    },
    answers(withinMs) {
      if (ended) return Promise.resolve(false);
      const answer = heard("pong", withinMs);
      worker.postMessage({ type: "ping" });
      return answer;
    },
    async retire(graceMs) {
      if (ended) return;
      const finished = heard("retired", graceMs);
      worker.postMessage({ type: "retire" });
      await finished;
      end("it was replaced by a newer version");
    },
    terminate: () => end("it was stopped"),
  };
}
