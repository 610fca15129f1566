import { readFile } from "node:fs/promises";
import type { Sql } from "postgres";

/** A tenant of the fuzz: its ids, and the mark that stands in all that it owns. */
export interface Side {
  readonly letter: "a" | "b";
  readonly tenant: string;
  readonly agent: string;
  readonly owner: string;
  /** Stands in payloads, names and results; no answer to the other may hold it. */
  readonly mark: string;
}

const side = (letter: "a" | "b"): Side => ({
  letter,
  tenant: `${letter.repeat(8)}-1111-4111-8111-00000000000${letter}`,
  agent: `${letter.repeat(8)}-2222-4222-8222-00000000000${letter}`,
  owner: `${letter.repeat(8)}-3333-4333-8333-00000000000${letter}`,
  mark: `mark-of-${letter}`,
});

/** Whose ids are tried, and who tries them. */
export const victim = side("a");
export const intruder = side("b");

const helpers = new URL("../../../../supabase/tests/000_helpers.sql", import.meta.url);

/** Lays what both tenants share: models without keys, a flow, and ids that no count can be taken for. */
export async function layGround(owner: Sql): Promise<void> {
  await owner.unsafe(`set check_function_bodies = off; ${await readFile(helpers, "utf8")}`);
  await owner.unsafe(`
    select tests.freeze_clock('2026-03-31 12:00:00+00');
    select setval(format('%I.%I', schemaname, sequencename)::regclass, 50000000 + 1000000 * row_number() over ())
    from pg_sequences where schemaname = 'cogo' and data_type::text = 'bigint' and max_value > 1e12;
    select tests.route_provider('one'); select tests.route_model('one', 'm');
    select tests.as_operator();
    select api.set_budget(1000000000000, 'organisation', 'total');
    select api.register_workflow('{"name": "fuzz.flow", "steps": [{"name": "a", "type": "fuzz.step"}, {"name": "s", "kind": "signal", "signal": "go"}]}');
    select tests.as_owner()`);
}

/** Makes one thing of each kind, some in several states. */
export async function plantSide(owner: Sql, who: Side): Promise<void> {
  const { letter, tenant, agent, mark } = who;
  await owner.unsafe(`
    select tests.as_operator();
    select api.create_tenant('${mark}', '${tenant}'), api.add_member('${who.owner}', 'owner', '${tenant}');
    select api.create_agent('${mark}', '{jobs:read,jobs:work}', '${tenant}', agent_id => '${agent}');
    select api.issue_credential('${agent}');
    select api.add_agent_key('${agent}', '{"kty": "EC", "crv": "P-256", "x": "x", "y": "y", "kid": "${mark}"}');
    select api.set_budget(1000000000, 'tenant', 'month', '${tenant}');
    select tests.as_agent('${tenant}', '${agent}');
    do $$
    declare
      hold record;
      nth integer;
    begin
      for nth in 1..6 loop
        perform api.enqueue_job('fuzz.job', '{"says": "${mark}"}', idempotency_key => '${letter}-key-' || nth);
      end loop;
      nth := 0;
      for hold in select * from api.claim_jobs('${letter}-worker', 5, start => true) loop
        nth := nth + 1;
        if nth = 1 then
          perform api.complete_jobs(tests.item(hold.job_id, hold.fence, '{"result": {"says": "${mark}"}}'));
        elsif nth = 2 then
          perform api.fail_jobs(tests.item(hold.job_id, hold.fence, '{"error": {"class": "permanent", "message": "${mark}"}}'));
        end if;
      end loop;
      perform api.enqueue_job('fuzz.job', '{"says": "${mark}"}', run_at => cogo.now_() + interval '1 hour', concurrency_key => '${letter}-lane');
    end $$;
    select api.register_worker('${letter}-worker', version => '${mark}');
    select api.start_workflow('fuzz.flow', '{"says": "${mark}"}', '${letter}-key-1');
    select api.set_schedule('${letter}-plan', '0 * * * *', job => '{"type": "fuzz.job", "payload": {"says": "${mark}"}}');
    select api.run_schedule_now('${letter}-plan');
    select api.subscribe('${letter}-sub', '{tenant.${tenant}.>}', start => 'beginning');
    select api.publish('[{"type": "fuzz.told", "payload": {"says": "${mark}"}}]');
    select api.request('fuzz.ask', '{"says": "${mark}"}', 600, idempotency_key => '${letter}-key-9');
    select api.schedule_weekly('https://example.org/${mark}.git');
    select api.select_route('chat', 100, 100);
    select api.draw_budget_lease(1000, 600);
    select tests.as_owner()`);
}

