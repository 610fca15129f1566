import { join } from "node:path";
import { pause } from "../../functions/_shared/ingress/pause.ts";
import { layPreparedData } from "../stack/prepared_data.ts";
import { silent } from "../stack/progress.ts";
import { startStack } from "../stack/stack.ts";
import { floodFrom } from "./flood.ts";
import { keyHolderOf, operatorCalls, workUntil } from "./outside.ts";

/** Memory of the stack's process at one moment, in MiB. */
export interface MemorySample {
  /** Seconds since the flood began. */
  readonly second: number;
  readonly rss: number;
  readonly heap_used: number;
  readonly heap_total: number;
  readonly external: number;
}

/** What a flood of some minutes did to the memory of the embedded stack. */
export interface MemoryRun {
  readonly per_second: number;
  readonly offered: number;
  readonly accepted: number;
  readonly refused: number;
  readonly wrong: number;
  readonly samples: readonly MemorySample[];
  /** After the flood, once all garbage was collected. */
  readonly collected: MemorySample;
}

const mib = (bytes: number) => bytes / 2 ** 20;

function sampleAt(began: number): MemorySample {
  const { rss, heapUsed, heapTotal, external } = Deno.memoryUsage();
  return {
    second: Math.round((performance.now() - began) / 1000),
    rss: mib(rss),
    heap_used: mib(heapUsed),
    heap_total: mib(heapTotal),
    external: mib(external),
  };
}

/**
 * Floods the embedded stack at an even rate, of which `limit` a second are let in and worked on.
 * Nothing collects garbage by force until the flood is over.
 */
export async function measureMemory(
  options: { seconds: number; perSecond: number; limit: number; everyMs: number },
  say: (line: string) => void,
): Promise<MemoryRun> {
  const folder = await Deno.makeTempDir({ prefix: "cogo-memory-" });
  const dataFolder = join(folder, "data");
  await layPreparedData(dataFolder);
  const stack = await startStack({ port: 0, wirePort: 0, dataFolder, progress: silent });
  const ended = new AbortController();
  let meter: ReturnType<typeof setInterval> | undefined;
  try {
    const call = operatorCalls(stack);
    const { tenant_id, ...outside } = await keyHolderOf(stack);
    for (
      const [scope, most] of [["tenant", options.limit], ["key", options.limit * 100]] as const
    ) {
      const limit = { scope, max_count: most, per_seconds: 1, tenant_id };
      await call("set_ingress_limit", limit, 10_000);
    }
    await floodFrom(outside, 1, 1); // the function's worker starts
    const worker = workUntil(() => stack, 0, 50, ended.signal);
    const began = performance.now();
    const samples: MemorySample[] = [sampleAt(began)];
    meter = setInterval(() => {
      const sample = sampleAt(began);
      samples.push(sample);
      say(`${sample.second} s: ${sample.rss.toFixed(0)} MiB, heap ${sample.heap_used.toFixed(0)}`);
    }, options.everyMs);
    const tally = await floodFrom(outside, options.perSecond, options.seconds);
    clearInterval(meter);
    ended.abort();
    await worker;
    (globalThis as { gc?: () => void }).gc?.();
    await pause(2000);
    return {
      per_second: options.perSecond,
      offered: tally.offered,
      accepted: tally.ids.length,
      refused: tally.refused,
      wrong: tally.wrong,
      samples,
      collected: sampleAt(began),
    };
  } finally {
    clearInterval(meter);
    ended.abort();
    await stack.close();
    await Deno.remove(folder, { recursive: true });
  }
}
