import assert from "@std/assert";
import type { Sql } from "postgres";
import { type Arena, openSession } from "./arena.ts";
import type { Random } from "./random.ts";

/** How many sessions were victims of a deadlock. */
export async function deadlocks(owner: Sql): Promise<number> {
  await owner`select pg_stat_clear_snapshot()`;
  const [row] = await owner`
    select deadlocks::int from pg_stat_database where datname = current_database()`;
  return Number(row?.deadlocks);
}

/** Starts `count` runs of a workflow. */
export async function start(owner: Sql, name: string, count: number): Promise<void> {
  const flows = Array.from({ length: count }, () => ({ name }));
  await owner`select api.start_workflows(${owner.json(flows)}::jsonb)`;
}

/** How many runs are in which state, by `name state`. */
export async function states(owner: Sql): Promise<Record<string, number>> {
  const rows = await owner`
    select definition.name || ' ' || flow.state as state, count(*)::int as flows
    from cogo.workflows as flow
    join cogo.workflow_definitions as definition on definition.id = flow.definition_id group by 1`;
  return Object.fromEntries(rows.map((row) => [String(row.state), Number(row.flows)]));
}

/** How many runs have not ended. */
export const open = async (owner: Sql): Promise<number> => {
  const [row] = await owner`
    select count(*)::int as flows from cogo.workflows where finished_at is null`;
  return Number(row?.flows);
};

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
export async function work(arena: Arena, random: Random, stop: AbortSignal): Promise<void> {
  let sql = await openSession(arena.url);
  let ended: object[] = [];
  while (!stop.aborted) {
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

/** Does what is left, and redrives the undos that lost all their tries to the kills. */
export async function finish(arena: Arena): Promise<void> {
  const { owner } = arena;
  let ended: object[] = [];
  for (let idle = 0; idle < 4;) {
    if (ended.length === 0) { // never while jobs are held: their leases would end
      await arena.moveClock("70 seconds");
      await owner`select cogo.sweep()`;
      await owner`
        select api.redrive_dead_letters(array(
          select link.job_id from cogo.step_jobs as link
          join cogo.dead_letters as letter on letter.job_id = link.job_id
        ))`;
    }
    ended = await turn(owner, ended, 500);
    idle = ended.length > 0 ? 0 : idle + 1;
  }
}
