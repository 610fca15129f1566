import type { Sql } from "postgres";
import type { Side } from "./sides.ts";

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
