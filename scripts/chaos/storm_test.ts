import assert from "@std/assert";
import { openArena } from "./arena.ts";
import { claim, complete } from "./calls.ts";
import { storm } from "./storm.ts";

Deno.test("every call at once on the same jobs: no error, and every job ends once", async () => {
  const arena = await openArena(24);
  const { owner, sessions } = arena;
  const seed = Number(Deno.env.get("STORM_SEED") ?? 1);
  try {
    const { answered, errors } = await storm(
      arena,
      Number(Deno.env.get("STORM_SECONDS") ?? 6),
      seed,
    );
    assert.deepEqual(errors, {}, `seed ${seed}`);
    for (const [name, times] of Object.entries(answered)) assert.ok(times > 0, name);
    await arena.demandHealthy();

    const [sql] = sessions;
    for (let round = 0; round < 10; round++) {
      await arena.moveClock("10 minutes");
      for (let turn = 0; turn < 5; turn++) await owner`select cogo.sweep()`;
      for (let holds = await claim(sql!, 500); holds.length > 0; holds = await claim(sql!, 500)) {
        await complete(sql!, holds);
      }
    }
    const [open] = await owner`
      select count(*)::int as jobs from cogo.jobs as job
      where not exists (select from cogo.attempts as final where final.job_id = job.id and final.final)`;
    assert.equal(open?.jobs, 0);
    const [left] = await owner`
      select (select count(*) from cogo.cancels)::int as wishes,
        (select count(*) from cogo.blocked)::int as blocked,
        (select count(*) from cogo.dependencies)::int as dependencies,
        (select count(*) from cogo.claims)::int as claims`;
    assert.deepEqual({ ...left }, { wishes: 0, blocked: 0, dependencies: 0, claims: 0 });
    await arena.demandHealthy();
  } finally {
    await arena.close();
  }
});
