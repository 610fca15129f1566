import assert from "@std/assert";
import { type Arena, openArena } from "./arena.ts";
import { cancel, claim, complete, enqueueMany, fail, release, renew, start } from "./calls.ts";
import { seededRandom } from "./random.ts";

const random = seededRandom(5);

/** Moves time past every lease and wish, and finishes what is left. */
async function settle(arena: Arena): Promise<void> {
  const [sql] = arena.sessions;
  await arena.moveClock("10 minutes");
  for (let round = 0; round < 3; round++) {
    await sql!`select cogo.sweep()`;
    for (let holds = await claim(sql!, 500); holds.length > 0; holds = await claim(sql!, 500)) {
      await complete(sql!, holds);
    }
  }
}

async function endsOf(arena: Arena, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await arena.owner`
    select job_id, outcome from cogo.attempts where final and job_id = any(${[...ids]}::bigint[])`;
  return new Map(rows.map((row) => [String(row.job_id), String(row.outcome)]));
}

Deno.test("cancels race claims, starts and ends, and each job ends once", async (t) => {
  const arena = await openArena(8);
  const { owner, sessions } = arena;
  const [one, two, three, four] = sessions as [
    typeof owner,
    typeof owner,
    typeof owner,
    typeof owner,
  ];
  try {
    await t.step("a cancel against claim and complete: what is told cancelled is", async () => {
      for (let round = 0; round < 50; round++) {
        const ids = await enqueueMany(owner, 40, round % 2 ? { delay_seconds: 0.01 } : {});
        const [, , soft, hard] = await Promise.all([
          claim(one, 15).then((holds) => complete(one, holds)),
          claim(two, 15).then((holds) => complete(two, holds.slice(0, 8))),
          cancel(three, random.some(ids, 20), false),
          cancel(four, random.some(ids, 20), true),
          sessions[4]!`select cogo.sweep()`,
        ]);
        const told = [...soft, ...hard].filter(({ outcome }) => outcome === "cancelled");
        await settle(arena);
        const ends = await endsOf(arena, ids);
        assert.equal(ends.size, 40);
        for (const { job_id } of told) assert.equal(ends.get(job_id), "cancelled");
      }
      await arena.demandHealthy();
      const [left] = await owner`select count(*)::int as wishes from cogo.cancels`;
      assert.equal(left?.wishes, 0);
    });

    await t.step("a cancel against start: never started after a hard cancel was told", async () => {
      for (let round = 0; round < 50; round++) {
        const ids = await enqueueMany(owner, 20);
        const holds = await claim(one, 20, "chaos", false);
        const [{ fence } = { fence: "0" }] = holds;
        const [, hard] = await Promise.all([
          start(one, holds),
          cancel(two, random.some(ids, 10), true),
          cancel(three, random.some(ids, 10), false),
          renew(four, [fence]),
        ]);
        const again = new Map((await start(one, holds)).map((one) => [one.job_id, one.outcome]));
        for (const { job_id, outcome } of hard) {
          if (outcome === "cancelled") assert.equal(again.get(job_id), "lease_lost");
        }
        await Promise.all([
          release(one, holds.slice(0, 10)),
          fail(two, holds.slice(5, 15), "transient"),
          complete(three, holds.slice(10)),
          cancel(four, ids, true),
        ]);
        if (round % 10 === 9) await arena.demandHealthy();
        await settle(arena);
        assert.equal((await endsOf(arena, ids)).size, 20);
      }
      await arena.demandHealthy();
    });

    await t.step(
      "dead letters redriven from eight sessions at once make one job each",
      async () => {
        for (let round = 0; round < 20; round++) {
          await enqueueMany(owner, 30);
          const holds = await claim(one, 30);
          await fail(one, holds, "permanent");
          const dead = holds.map((hold) => hold.job_id);
          const answers = await Promise.all(sessions.map(async (sql) => {
            const ids = random.some(dead, 30);
            const rows = await sql`select * from api.redrive_dead_letters(${ids}::bigint[])`;
            return rows.map((row) => `${row.dead_job_id} -> ${row.job_id}`);
          }));
          assert.equal(new Set(answers.flat()).size, 30);
          await settle(arena);
        }
        const [row] = await owner`
        select count(*)::int as jobs, count(distinct cause)::int as causes
        from cogo.jobs where cause is not null`;
        assert.deepEqual([row?.jobs, row?.causes], [600, 600]);
        await arena.demandHealthy();
      },
    );
  } finally {
    await arena.close();
  }
});
