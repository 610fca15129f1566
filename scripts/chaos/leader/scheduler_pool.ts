import { fileURLToPath } from "node:url";
import { pause, type Random } from "../random.ts";

const program = fileURLToPath(new URL("../../schedules/run.ts", import.meta.url));

/** Scheduler processes, of which each is replaced when it is killed. */
export class SchedulerPool {
  readonly #url: string;
  #processes: Deno.ChildProcess[] = [];
  #stopped = new Set<Deno.ChildProcess>();
  #count = 0;

  constructor(url: string, size: number) {
    this.#url = url;
    for (let nth = 0; nth < size; nth++) this.#processes.push(this.#start());
  }

  #start(): Deno.ChildProcess {
    const options = ["--lease-seconds", "2", "--every-ms", "100", "--no-housekeeping"];
    return new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--no-check", "--no-prompt", "-A", program, ...options],
        ...["--holder", `scheduler-${++this.#count}`],
      ],
      env: { DATABASE_URL: this.#url },
      stdin: "null",
      stdout: "null",
      stderr: "inherit",
    }).spawn();
  }

  #signal(process: Deno.ChildProcess, signal: Deno.Signal): void {
    try {
      process.kill(signal);
    } catch { /* it has ended already */ }
  }

  /** Stops one of them where it stands, and lets it go on later, as if nothing had happened. */
  async freezeOne(random: Random, millis: number): Promise<void> {
    const frozen = random.pick(this.#processes);
    if (this.#stopped.has(frozen)) return;
    this.#stopped.add(frozen);
    this.#signal(frozen, "SIGSTOP");
    await pause(millis);
    this.#signal(frozen, "SIGCONT");
    this.#stopped.delete(frozen);
  }

  /** Kills one as `kill -9` does and starts another in its place. */
  async killOne(random: Random): Promise<void> {
    const at = random.between(0, this.#processes.length - 1);
    const victim = this.#processes[at]!;
    this.#signal(victim, "SIGKILL");
    await victim.status;
    this.#processes[at] = this.#start();
  }

  /** Ends all of them. */
  async stop(): Promise<void> {
    const ending = this.#processes.splice(0);
    ending.forEach((process) => this.#signal(process, "SIGKILL"));
    await Promise.all(ending.map((process) => process.status));
  }
}
