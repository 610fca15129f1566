import assert from "@std/assert";
import type { Sql } from "postgres";
import { type Arena, openArena, openSession } from "./arena.ts";
import { claim, complete, type Hold } from "./calls.ts";
import { seededRandom } from "./random.ts";

const random = seededRandom(17);

/** A fan of 20 steps between two, and a saga that fails at its end. */
const definitions = [
  {
    name: "race.fan",
    steps: [
      { name: "begin", type: "race.begin" },
      ...Array.from({ length: 20 }, (_, nth) => ({
        name: `part-${nth}`,
        type: "race.part",
        after: ["begin"],
      })),
      {
        name: "end",
        type: "race.end",
        after: Array.from({ length: 20 }, (_, nth) => `part-${nth}`),
      },
    ],
  },
  {
    name: "race.saga",
    saga: true,
    steps: [
      { name: "a", type: "race.a", compensate: { type: "undo.a" } },
      { name: "b", type: "race.b", compensate: { type: "undo.b" } },
      { name: "c", type: "race.fails", after: ["a", "b"], compensate: null },
    ],
  },
  {
    name: "race.parent",
    steps: [{ name: "one", kind: "workflow", workflow: "race.fan" }, {
      name: "two",
      kind: "workflow",
      workflow: "race.saga",
      optional: true,
    }],
  },
];

async function withFlows(body: (arena: Arena) => Promise<void>): Promise<void> {
  const arena = await openArena(8);
  try {
    for (const definition of definitions) {
      await arena.owner`select api.register_workflow(${arena.owner.json(definition)}::jsonb)`;
    }
    await body(arena);
    await arena.demandHealthy();
    assert.equal(await deadlocks(arena.owner), 0, "no session was the victim of a deadlock");
  } finally {
    await arena.close();
  }
}

async function deadlocks(owner: Sql): Promise<number> {
  await owner`select pg_stat_clear_snapshot()`;
  const [row] = await owner`
    select deadlocks::int from pg_stat_database where datname = current_database()`;
  return Number(row?.deadlocks);
}

async function start(owner: Sql, name: string, count: number): Promise<void> {
  const flows = Array.from({ length: count }, () => ({ name }));
  await owner`select api.start_workflows(${owner.json(flows)}::jsonb)`;
}

async function states(owner: Sql): Promise<Record<string, number>> {
  const rows = await owner`
    select definition.name || ' ' || flow.state as state, count(*)::int as flows
    from cogo.workflows as flow
    join cogo.workflow_definitions as definition on definition.id = flow.definition_id group by 1`;
  return Object.fromEntries(rows.map((row) => [String(row.state), Number(row.flows)]));
}

const open = async (owner: Sql): Promise<number> => {
  const [row] = await owner`
    select count(*)::int as flows from cogo.workflows where finished_at is null`;
  return Number(row?.flows);
};

Deno.test("eight sessions end the steps of the same runs, in crossing order, and no run hangs", async (t) => {
  await withFlows(async (arena) => {
    const { owner, sessions } = arena;

    await t.step("twenty steps that end at once start what comes after them once", async () => {
      for (let round = 0; round < 6; round++) {
        await start(owner, "race.fan", 4);
        await complete(owner, await claim(owner, 10));
        const holds: Hold[][] = [];
        for (const sql of sessions) holds.push(await claim(sql, 10));
        await Promise.all(sessions.map(async (sql, nth) => {
          const mine = random.some(holds[nth]!, 10);
          await complete(sql, mine);
          await complete(sql, holds[nth]!.filter((hold) => !mine.includes(hold)));
        }));
        const last = await claim(owner, 100);
        assert.equal(last.length, 4, "each run's last step, once");
        await complete(owner, last);
      }
      assert.deepEqual(await states(owner), { "race.fan succeeded": 24 });
      await arena.demandHealthy();
    });

    await t.step("nested runs, failures, cancels and kills: every run ends", async () => {
      await start(owner, "race.parent", 30);
      await start(owner, "race.saga", 30);
      let busy = true;
      const killer = (async () => {
        while (busy) {
          await new Promise((resolve) => setTimeout(resolve, 60));
          await owner`
            select pg_terminate_backend(pid) from pg_stat_activity
            where usename is not null and query like '%api.%' and pid <> pg_backend_pid() and backend_type = 'client backend'
            order by random() limit 1`;
        }
      })();
      const workers = sessions.map(() => work(arena));
      const until = performance.now() + 2500;
      while (performance.now() < until) {
        await owner`select cogo.sweep()`;
        const [some] = await owner`
          select cogo.uuid_v7(created_at, id) as id from cogo.workflows
          where finished_at is null order by random() limit 1`;
        if (some !== undefined && random.next() < 0.2) {
          await owner`select api.cancel_workflow(${some.id})`;
        }
        await owner`
          select api.cancel_jobs(array(
            select job_id from cogo.step_jobs where role = 'action' order by random() limit 2
          ), hard => true) where random() < 0.3`;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      busy = false;
      await killer;
      stop = true;
      await Promise.all(workers);
      await finish(arena);
      assert.equal(await open(owner), 0, "every run has ended");
      const ended = Object.keys(await states(owner)).filter((state) =>
        !/ (succeeded|cancelled|compensated|failed)$/.test(state)
      );
      assert.deepEqual(ended, []);
    });
  });
});

let stop = false;

/** Ends what it holds and takes more, in one call, as workers do; some types fail. */
async function turn(sql: Sql, ended: readonly object[], want: number): Promise<object[]> {
  const [row] = await sql`
    select api.work('racer', ${
    sql.json([...ended] as never)
  }::jsonb, '{}', ${want}::int) as answer`;
  const jobs = row?.answer.jobs as { job_id: number; fence: number; type: string }[];
  return jobs.map(({ job_id, fence, type }) =>
    type === "race.fails"
      ? { job_id, fence, outcome: "failed", error: { class: "permanent", message: "race" } }
      : { job_id, fence, outcome: "succeeded", result: { did: type } }
  );
}

/** A worker that is killed now and then and comes back. */
async function work(arena: Arena): Promise<void> {
  let sql = await openSession(arena.url);
  let ended: object[] = [];
  while (!stop) {
    try {
      ended = await turn(sql, random.some(ended, ended.length), random.between(1, 15));
    } catch (error) {
      assert.notEqual((error as { code?: string }).code, "40P01", "a deadlock");
      await sql.end({ timeout: 0 }).catch(() => {});
      sql = await openSession(arena.url);
    }
  }
  await sql.end({ timeout: 1 });
}

async function finish(arena: Arena): Promise<void> {
  const { owner } = arena;
  let ended: object[] = [];
  for (let idle = 0; idle < 4;) {
    await arena.moveClock("70 seconds");
    await owner`select cogo.sweep()`;
    ended = await turn(owner, ended, 500);
    idle = ended.length > 0 ? 0 : idle + 1;
  }
}
