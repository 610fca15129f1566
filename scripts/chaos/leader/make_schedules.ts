import type { Sql } from "postgres";
import type { Random } from "../random.ts";

const crons = [
  "* * * * * *",
  "*/2 * * * * *",
  "*/7 * * * * *",
  "* * * * *",
  "*/5 * * * *",
  "30 2,14 * * *",
];
const zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"];

/** Sets `count` schedules of every kind. Their jobs say for which schedule and due time they are. */
export async function makeSchedules(sql: Sql, count: number, random: Random): Promise<void> {
  const job = {
    type: "chaos.due",
    payload: { name: { $ref: "schedule" }, due: { $ref: "due_at" } },
  };
  for (let nth = 0; nth < count; nth++) {
    const byCron = random.next() < 0.6;
    const everySeconds = random.between(1, 9);
    const jitter = random.next() < 0.2 ? random.between(0, byCron ? 3 : everySeconds - 1) : 0;
    await sql`
      select api.set_schedule(
        ${`chaos-${nth}`}, cron => ${byCron ? random.pick(crons) : null},
        every_seconds => ${byCron ? null : everySeconds}, time_zone => ${random.pick(zones)},
        job => ${sql.json(job)}, missed => ${random.pick(["skip", "one", "all"])},
        missed_limit => 1000, grace_seconds => ${random.pick([1, 5, 60])},
        overlap => ${random.pick(["allow", "allow", "skip", "buffer_one", "cancel_previous"])},
        jitter_seconds => ${jitter})`;
  }
}
