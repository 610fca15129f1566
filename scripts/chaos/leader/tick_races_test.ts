import assert from "@std/assert";
import { openArena } from "../arena.ts";

const job = JSON.stringify({
  type: "race.due",
  payload: { of: { $ref: "schedule" }, at: { $ref: "due_at" } },
});

Deno.test("sessions that tick, set and run the same schedules at once do each thing once", async () => {
  const arena = await openArena(6);
  const { owner, sessions } = arena;
  try {
    await owner`
      select api.set_schedule('race-' || nth, every_seconds => 1 + nth % 3, missed => 'all',
        missed_limit => 1000, overlap => case when nth % 4 = 0 then 'skip' else 'allow' end,
        job => ${job}::text::jsonb)
      from generate_series(1, 30) as nth`;
    for (let round = 0; round < 6; round++) {
      await arena.moveClock("3 seconds");
      await Promise.all(sessions.map(async (sql, nth) => {
        await sql`select cogo.tick_schedules()`;
        await sql`select api.run_schedule_now('race-1', ${`hand-${round}`})`;
        if (nth < 3) {
          await sql`
            select api.set_schedule('race-2', every_seconds => 3, missed => 'all',
              missed_limit => 1000, job => ${job}::text::jsonb)`;
        }
        await sql`select cogo.tick_schedules()`;
      }));
    }
    const [twice] = await owner`
      select count(*)::int as times from (
        select from cogo.jobs group by payload having count(*) > 1
      ) as doubled`;
    assert.equal(twice?.times, 0);
    const [hands] = await owner`select count(*)::int as runs from cogo.schedule_runs where by_hand`;
    assert.equal(hands?.runs, 6);
    const [gaps] = await owner`
      select count(*)::int as many, count(*) filter (where due_at - before <> interval '2 s')::int as gaps
      from (
        select due_at, lag(due_at) over (order by due_at) as before
        from cogo.schedule_runs as run join cogo.schedules as schedule on schedule.id = run.schedule_id
        where schedule.name = 'race-7' and not run.by_hand
      ) as steps`;
    assert.ok(Number(gaps?.many) > 6);
    assert.equal(gaps?.gaps, 0);
    await arena.demandHealthy();
  } finally {
    await arena.close();
  }
});
