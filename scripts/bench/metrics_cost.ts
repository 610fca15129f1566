import { connect } from "../postgres/databases.ts";
import { openCogo } from "./engines/cogo.ts";
import { payloads } from "./engines/engine.ts";
import type { BenchGround } from "./ground.ts";
import { median } from "./statistics.ts";

/** What metrics cost beside a load of enqueue, claim and complete at k = 50. */
export interface MetricsCost {
  /** CPU of the whole server per job, with over without, by round. */
  readonly ratio: number;
  readonly with_us_per_job: number;
  readonly without_us_per_job: number;
  /** CPU of the session that runs the metrics' schedules, per job. */
  readonly fold_us_per_job: number;
  readonly fold_share: number;
  readonly jobs_per_second: number;
  readonly jobs_per_round: number;
}

/** Seconds between two runs of what metrics need, as in cogo.schedule_list. */
const schedules = [
  { command: "select cogo.fold_events()", seconds: 10 },
  { command: "select cogo.fold_calls()", seconds: 5 },
  { command: "select cogo.sample_gauges()", seconds: 30 },
  { command: "select cogo.roll_up_metrics()", seconds: 60 },
];

const batch = 50;

interface Round {
  readonly jobs: number;
  readonly cpu: number;
  readonly fold: number;
}

type Session = ReturnType<typeof connect>;

/** Folds until nothing is left, so that a round's events cost in that round and in no other. */
async function drain(sql: Session): Promise<void> {
  for (let idle = 0; idle < 2;) {
    const [row] = await sql`select cogo.fold_events()::int as passed`;
    idle = row?.passed === 0 ? idle + 1 : 0;
  }
}

/** Runs the schedules on one session as their time comes, until `isOver`. */
async function tick(sql: Session, isOver: () => boolean): Promise<void> {
  const began = performance.now();
  const due = schedules.map(({ seconds }) => seconds);
  while (!isOver()) {
    const at = (performance.now() - began) / 1000;
    for (const [nth, { command, seconds }] of schedules.entries()) {
      if (at < (due[nth] ?? 0)) continue;
      due[nth] = (due[nth] ?? 0) + seconds;
      await sql.unsafe(command);
    }
    await new Promise((go) => setTimeout(go, 50));
  }
}

/** Measures it in rounds of `seconds` with and without, which take turns. */
export async function measureMetricsCost(
  ground: BenchGround,
  options: { rounds: number; seconds: number; say: (line: string) => void },
): Promise<MetricsCost> {
  const engine = await openCogo(ground.url);
  const folder = connect(ground.url);
  const [row] = await folder`select pg_backend_pid() as pid`;
  const folderPid = Number(row?.pid);

  async function load(): Promise<number> {
    const until = performance.now() + options.seconds * 1000;
    let done = 0;
    for (; performance.now() < until; done += batch) {
      await engine.enqueue(payloads(done, batch));
      await engine.complete(await engine.claim(batch));
      await engine.keepHouse?.();
    }
    return done;
  }

  let drained = 0;

  async function round(withMetrics: boolean): Promise<Round> {
    let jobs = 0;
    const usage = await ground.meter.measure(folderPid, async () => {
      let isOver = false;
      const beside = withMetrics ? tick(folder, () => isOver) : undefined;
      jobs = await load();
      isOver = true;
      await beside;
      // Without metrics the round is as long, since the server goes on by itself meanwhile.
      const ended = performance.now();
      if (withMetrics) await drain(folder);
      else await new Promise((go) => setTimeout(go, drained));
      if (withMetrics) drained = performance.now() - ended;
    });
    await drain(folder);
    return { jobs, cpu: usage.cpuMicros / jobs, fold: usage.sessionMicros / jobs };
  }

  const on: Round[] = [];
  const off: Round[] = [];
  for (let nth = 0; nth <= options.rounds; nth++) {
    const order = nth % 2 === 0 ? [true, false] : [false, true];
    for (const withMetrics of order) {
      const sample = await round(withMetrics);
      if (nth > 0) (withMetrics ? on : off).push(sample);
    }
    options.say(nth === 0 ? "warm-up" : `round ${nth}/${options.rounds}`);
  }
  await engine.close();
  await folder.end();

  const cpu = (samples: readonly Round[]) => median(samples.map((sample) => sample.cpu));
  const fold = median(on.map((sample) => sample.fold));
  return {
    ratio: median(on.map((sample, nth) => sample.cpu / (off[nth]?.cpu ?? NaN))),
    with_us_per_job: cpu(on),
    without_us_per_job: cpu(off),
    fold_us_per_job: fold,
    fold_share: median(on.map((sample, nth) => sample.fold / (off[nth]?.cpu ?? NaN))),
    jobs_per_second: median(on.map((sample) => sample.jobs)) / options.seconds,
    jobs_per_round: median(on.map((sample) => sample.jobs)),
  };
}
