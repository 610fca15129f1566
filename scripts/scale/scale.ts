import { z } from "zod";
import { type Call, CallError } from "../../functions/_shared/worker/transport.ts";
import { type Changes, Crew } from "./crew.ts";
import { Decider } from "./decide.ts";
import type { ScaleOptions } from "./options.ts";

const adviceSchema = z.object({
  executors: z.array(z.object({
    executor: z.string(),
    depth: z.number(),
    live_workers: z.number(),
    wanted_workers: z.number(),
    reason: z.string(),
  })).length(1),
});

const drainSchema = z.object({ held: z.number() });

/** What one look led to. */
export interface Look extends Changes {
  at: string;
  executor: string;
  depth: number;
  wanted: number;
  live: number;
  /** Our processes, and how many of them there should be. */
  running: number;
  target: number;
  reason: string;
}

/**
 * Looks every few seconds and starts or drains worker processes, until `signal` is aborted; then
 * drains them all. Throws a CallError when the first look fails; later ones are told and repeated.
 */
export async function scale(
  options: ScaleOptions,
  call: Call,
  environment: Record<string, string>,
  signal: AbortSignal,
  say: (look: Look | { trouble: string }) => void,
): Promise<void> {
  const { executor, min, max } = options;
  const crew = new Crew(options.command ?? "", executor, environment, options.grace * 1000);
  const decider = new Decider({ min, max, cooldownMs: options.cooldown * 1000 });
  const askToDrain = async (worker: string) => {
    try {
      return drainSchema.parse(await call("drain_worker", { worker }, 10_000)).held;
    } catch (error) {
      if (error instanceof CallError && error.status === 404) return 0;
      throw error;
    }
  };

  for (let nth = 0; !signal.aborted; nth++) {
    try {
      const answer = adviceSchema.parse(await call("scaling_advice", { executor }, 10_000));
      const advice = answer.executors[0]!;
      const { depth, live_workers: live, wanted_workers: wanted, reason } = advice;
      const { target, start, drain } = decider.decide(
        { wanted, live, active: crew.active },
        Date.now(),
      );
      if (!options.dryRun) {
        crew.start(start);
        crew.drain(drain);
        await crew.attend(askToDrain);
      }
      const at = new Date().toISOString();
      const running = crew.size;
      const changes = crew.takeChanges();
      say({ at, executor, depth, wanted, live, running, target, reason, ...changes });
    } catch (error) {
      if (nth === 0) throw error;
      say({ trouble: error instanceof Error ? error.message : String(error) });
    }
    if (options.once) return;
    await pause(options.every * 1000, signal);
  }

  crew.drain(crew.active);
  while (crew.size > 0) {
    await crew.attend(askToDrain);
    await pause(Math.min(options.every * 1000, 200));
  }
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
