import type { Sql } from "postgres";
import { claim, complete, enqueue, fail } from "../calls.ts";
import { openVictim, victimTenant } from "./callers.ts";
import type { Known } from "./shapes.ts";

/** Stands in everything that the victim owns; no answer to anybody else may hold it. */
export const secret = "the-victims-secret";

/** Makes a tenant with jobs in every state and a quality run, and tells the ids to the attackers. */
export async function plantVictim(url: string, owner: Sql, known: Known): Promise<void> {
  const sql = await openVictim(url);
  const job = (more: object = {}) => ({ type: `victim.job`, payload: { secret }, ...more });
  const ids = await enqueue(sql, Array.from({ length: 6 }, () => job()));
  const [done, dead, ...holds] = await claim(sql, 5, secret);
  if (!done || !dead) throw new Error("The victim's claim found no jobs");
  await complete(sql, [done]);
  await fail(sql, [dead], "permanent");
  ids.push(...await enqueue(sql, [job({ delay_seconds: 3600 }), job({ after: [Number(ids[5])] })]));
  const rows = await sql`
    select api.schedule_weekly(target => ${`https://example.org/${secret}.git`}) as run`;
  const run = rows[0]?.run as { run_id?: string };
  if (run.run_id) known.runIds.push(run.run_id);
  await owner`update cogo.claims set lease_expires_at = now() + interval '10 days'`;
  known.jobIds.push(...ids.map(Number));
  for (const { job_id, fence } of [done, dead, ...holds]) {
    known.fences.push(Number(fence));
    known.holds.push({ job_id: Number(job_id), fence: Number(fence) });
  }
  await sql.end();
}

/** Everything the victim owns, as one text that must not change. */
export async function victimState(owner: Sql): Promise<string> {
  const [row] = await owner`
    with own as (select id from cogo.jobs where tenant_id = ${victimTenant}::uuid)
    select jsonb_build_object(
      'jobs', (select jsonb_agg(state order by state.job_id) from cogo.job_states as state
        where state.tenant_id = ${victimTenant}::uuid),
      'attempts', (select jsonb_agg(ended order by ended.job_id, ended.fence)
        from cogo.attempts as ended where ended.job_id in (select id from own)),
      'held', (select jsonb_agg(held order by held.job_id) from cogo.held
        where held.job_id in (select id from own)),
      'cancels', (select jsonb_agg(wish) from cogo.cancels as wish
        where wish.job_id in (select id from own)),
      'dead', (select jsonb_agg(letter) from cogo.dead_letters as letter
        where letter.job_id in (select id from own)),
      'runs', (select jsonb_agg(run order by run.id) from cogo.quality_runs as run
        where run.tenant_id = ${victimTenant}::uuid)
    )::text as state`;
  return String(row?.state);
}

/**
 * Counts the rows of every table of the engine, as one text: a refused call changes none. The query
 * is prepared once, for planning so many tables takes far longer than counting them.
 */
export async function tableCounter(owner: Sql): Promise<() => Promise<string>> {
  const tables = await owner`
    select relname as name from pg_class where relnamespace = 'cogo'::regnamespace and relkind = 'r'
    order by relname`;
  const counts = tables.map((table) =>
    `select '${table.name}' as name, count(*) as rows from cogo."${table.name}"`
  ).join(" union all ");
  return async () => {
    const rows = await owner.unsafe(counts, [], { prepare: true });
    return rows.map((row) => `${row.name} ${row.rows}`).join("\n");
  };
}
