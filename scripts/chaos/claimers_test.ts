import assert from "@std/assert";
import { openArena } from "./arena.ts";
import { claim, complete, enqueueMany } from "./calls.ts";

Deno.test("64 claimers at once take each of 20,000 jobs exactly once", async () => {
  const arena = await openArena(64);
  try {
    const ids = await enqueueMany(arena.owner, 20_000);
    const taken: string[] = [];
    await Promise.all(arena.sessions.map(async (sql, nth) => {
      for (let dry = 0; dry < 3;) {
        const holds = await claim(sql, 1 + nth % 50, `claimer-${nth}`);
        if (holds.length === 0) {
          dry++; // others may hold what is left, or be about to give it back
          continue;
        }
        taken.push(...holds.map((hold) => hold.job_id));
        const half = Math.floor(holds.length / 2); // in two calls, so claims end in parts
        for (const part of [holds.slice(0, half), holds.slice(half)]) {
          if (part.length === 0) continue;
          const answers = await complete(sql, part);
          assert.ok(answers.every(({ outcome }) => outcome === "succeeded"));
        }
      }
    }));
    assert.equal(taken.length, 20_000);
    assert.equal(new Set(taken).size, 20_000);
    assert.deepEqual(new Set(taken), new Set(ids));
    const told = await arena.owner`
      select type, count(*)::int as jobs from cogo.events, unnest(job_ids) group by type order by type`;
    assert.deepEqual(
      told.map((row) => [row.type, row.jobs]),
      ["job_claimed", "job_enqueued", "job_started", "job_succeeded"].map((type) => [type, 20_000]),
    );
    const [finals] = await arena.owner`
      select count(*)::int as jobs from cogo.attempts where final and outcome = 'succeeded'`;
    assert.equal(finals?.jobs, 20_000);
    await arena.demandHealthy();
  } finally {
    await arena.close();
  }
});
