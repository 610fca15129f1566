import type { Sql } from "postgres";

// Where the stack's own sender of webhooks stands; what others publish moves it on.
const moving = "'{position_id,position_ordinal,fence,acked_fence,consumer,leased_until,batch," +
  "batch_is_retry,batch_end_id,batch_end_ordinal}'::text[]";
const rowOf = (name: string) =>
  name === "subscriptions"
    ? `case one.kind when 'webhook' then (to_jsonb(one) - ${moving})::text else one::text end`
    : "one::text";

/**
 * A query that gives all rows of a tenant as one number a table: by tenant_id, or by its jobs.
 * @param without tables that the engine itself writes meanwhile
 */
export async function ownedState(owner: Sql, tenant: string, without = /^$/): Promise<string> {
  const tables = await owner`
    select class.relname as name, bool_or(attribute.attname = 'tenant_id') as knows_tenants
    from pg_class as class join pg_attribute as attribute on attribute.attrelid = class.oid
    where class.relnamespace = 'cogo'::regnamespace and class.relkind in ('r', 'p') and not class.relispartition
      and attribute.attname in ('tenant_id', 'job_id') and not attribute.attisdropped
    group by class.relname order by class.relname`;
  const parts = tables.filter(({ name }) => !without.test(String(name))).map(
    ({ name, knows_tenants }) => {
      const owned = knows_tenants
        ? `tenant_id = '${tenant}'`
        : `job_id in (select id from cogo.jobs where tenant_id = '${tenant}')`;
      return `select '${name}' as name, count(*) as rows, sum(hashtextextended(${
        rowOf(name)
      }, 0)) as sum
      from cogo."${name}" as one where ${owned}`;
    },
  );
  return `select string_agg(concat_ws(' ', name, rows, sum), ', ' order by name) as state
    from (${parts.join(" union all ")}) as owned`;
}
