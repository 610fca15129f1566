import type { Executor } from "../db/executor.ts";

/** What must not be there, whatever a call would answer today: a query of names, and its sentence. */
const rules: Readonly<Record<string, string>> = {
  "has no row level security": `
    select relation.oid::regclass::text as name from pg_class as relation
    where relation.relnamespace in ('api'::regnamespace, 'cogo'::regnamespace)
      and relation.relkind in ('r', 'p') and not relation.relrowsecurity`,
  "has a policy, and callers have no way to tables": `
    select format('%s on %s', polname, polrelid::regclass) as name from pg_policy
    where polrelid in (select oid from pg_class
      where relnamespace in ('api'::regnamespace, 'cogo'::regnamespace, 'pgmq'::regnamespace))`,
  "is security definer and stands in api": `
    select oid::regprocedure::text as name from pg_proc
    where pronamespace = 'api'::regnamespace and prosecdef`,
  "stands in api and is no function": `
    select oid::regclass::text as name from pg_class
    where relnamespace = 'api'::regnamespace and relkind in ('r', 'p', 'v', 'm')`,
  "may be executed by anon": `
    select oid::regprocedure::text as name from pg_proc
    where pronamespace in ('api'::regnamespace, 'cogo'::regnamespace)
      and has_function_privilege('anon', oid, 'execute')`,
  "is a security definer view for callers": `
    select oid::regclass::text as name from pg_class
    where relnamespace = 'cogo'::regnamespace and relkind = 'v'
      and coalesce(reloptions, '{}')::text !~ 'security_invoker=(true|on)'`,
};

/** Holes that a call need not show: a table without RLS, a policy, a definer function in `api`. */
export async function structuralFaults(executor: Executor): Promise<string[]> {
  const faults: string[] = [];
  for (const [sentence, query] of Object.entries(rules)) {
    for (const { name } of await executor.query(query)) faults.push(`${name} ${sentence}`);
  }
  return faults;
}