/** Everything of a tenant that another may know or guess, by the name of the column it stands in. */
export interface Pool {
  readonly tenant: string;
  readonly uuids: Readonly<Record<string, readonly string[]>>;
  readonly jobIds: readonly number[];
  readonly holds: readonly { job_id: number; fence: number }[];
  readonly names: readonly string[];
  /** Where pages go on from: a place in an order, the same whether something stands there or not. */
  readonly cursors: Pick<Pool, "uuids" | "jobIds">;
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a tenant's ids out of every table that knows tenants. */
export async function readPool(owner: Sql, who: Side): Promise<Pool> {
  const uuids: Record<string, string[]> = {};
  const tables = await owner`
    select class.relname as name from pg_class as class
    where class.relnamespace = 'cogo'::regnamespace and class.relkind in ('r', 'p') and not class.relispartition
      and exists (select from pg_attribute where attrelid = class.oid and attname = 'tenant_id')`;
  for (const { name } of tables) {
    const rows = await owner.unsafe(
      `select to_jsonb(one) as one from cogo."${name}" as one where tenant_id = '${who.tenant}'`,
    );
    for (const { one } of rows) {
      for (const [column, value] of Object.entries(one as Record<string, unknown>)) {
        if (typeof value !== "string" || !isUuid.test(value) || value === who.tenant) continue;
        const key = column === "id" ? String(name) : column;
        const list = uuids[key] ??= [];
        if (!list.includes(value)) list.push(value);
      }
    }
  }
  const jobs =
    await owner`select id from cogo.jobs where tenant_id = ${who.tenant}::uuid order by id`;
  const jobIds = jobs.map(({ id }) => Number(id));
  const holds = await owner`
    select job_id, fence from cogo.held where job_id = any(${jobIds}::bigint[])
    union select job_id, fence from cogo.attempts where job_id = any(${jobIds}::bigint[]) order by 1, 2`;
  const { letter } = who;
  return {
    tenant: who.tenant,
    uuids,
    jobIds,
    cursors: { uuids, jobIds },
    holds: holds.map(({ job_id, fence }) => ({ job_id: Number(job_id), fence: Number(fence) })),
    names: ["key-1", "key-2", "key-9", "worker", "lane", "plan", "sub"].map((one) =>
      `${letter}-${one}`
    ),
  };
}

const gap = 400_000;
// Distinct for distinct ids, and of the same form.
const absentUuid = (uuid: string) =>
  uuid.slice(0, -12) + [...uuid.slice(-12)].reverse().join("").replace(/^.{2}/, "e5");

/** The same pool with ids in the place of each that nothing has: near them, and older than the newest. */
export function absentPool(pool: Pool): Pool {
  const hold = ({ job_id, fence }: { job_id: number; fence: number }) => ({
    job_id: job_id + gap,
    fence: fence + gap,
  });
  return {
    cursors: pool.cursors,
    tenant: absentUuid(pool.tenant),
    uuids: Object.fromEntries(
      Object.entries(pool.uuids).map(([key, list]) => [key, list.map(absentUuid)]),
    ),
    jobIds: pool.jobIds.map((id) => id + gap),
    holds: pool.holds.map(hold),
    names: pool.names.map((name) => name.replace(/^./, "q")),
  };
}

/** Moves the numbers on, so that {@link absentPool}'s lie below the newest. */
export async function leaveGap(owner: Sql): Promise<void> {
  await owner.unsafe(`
    select setval(format('%I.%I', schemaname, sequencename)::regclass, last_value + ${2 * gap})
    from pg_sequences where schemaname = 'cogo' and last_value between 50000000 and 500000000`);
}
