import { fileURLToPath } from "node:url";
import type { Random } from "./random.ts";

const program = fileURLToPath(new URL("./worker_process.ts", import.meta.url));

function end(worker: Deno.ChildProcess): void {
  try {
    worker.kill("SIGKILL");
  } catch { /* it has ended already */ }
}

/** Worker processes of which each is replaced when it is killed. */
export class WorkerPool {
  readonly #url: string;
  #workers: Deno.ChildProcess[] = [];
  #count = 0;

  constructor(url: string, size: number) {
    this.#url = url;
    for (let nth = 0; nth < size; nth++) this.#workers.push(this.#start());
  }

  #start(): Deno.ChildProcess {
    return new Deno.Command(Deno.execPath(), {
      args: ["run", "--no-check", "--no-prompt", "-A", program],
      env: { DATABASE_URL: this.#url, WORKER_NAME: `worker-${++this.#count}` },
      stdin: "null",
      stdout: "null",
      stderr: "inherit",
    }).spawn();
  }

  /** Kills one of them as `kill -9` does and starts another in its place. */
  async killOne(random: Random): Promise<void> {
    const at = random.between(0, this.#workers.length - 1);
    const victim = this.#workers[at]!;
    end(victim);
    await victim.status;
    this.#workers[at] = this.#start();
  }

  /** Ends all of them. */
  async stop(): Promise<void> {
    this.#workers.forEach(end);
    await Promise.all(this.#workers.map((worker) => worker.status));
    this.#workers = [];
  }
}
