import { setTimeout as pause } from "node:timers/promises";
import { orderOf } from "./compare.ts";
import { payloads } from "./engines/engine.ts";
import type { BenchGround } from "./ground.ts";
import { type Lane, type LaneName, openLanes } from "./pinned_case.ts";
import { median } from "./statistics.ts";

/** One minute of one lane. Costs are those of enqueue, claim, complete and sweeps. */
export interface Point {
  readonly lane: LaneName;
  /** Minutes since the xmin was pinned; 0 = just before. */
  readonly minute: number;
  readonly jobs: number;
  readonly cpu_us_per_job: number;
  readonly jobs_per_second: number;
  readonly dead_rows: number;
  /** CPU per job beside minute 0 of the same lane. */
  readonly cost_to_start: number;
}

interface Sample {
  readonly jobs: number;
  readonly cpu: number;
  readonly millis: number;
}

const k = 50;
const tickMs = 5000;
const ticksOfAPoint = 12;

/** Lets up to `jobs` jobs through, 50 a call, but takes no more than a fifth of a tick. */
async function flow({ engine }: Lane, ground: BenchGround, jobs: number): Promise<Sample> {
  let done = 0;
  const usage = await ground.meter.measure(engine.backend, async () => {
    const until = performance.now() + tickMs / 5;
    while (done < jobs && (done === 0 || performance.now() < until)) {
      await engine.enqueue(payloads(done, k));
      const taken = await engine.claim(k);
      if (taken.count === 0) throw new Error(`${engine.name}: jobs are missing`);
      await engine.complete(taken);
      done += taken.count;
      await engine.keepHouse?.();
    }
  });
  return { jobs: done, cpu: usage.sessionMicros / done, millis: usage.millis / done };
}

/** Takes a minute of ticks, in each of which every lane has its turn. */
async function minuteOf(ground: BenchGround, lanes: readonly Lane[], rate: number) {
  const samples = new Map<LaneName, Sample[]>(lanes.map(({ name }) => [name, []]));
  for (let tick = 0; tick < ticksOfAPoint; tick++) {
    const began = performance.now();
    for (const lane of orderOf(lanes, tick)) {
      samples.get(lane.name)!.push(await flow(lane, ground, rate * tickMs / 1000));
      await lane.keepLeases();
    }
    const rest = began + tickMs - performance.now();
    if (rest > 0) await pause(rest);
  }
  return samples;
}

/**
 * Two minutes without (the first warms up), then pins the xmin of two databases and goes on for
 * `minutes`: a point for each lane and minute.
 */
export async function runPinned(
  ground: BenchGround,
  options: { minutes: number; rate: number; held: number; say: (line: string) => void },
): Promise<Point[]> {
  const { minutes, rate, held, say } = options;
  const lanes = await openLanes(ground, held, say);
  const points: Point[] = [];
  const start = new Map<LaneName, number>();
  try {
    for (let minute = -1; minute <= minutes; minute++) {
      const samples = await minuteOf(ground, lanes, rate);
      if (minute < 0) continue;
      for (const lane of lanes) {
        const own = samples.get(lane.name)!;
        const cpu = median(own.map((sample) => sample.cpu));
        if (minute === 0) start.set(lane.name, cpu);
        points.push({
          lane: lane.name,
          minute,
          jobs: own.reduce((sum, { jobs }) => sum + jobs, 0),
          cpu_us_per_job: Number(cpu.toFixed(1)),
          jobs_per_second: Math.round(1000 / median(own.map(({ millis }) => millis))),
          dead_rows: await lane.deadRows(),
          cost_to_start: Number((cpu / start.get(lane.name)!).toFixed(2)),
        });
      }
      const told = points.slice(-lanes.length).map((one) => `${one.lane} ${one.cost_to_start}x`);
      say(`minute ${minute}/${minutes}: ${told.join(", ")}`);
      if (minute === 0) {
        for (const lane of lanes) if (lane.name !== "cogo, free") await lane.pin();
      }
    }
    return points;
  } finally {
    for (const lane of lanes) await lane.close();
  }
}
