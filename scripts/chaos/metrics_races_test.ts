import assert from "@std/assert";
import { openArena } from "./arena.ts";
import { claim, complete, enqueueMany, fail } from "./calls.ts";

Deno.test("metrics: folds, roll-ups and forgetting at once count each thing once", async () => {
  const arena = await openArena(8);
  const { owner, sessions } = arena;
  const [maker, first, second, fold, other, roll, again, forget] = sessions;
  let made = 0;
  let failed = 0;
  try {
    for (let round = 0; round < 15; round++) {
      await arena.moveClock("37 minutes");
      made += (await enqueueMany(maker!, 40)).length;
      const holds = await claim(first!, 40);
      const ends = [holds.slice(0, 30), holds.slice(30)] as const;
      failed += ends[1].length;
      const flush = crypto.randomUUID();
      const line = {
        function: "demo",
        route: "/",
        status: "200",
        ms: 2,
        bins: [35],
        bin_counts: [1],
        places: [1, ...Array(17).fill(0)],
      };
      const record = (sql: typeof owner) =>
        sql`select api.record_http(${flush}::uuid, ${sql.json([line])}::jsonb)`;
      await Promise.all([
        complete(first!, ends[0]),
        fail(second!, ends[1], "permanent"),
        fold!`select cogo.fold_events()`,
        other!`select cogo.fold_events()`,
        roll!`select cogo.roll_up_metrics(7)`,
        again!`select cogo.roll_up_metrics(7)`,
        forget!`select cogo.forget_metrics(50)`,
        record(maker!),
        record(owner),
      ]);
      await Promise.all([
        fold!`select cogo.fold_calls()`,
        other!`select cogo.fold_calls()`,
        roll!`select cogo.fold_events()`,
        again!`select cogo.sample_gauges()`,
        forget!`select cogo.sample_gauges()`,
        owner`select cogo.roll_up_metrics()`,
      ]);
    }
    await owner`select cogo.fold_events()`;
    await owner`select cogo.fold_events()`;
    const [told] = await owner`
      select
        cogo.metric_sum('jobs_enqueued', since, until)::int as enqueued,
        cogo.metric_sum('jobs_succeeded', since, until)::int as succeeded,
        cogo.metric_sum('jobs_dead_lettered', since, until)::int as dead,
        cogo.metric_sum('http_requests', since, until)::int as answers,
        (select total from cogo.metric_share_within('run', 1e9, since, until))::int as runs,
        (select sum(total)::int from cogo.call_totals where name = 'dead_letters') as letters
      from (select cogo.now_() - interval '1 day' as since, cogo.now_() + interval '1 hour' as until) as span`;
    assert.deepEqual({ ...told }, {
      enqueued: made,
      succeeded: made - failed,
      dead: failed,
      answers: 15,
      runs: made,
      letters: failed,
    });
    await arena.demandHealthy();
  } finally {
    await arena.close();
  }
});
