import assert from "@std/assert";
import type { Sql } from "postgres";
import { connect } from "../postgres/databases.ts";
import { openArena } from "./arena.ts";
import { claim, complete, enqueueMany } from "./calls.ts";
import { pause, seededRandom } from "./random.ts";

const random = seededRandom(11);

/** Runs calls in one transaction that stays open for some milliseconds, then ends as told. */
async function slowly(
  sql: Sql,
  millis: number,
  end: "commit" | "rollback",
  body: () => Promise<unknown>,
): Promise<void> {
  await sql`begin`;
  try {
    await pause(millis / 2); // before anything is written: the transaction has no number yet
    await body();
    await pause(millis / 2);
  } finally {
    await sql.unsafe(end);
  }
}

Deno.test("no message ever lies under its lane's floor, however late it is committed", async () => {
  const arena = await openArena(16);
  const { owner, sessions } = arena;
  const old = connect(arena.url); // a transaction that wrote elsewhere must not hold floors up
  const until = performance.now() + 6000;
  const running = () => performance.now() < until;
  let enqueued = 0;
  let completed = 0;

  const slowEnqueuer = async (sql: Sql) => {
    while (running()) {
      const count = random.between(1, 5);
      const end = random.next() < 0.3 ? "rollback" : "commit";
      await slowly(sql, random.between(0, 120), end, () => enqueueMany(sql, count));
      if (end === "commit") enqueued += count;
    }
  };
  const quickEnqueuer = async (sql: Sql) => {
    while (running()) {
      await enqueueMany(sql, 20);
      enqueued += 20;
      await pause(random.between(0, 20));
    }
  };
  const claimer = async (sql: Sql) => {
    while (running()) {
      const holds = await claim(sql, random.between(1, 40));
      if (holds.length > 0) await complete(sql, holds);
      else await pause(2);
      completed += holds.length;
    }
  };
  // What it claims comes back: deleted messages must not be taken for gone before they are.
  const hesitantClaimer = async (sql: Sql) => {
    while (running()) {
      await slowly(sql, random.between(0, 60), "rollback", () => claim(sql, 30));
    }
  };
  const sweeper = async (sql: Sql) => {
    while (running()) {
      await sql`select cogo.sweep()`;
      await pause(random.between(0, 4));
    }
  };
  // Sweeps inside transactions of others, also after they popped or pushed, also undone.
  const lateSweeper = async (sql: Sql) => {
    while (running()) {
      const end = random.next() < 0.5 ? "rollback" : "commit";
      await slowly(sql, random.between(0, 40), end, async () => {
        if (random.next() < 0.5) await sql`select cogo.sweep()`;
        const holds = await claim(sql, 5);
        await sql`select cogo.sweep()`;
        await complete(sql, holds);
        if (end === "commit") completed += holds.length;
      });
    }
  };
  const checker = async () => {
    while (running()) {
      await arena.demandHealthy(); // work that goes on meanwhile must not mislead it either
      await pause(50);
    }
  };

  try {
    await old`begin`;
    await old`select pg_current_xact_id()`;
    const roles = [
      ...[slowEnqueuer, slowEnqueuer, slowEnqueuer, slowEnqueuer, slowEnqueuer, quickEnqueuer],
      ...[claimer, claimer, claimer, hesitantClaimer, hesitantClaimer, sweeper, sweeper],
      ...[lateSweeper, lateSweeper],
    ];
    await Promise.all([
      ...roles.map((role, at) => role(sessions[at]!)),
      checker(),
    ]);
    const last = sessions.at(-1)!;
    for (let holds = await claim(last, 500); holds.length > 0; holds = await claim(last, 500)) {
      await complete(last, holds);
      completed += holds.length;
    }
    assert.ok(enqueued > 500, `only ${enqueued} jobs were enqueued`);
    assert.equal(completed, enqueued);
    for (let round = 0; round < 2; round++) await owner`select cogo.sweep()`;
    const left = await owner`
      select queue_name, tail - floor_at as above from cogo.lane_hints(null) where tail > floor_at`;
    assert.deepEqual([...left], [], "floors rise although an old transaction is open");
    await arena.demandHealthy();
  } finally {
    await old.end({ timeout: 1 });
    await arena.close();
  }
});
