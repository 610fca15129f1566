/** One worker process of ours. */
interface Member {
  readonly name: string;
  readonly child: Deno.ChildProcess;
  readonly startedAt: number;
  /** When it was asked to drain, and when it got its SIGTERM. Milliseconds. */
  drainingSince?: number;
  endingSince?: number;
}

/** What became of processes since the last look, by worker name. */
export interface Changes {
  started: string[];
  drained: string[];
  ended: string[];
  killed: string[];
  /** Those that ended though nobody asked them to, with their exit code. */
  died: { worker: string; code: number }[];
}

/** Asks a worker to drain. Answers how many jobs it holds; 0 when it is not registered. */
export type AskToDrain = (worker: string) => Promise<number>;

/** The worker processes that we started. */
export class Crew {
  #members: Member[] = [];
  #count = 0;
  #quickDeaths = 0;
  #notBefore = 0;
  #changes: Changes = none();
  readonly #run = crypto.randomUUID().slice(0, 6);

  constructor(
    readonly command: string,
    readonly executor: string,
    readonly environment: Record<string, string>,
    readonly graceMs: number,
  ) {}

  /** How many run and are not on their way out. */
  get active(): number {
    return this.#members.filter((one) => one.drainingSince === undefined).length;
  }

  /** How many there are, with those on their way out. */
  get size(): number {
    return this.#members.length;
  }

  /** Starts workers; none for a while after some died as soon as they were started. */
  start(count: number, now = Date.now()): void {
    for (let nth = 0; nth < count && now >= this.#notBefore; nth++) {
      const name = `scale-${this.executor}-${this.#run}-${++this.#count}`;
      const child = new Deno.Command("sh", {
        args: ["-c", `exec ${this.command}`],
        env: { ...this.environment, COGO_WORKER: name, COGO_EXECUTOR: this.executor },
        stdin: "null",
        stdout: "null",
        stderr: "inherit",
      }).spawn();
      const member: Member = { name, child, startedAt: now };
      this.#members.push(member);
      this.#changes.started.push(name);
      child.status.then(({ code }) => this.#end(member, code));
    }
  }

  /** Marks the newest workers as no longer needed; {@link attend} sees them out. */
  drain(count: number, now = Date.now()): void {
    const newest = this.#members.filter((one) => one.drainingSince === undefined).reverse();
    for (const member of newest.slice(0, count)) {
      member.drainingSince = now;
      this.#changes.drained.push(member.name);
    }
  }

  /** Sees out those that are no longer needed: drain, SIGTERM once they hold nothing, SIGKILL late. */
  async attend(ask: AskToDrain, now = Date.now()): Promise<void> {
    for (const member of this.#members) {
      if (member.drainingSince === undefined) continue;
      if (member.endingSince === undefined) {
        const held = await ask(member.name).catch(() => Infinity);
        if (held > 0 && now - member.drainingSince < this.graceMs) continue;
        member.endingSince = now;
        signal(member, "SIGTERM");
      } else if (now - member.endingSince >= this.graceMs) {
        signal(member, "SIGKILL");
        this.#changes.killed.push(member.name);
      }
    }
  }

  /** What has changed since this was last asked. */
  takeChanges(): Changes {
    const changes = this.#changes;
    this.#changes = none();
    return changes;
  }

  #end(member: Member, code: number): void {
    this.#members = this.#members.filter((one) => one !== member);
    if (member.drainingSince !== undefined) {
      this.#changes.ended.push(member.name);
      return;
    }
    this.#changes.died.push({ worker: member.name, code });
    const isQuick = Date.now() - member.startedAt < 10_000;
    this.#quickDeaths = isQuick ? this.#quickDeaths + 1 : 0;
    if (isQuick) this.#notBefore = Date.now() + Math.min(1000 * 2 ** this.#quickDeaths, 60_000);
  }
}

const none = (): Changes => ({ started: [], drained: [], ended: [], killed: [], died: [] });

function signal(member: Member, name: "SIGTERM" | "SIGKILL"): void {
  try {
    member.child.kill(name);
  } catch { /* it has ended already */ }
}
