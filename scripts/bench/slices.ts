import {
  type AnyEngine,
  type Engine,
  isSelfDriven,
  payloads,
  type SelfDriven,
  type Taken,
} from "./engines/engine.ts";
import type { Reading, ServerMeter, Usage } from "./server_meter.ts";

/** The steps of a job's life that are measured, and all of them together. */
export type Phase = "enqueue" | "claim" | "complete" | "whole" | "bulk_enqueue" | "keyed_enqueue";

/** What one phase used in one slice. */
export interface Sample extends Usage {
  readonly phase: Phase;
  readonly jobs: number;
}

/** A slice: how many jobs go through, and how many in one call. */
export interface SliceSize {
  readonly jobs: number;
  readonly k: number;
}

const nothing: Usage = { cpuMicros: 0, sessionMicros: 0, walBytes: 0, millis: 0 };

function add(one: Usage, other: Usage): Usage {
  return {
    cpuMicros: one.cpuMicros + other.cpuMicros,
    sessionMicros: one.sessionMicros + other.sessionMicros,
    walBytes: one.walBytes + other.walBytes,
    millis: one.millis + other.millis,
  };
}

function between(before: Reading, after: Reading, millis: number): Usage {
  return {
    cpuMicros: after.cpuMicros - before.cpuMicros,
    sessionMicros: after.sessionMicros - before.sessionMicros,
    walBytes: after.walBytes - before.walBytes,
    millis,
  };
}

let serial = 0;

/** The slice that this engine gets: a slow one's is shorter, in whole calls. */
function shareOf(engine: AnyEngine, { jobs, k }: SliceSize): SliceSize {
  return { jobs: Math.max(k, Math.round(jobs * (engine.share ?? 1) / k) * k), k };
}

async function enqueueAll(engine: AnyEngine, { jobs, k }: SliceSize): Promise<void> {
  for (let sent = 0; sent < jobs; sent += k) {
    await engine.enqueue(payloads(serial += k, k));
  }
}

/** Calls in one reading, so that a reading's own cost stays small beside the calls. */
const callsPerReading = (k: number) => k >= 20 ? 1 : 10;

/**
 * Enqueues a slice's jobs, then claims and completes them in turn until the queue is dry. Throws when
 * jobs are missing. The whole counts everything the server did meanwhile, also housekeeping.
 */
async function phasedSlice(engine: Engine, meter: ServerMeter, size: SliceSize): Promise<Sample[]> {
  const { jobs, k } = size;
  const session = engine.backend;
  const begin = await meter.read(session);
  const enqueue = await meter.measure(session, () => enqueueAll(engine, size));
  let claim = nothing;
  let complete = nothing;
  let house = nothing;
  for (let done = 0; done < jobs;) {
    const taken: Taken[] = [];
    const before = done;
    claim = add(
      claim,
      await meter.measure(session, async () => {
        for (let call = 0; call < callsPerReading(k) && done < jobs; call++) {
          const some = await engine.claim(k);
          taken.push(some);
          done += some.count;
        }
      }),
    );
    if (done === before) throw new Error(`${engine.name}: ${jobs - done} of ${jobs} jobs missing`);
    complete = add(
      complete,
      await meter.measure(session, async () => {
        for (const some of taken) await engine.complete(some);
      }),
    );
    const began = performance.now();
    await engine.keepHouse?.();
    house = add(house, { ...nothing, millis: performance.now() - began });
  }
  const millis = enqueue.millis + claim.millis + complete.millis + house.millis;
  const whole = between(begin, await meter.read(session), millis);
  return [
    { phase: "enqueue", jobs, ...enqueue },
    { phase: "claim", jobs, ...claim },
    { phase: "complete", jobs, ...complete },
    { phase: "whole", jobs, ...whole },
  ];
}

/** The same for an engine that works by itself: its workers run while its jobs come in. */
async function selfDrivenSlice(
  engine: SelfDriven,
  meter: ServerMeter,
  size: SliceSize,
): Promise<Sample[]> {
  await engine.start();
  try {
    const whole = await meter.measure(engine.backend, async () => {
      await enqueueAll(engine, size);
      await engine.finished(size.jobs);
    });
    return [{ phase: "whole", jobs: size.jobs, ...whole }];
  } finally {
    await engine.stop();
  }
}

/** A slice of jobs through their whole life. */
export function slice(engine: AnyEngine, meter: ServerMeter, size: SliceSize): Promise<Sample[]> {
  const own = shareOf(engine, size);
  return isSelfDriven(engine)
    ? selfDrivenSlice(engine, meter, own)
    : phasedSlice(engine, meter, own);
}

/** Enqueues a slice's jobs under measurement; they are worked off unmeasured. */
export async function enqueueSlice(
  engine: AnyEngine,
  meter: ServerMeter,
  whole: SliceSize,
  phase: Phase,
): Promise<Sample[]> {
  const size = shareOf(engine, whole);
  const usage = await meter.measure(engine.backend, () => enqueueAll(engine, size));
  if (isSelfDriven(engine)) {
    await engine.start();
    await engine.finished(size.jobs).finally(() => engine.stop());
    return [{ phase, jobs: size.jobs, ...usage }];
  }
  for (let done = 0; done < size.jobs;) {
    const taken = await engine.claim(500);
    if (taken.count === 0) throw new Error(`${engine.name}: ${size.jobs - done} jobs missing`);
    await engine.complete(taken);
    done += taken.count;
  }
  return [{ phase, jobs: size.jobs, ...usage }];
}
