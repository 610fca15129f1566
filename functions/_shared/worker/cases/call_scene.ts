import { z } from "zod";
import type { WorkerEvent } from "../events.ts";
import type { Job } from "../job.ts";
import { answering, type Caller, createCaller, createWorker, defineRequest } from "../mod.ts";
import type { Worker } from "../worker.ts";
import { type CalledAgent, type CalledStack, openCalledStack } from "./called_stack.ts";

export const numbers = z.object({ numbers: z.array(z.number()) });
const sum = z.object({ sum: z.number() });
/** B answers it, by asking C. */
export const total = defineRequest("total.of", { request: numbers, reply: sum });
/** C answers it. */
export const part = defineRequest("part.of", { request: numbers, reply: sum });
export const fast = { pollMs: 25, pollMaxMs: 200 };
export const everything = ["jobs:read", "jobs:write", "jobs:work"];

/** Agent A asks B, which asks C. */
export interface Scene {
  readonly stack: CalledStack;
  readonly a: CalledAgent;
  readonly b: CalledAgent;
  readonly c: CalledAgent;
  readonly asker: Caller;
  readonly workerC: Worker;
  /** What handlers were given. */
  readonly seen: { job: Job; remainingMs: number }[];
  readonly events: WorkerEvent[];
  /** How many slow handlers began, and how many of them were stopped. */
  readonly slow: { begun: number; stopped: number };
  /** The jobs of a type, oldest first. */
  rows(type: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** One sentence of behaviour and its proof in the scene. */
export type SceneCase = [sentence: string, prove: (scene: Scene) => Promise<void>];

/** Sets it: a stack, three agents, two workers. */
export async function openScene(): Promise<Scene> {
  const stack = await openCalledStack();
  const a = await stack.agent("A", ["jobs:read", "jobs:write"]);
  const b = await stack.agent("B", [...everything.slice(0, 2), "jobs:work:total."]);
  const c = await stack.agent("C", ["jobs:work:part.", "jobs:work:slow."]);
  const seen: Scene["seen"] = [];
  const events: WorkerEvent[] = [];
  const slow = { begun: 0, stopped: 0 };
  await stack.operator("register_job_type", {
    type: "part.of",
    max_attempts: 1,
    payload_schema: z.toJSONSchema(numbers),
    result_schema: z.toJSONSchema(sum),
  }, 10_000);
  await stack.operator("register_job_type", { type: "slow.*", max_attempts: 1 }, 10_000);
  const workerB = createWorker({
    ...b.address,
    ...fast,
    onEvent: (event) => events.push(event),
    handlers: {
      "total.of": answering(total, async (job, ctx) => {
        seen.push({ job: { ...job, payload: {} }, remainingMs: ctx.remainingMs });
        const half = job.payload.numbers.length >> 1;
        const halves = [job.payload.numbers.slice(0, half), job.payload.numbers.slice(half)];
        const told = await Promise.all(halves.map((numbers) => ctx.call(part, { numbers })));
        return { sum: told[0]!.sum + told[1]!.sum };
      }),
      "total.slow": (_job, ctx) => ctx.call("slow.one", {}, { timeoutSeconds: 600 }),
      "total.hasty": (_job, ctx) => void ctx.call("slow.two", {}).catch(() => {}),
    },
  });
  const workerC = createWorker({
    ...c.address,
    ...fast,
    onEvent: (event) => events.push(event),
    handlers: {
      "part.of": (job, ctx) => {
        seen.push({ job, remainingMs: ctx.remainingMs });
        const numbers = z.array(z.number()).parse(job.payload.numbers);
        return numbers[0] === 666 ? "no sum" : { sum: numbers.reduce((one, two) => one + two, 0) };
      },
      "slow.*": (_job, ctx) => {
        slow.begun++;
        return new Promise((_resolve, reject) =>
          ctx.signal.addEventListener("abort", () => {
            slow.stopped++;
            reject(ctx.signal.reason);
          })
        );
      },
    },
  });
  workerB.start();
  workerC.start();
  const asker = createCaller({ ...a.address, pollMs: 10 });
  const rows = (type: string) =>
    stack.sql(
      "select job_id::int, id::text, state from cogo.job_states where type = $1 order by 1",
      [type],
    );
  return {
    ...{ stack, a, b, c, asker, workerC, seen, events, slow, rows },
    async close() {
      await Promise.all([workerB.stop({ timeoutMs: 0 }), workerC.stop({ timeoutMs: 0 })]);
      await stack.close();
    },
  };
}
