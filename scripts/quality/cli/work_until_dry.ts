import { EnvironmentError } from "../../../functions/_shared/platform/env.ts";
import {
  CallError,
  createWorker,
  type WorkerEvent,
} from "../../../functions/_shared/worker/mod.ts";
import type { Handlers } from "../../../functions/_shared/worker/handlers.ts";
import { endSignals } from "../../command_line/end_signals.ts";
import { removeOldScratches } from "../target/scratch.ts";
import type { Connection } from "./connect.ts";
import { exitCodes, messageOf, type Options, UsageError } from "./options.ts";

/** Prints what happens: sentences for people on stderr, or JSON lines on stdout. */
export function printer(json: boolean): (event: WorkerEvent) => void {
  return (event) => {
    if (json) return console.log(JSON.stringify(event));
    const line = describe(event);
    if (line !== undefined) console.error(line);
  };
}

/** One line for people; undefined for what they need not see. */
export function describe(event: WorkerEvent): string | undefined {
  if (event.kind === "log") {
    const entry = typeof event.entry === "string" ? event.entry : JSON.stringify(event.entry);
    return `  ${event.type.padEnd(19)} ${entry}`;
  }
  if (event.kind === "call_failed") return `  the API did not answer: ${event.message}`;
  if (event.kind === "lease_lost") return `  ${event.type.padEnd(19)} lost its lease`;
  if (event.kind === "job_settled" && event.outcome !== "succeeded") {
    return `  ${event.type.padEnd(19)} ${event.outcome}`;
  }
  return undefined;
}

/** Works the jobs of one executor until none is left; prints a summary; returns the exit code. */
export async function workUntilDry(
  executor: string,
  handlers: Handlers,
  connection: Connection,
  options: Options,
): Promise<number> {
  await removeOldScratches();
  const { url, key } = connection;
  const { concurrency, seconds, json } = options;
  const worker = createWorker({
    url,
    key,
    executor,
    handlers,
    concurrency,
    prefetchMax: 0,
    worker: `live-${executor}-${Deno.pid}`,
    onEvent: printer(json),
  });
  let interrupted = false;
  const giveBack = () => {
    interrupted = true;
    void worker.stop({ timeoutMs: 0 });
  };
  void whenParentEnds().then(giveBack);
  for (const name of endSignals) Deno.addSignalListener(name, giveBack);

  const stats = await worker.runUntilIdle({ seconds, idleMs: 1000, timeoutMs: 0 });
  for (const name of endSignals) Deno.removeSignalListener(name, giveBack);
  if (json) console.log(JSON.stringify({ kind: "done", executor, ...stats }));
  else console.log(`${executor}: ${stats.succeeded} succeeded, ${stats.dead_lettered} failed`);
  if (stats.dead_lettered > 0) return exitCodes.jobsFailed;
  return stats.idle && !interrupted ? exitCodes.fine : exitCodes.timeOver;
}

/** Resolves when the process that started us with COGO_PARENT_PIPE=1 ends: its pipe closes. */
async function whenParentEnds(): Promise<void> {
  if (Deno.env.get("COGO_PARENT_PIPE") !== "1") return await new Promise(() => {});
  for await (const _ of Deno.stdin.readable); // nothing is ever sent
  setTimeout(() => Deno.exit(exitCodes.timeOver), 5000);
}

/** Runs a command line and turns what it throws into an exit code and a sentence. */
export async function exitWith(command: () => Promise<number>): Promise<never> {
  try {
    Deno.exit(await command());
  } catch (thrown) {
    console.error(messageOf(thrown));
    if (thrown instanceof CallError && thrown.hint !== "") console.error(thrown.hint);
    const usage = thrown instanceof UsageError || thrown instanceof EnvironmentError;
    Deno.exit(usage ? exitCodes.wrongUsage : exitCodes.notReached);
  }
}
