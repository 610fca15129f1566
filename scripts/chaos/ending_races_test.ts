import assert from "@std/assert";
import { type Arena, openArena } from "./arena.ts";
import { claim, complete, enqueueMany, fail, release, renew } from "./calls.ts";
import { seededRandom } from "./random.ts";

const random = seededRandom(3);

async function withArena(body: (arena: Arena) => Promise<void>): Promise<void> {
  const arena = await openArena(12);
  try {
    await body(arena);
    await arena.demandHealthy();
  } finally {
    await arena.close();
  }
}

/** Takes what is ready and completes it, until nothing is. */
async function drain(arena: Arena): Promise<void> {
  const [sql] = arena.sessions;
  for (let holds = await claim(sql!, 500); holds.length > 0; holds = await claim(sql!, 500)) {
    await complete(sql!, holds);
  }
}

Deno.test("the ends of a hold race each other and one of them wins", async (t) => {
  await withArena(async (arena) => {
    const { owner, sessions } = arena;
    const [first, second, third, fourth, ...others] = sessions as [
      typeof owner,
      typeof owner,
      typeof owner,
      typeof owner,
    ];

    await t.step("completing twice at once succeeds twice and writes one attempt", async () => {
      for (let round = 0; round < 40; round++) {
        await enqueueMany(owner, 20);
        const holds = await claim(first, 20);
        const answers = await Promise.all(
          sessions.slice(0, 6).map((sql) => complete(sql, random.some(holds, 20))),
        );
        assert.ok(answers.flat().every(({ outcome }) => outcome === "succeeded"));
      }
      const [row] = await owner`select count(*)::int as all_ from cogo.attempts`;
      assert.equal(row?.all_, 800);
    });

    await t.step(
      "parts of one claim end over many sessions and its count never drifts",
      async () => {
        for (let round = 0; round < 40; round++) {
          await enqueueMany(owner, 60);
          const holds = await claim(first, 60);
          const [{ fence } = { fence: "0" }] = holds;
          await Promise.all([
            ...others.map((sql) => complete(sql, random.some(holds, 12))),
            fail(second, random.some(holds, 12), "transient"),
            fail(third, random.some(holds, 12), "permanent"),
            release(fourth, random.some(holds, 12)),
            renew(first, [fence]),
          ]);
          if (round % 10 === 9) await arena.demandHealthy();
          await complete(first, holds);
          await drain(arena);
        }
        const [left] = await owner`select count(*)::int as claims from cogo.claims`;
        assert.equal(left?.claims, 0);
      },
    );

    await t.step("at a lease's end completing or the sweep wins, never both", async () => {
      for (let round = 0; round < 40; round++) {
        const ids = await enqueueMany(owner, 30);
        const holds = await claim(first, 30);
        await arena.moveClock("10 minutes");
        const [answers] = await Promise.all([
          complete(first, holds.slice(0, 15)),
          second`select cogo.sweep()`,
          third`select cogo.sweep()`,
        ]);
        const ended = await owner`
          select job_id, array_agg(outcome) as outcomes from cogo.attempts
          where job_id = any(${ids}::bigint[]) group by job_id`;
        const byJob = new Map(ended.map((row) => [String(row.job_id), row.outcomes]));
        for (const { job_id, outcome } of answers) {
          const expected = outcome === "succeeded" ? ["succeeded"] : ["lease_expired"];
          assert.deepEqual(byJob.get(job_id), expected);
        }
        await drain(arena);
      }
    });

    await t.step("a renewal that was answered keeps the claim through any sweep", async () => {
      let kept = 0;
      for (let round = 0; round < 60; round++) {
        await enqueueMany(owner, 5);
        const holds = await claim(first, 5);
        const [{ fence } = { fence: "0" }] = holds;
        await arena.moveClock("10 minutes");
        const [alive] = await Promise.all([
          renew(first, [fence]),
          second`select cogo.sweep()`,
          third`select cogo.sweep()`,
        ]);
        if (alive[0]) kept++;
        const wanted = alive[0] ? "succeeded" : "lease_lost";
        const answers = await complete(fourth, holds);
        assert.ok(answers.every(({ outcome }) => outcome === wanted));
        await drain(arena);
      }
      assert.ok(kept > 0, "no renewal ever won, so nothing was tried");
    });
  });
});
