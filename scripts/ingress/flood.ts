import { fileURLToPath } from "node:url";
import { pause } from "../../functions/_shared/ingress/pause.ts";
import { percentile } from "../bench/router/figure.ts";
import type { Stack } from "../stack/stack_settings.ts";
import type { Tally } from "./flood_process.ts";
import { keyHolderOf, operatorCalls, type Outside, workUntil } from "./outside.ts";

/** How ingress stood a flood. */
export interface Flood {
  readonly limit_per_second: number;
  /** From the first request to the last answer. */
  readonly seconds: number;
  readonly offered: number;
  readonly accepted: number;
  /** 429 and 503 that say when to come again. */
  readonly refused: number;
  /** Answers that are neither, or refusals without Retry-After. */
  readonly wrong: number;
  /** Accepted jobs that have not succeeded in the end. */
  readonly lost: number;
  /** From being enqueued to their end. */
  readonly p50_ms: number;
  readonly p99_ms: number;
  readonly longest_ms: number;
  readonly refusal_p50_ms: number;
  readonly refusal_p99_ms: number;
  /** Memory of the stack's process: the middle of each quarter, in MiB. */
  readonly memory_mib: readonly number[];
}

/** Floods from a process of its own. */
export async function floodFrom(
  outside: Outside,
  perSecond: number,
  seconds: number,
): Promise<Tally> {
  const script = fileURLToPath(new URL("./flood_process.ts", import.meta.url));
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "-A", script, JSON.stringify({ ...outside, perSecond, seconds })],
    stderr: "inherit",
  }).output();
  if (code !== 0) throw new Error("the process that floods failed");
  return JSON.parse(new TextDecoder().decode(stdout));
}

async function endsOf(stack: Stack, ids: readonly string[]): Promise<number[]> {
  const rows = await stack.database.executor.query(
    `select extract(epoch from finished_at - created_at) * 1000 as ms from cogo.job_states
      where state = 'succeeded' and id = any($1::uuid[]) and job_id = any(select cogo.uuid_number(unnest($1::uuid[])))`,
    [`{${ids.join(",")}}`],
  );
  return rows.map((row) => Number(row["ms"]));
}

/** Asks for ten times of what a tenant may bring, for some seconds, while workers work. */
export async function measureFlood(
  stack: Stack,
  seconds: number,
  limit: number,
): Promise<Flood> {
  const call = operatorCalls(stack);
  const { tenant_id, ...outside } = await keyHolderOf(stack);
  for (const [scope, max_count] of [["tenant", limit], ["key", limit * 100]] as const) {
    await call("set_ingress_limit", { scope, max_count, per_seconds: 1, tenant_id }, 10_000);
  }
  await floodFrom(outside, 1, 1); // the function's worker starts
  const ended = new AbortController();
  const worker = workUntil(() => stack, 0, 50, ended.signal);
  const memory: number[] = [];
  // What is garbage is no growth: Deno lets it lie while there is room.
  const { gc } = globalThis as { gc?: () => void };
  const meter = setInterval(() => {
    if (memory.length % 20 === 0) gc?.();
    memory.push(Deno.memoryUsage().rss / 2 ** 20);
  }, 250);
  try {
    const tally = await floodFrom(outside, limit * 10, seconds);
    clearInterval(meter);
    let millis: number[] = [];
    for (let wait = 0; wait < 40 && millis.length < tally.ids.length; wait++) {
      await pause(250, ended.signal);
      millis = await endsOf(stack, tally.ids);
    }
    const quarter = Math.floor(memory.length / 4);
    return {
      limit_per_second: limit,
      seconds: tally.seconds,
      offered: tally.offered,
      accepted: tally.ids.length,
      refused: tally.refused,
      wrong: tally.wrong,
      lost: tally.ids.length - millis.length,
      p50_ms: percentile(millis, 0.5),
      p99_ms: percentile(millis, 0.99),
      longest_ms: Math.max(...millis),
      refusal_p50_ms: percentile(tally.refusalMs, 0.5),
      refusal_p99_ms: percentile(tally.refusalMs, 0.99),
      memory_mib: [0, 1, 2, 3].map((nth) =>
        percentile(memory.slice(nth * quarter, (nth + 1) * quarter), 0.5)
      ),
    };
  } finally {
    clearInterval(meter);
    ended.abort();
    await worker;
  }
}
