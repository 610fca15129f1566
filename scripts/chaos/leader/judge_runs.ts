import { Cron } from "croner";
import type { Sql } from "postgres";
import { z } from "zod";

/** What became of all due times. */
export interface Verdict {
  readonly schedules: number;
  /** Due times that there were, as counted here. */
  readonly due: number;
  readonly fired: number;
  readonly skipped_by_policy: number;
  /** Due times with two jobs, or with two rows that account for them. */
  readonly doubled: number;
  /** Due times that no row accounts for, or that were left out against their policy. */
  readonly lost: number;
}

const scheduleSchema = z.object({
  id: z.string(),
  cron: z.string().nullable(),
  every_seconds: z.number().nullable(),
  time_zone: z.string(),
  missed: z.string(),
  missed_limit: z.number(),
  anchor: z.date(),
  created_at: z.date(),
  next_due_at: z.date(),
});
const runSchema = z.object({
  due_at: z.date(),
  covers_until: z.date().nullable(),
  covers: z.number(),
  state: z.enum(["waiting", "started", "skipped", "failed"]),
  reason: z.string().nullable(),
});
type Schedule = z.infer<typeof scheduleSchema>;
type Run = z.infer<typeof runSchema>;

/** The due times, in milliseconds, from a schedule's beginning up to the first that is not settled. */
function* dueTimes(schedule: Schedule): Generator<number> {
  const end = schedule.next_due_at.getTime();
  if (schedule.cron === null) {
    const step = (schedule.every_seconds ?? 0) * 1000;
    for (let at = schedule.anchor.getTime() + step; at < end; at += step) yield at;
    return;
  }
  const cron = new Cron(schedule.cron, {
    timezone: schedule.time_zone,
    fixedTimeRule: "no-wildcard",
    paused: true,
  });
  let at = cron.nextRun(schedule.created_at);
  for (; at && at.getTime() < end; at = cron.nextRun(at)) yield at.getTime();
}

/** Whether a skipped run may be: with `all`, one is missed only when enough newer ones are not. */
function isByPolicy(schedule: Schedule, runs: Run[], nth: number): boolean {
  if (schedule.missed !== "all" || runs[nth]?.reason !== "missed") return true;
  const newer = runs.slice(nth + 1, nth + 1 + schedule.missed_limit);
  return newer.length === schedule.missed_limit && newer.every(({ reason }) => reason !== "missed");
}

/** Walks due times and rows side by side: each due time must have one row that accounts for it. */
function compare(schedule: Schedule, runs: Run[]) {
  const counts = { due: 0, fired: 0, skipped: 0, doubled: 0, lost: 0 };
  let nth = 0;
  let left = 0;
  for (const at of dueTimes(schedule)) {
    counts.due++;
    while (left === 0 && nth < runs.length && runs[nth]!.due_at.getTime() < at) {
      counts.doubled += runs[nth++]!.covers;
    }
    const run = runs[nth];
    const covered = run && run.due_at.getTime() <= at &&
      at <= (run.covers_until ?? run.due_at).getTime();
    if (!run || !covered) {
      counts.lost++;
      continue;
    }
    left = (left || run.covers) - 1;
    if (run.state === "started") counts.fired++;
    else if (run.state === "skipped" && isByPolicy(schedule, runs, nth)) counts.skipped++;
    else counts.lost++;
    if (left === 0) nth++;
  }
  for (; nth < runs.length; nth++) counts.doubled += runs[nth]!.covers;
  return counts;
}

/** Holds the history of each schedule against its due times, as croner has them. */
export async function judgeRuns(owner: Sql): Promise<Verdict> {
  const sum = { due: 0, fired: 0, skipped: 0, doubled: 0, lost: 0 };
  const rows = await owner`select *, id::text as id from cogo.schedules order by schedules.id`;
  const schedules = z.array(scheduleSchema).parse([...rows]);
  for (const schedule of schedules) {
    const found = await owner`
      select * from cogo.schedule_runs where schedule_id = ${schedule.id} order by due_at`;
    const counts = compare(schedule, z.array(runSchema).parse([...found]));
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += counts[key];
  }
  const [twice] = await owner`
    select count(*)::int as times from (
      select from cogo.jobs group by payload having count(*) > 1
    ) as doubled`;
  const { skipped, doubled, ...rest } = sum;
  return {
    schedules: schedules.length,
    ...rest,
    skipped_by_policy: skipped,
    doubled: doubled + Number(twice?.times),
  };
}
