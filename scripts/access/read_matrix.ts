import type { Executor } from "../db/executor.ts";
import { type MatrixWorld, memberRoles } from "./matrix_callers.ts";

/** A function of schema `api`, by what its comment says of who may call it. */
export interface Door {
  readonly name: string;
  /** The scope that its comment names; null: it is for owners, or for operators. */
  readonly scope: string | null;
  readonly isForOwners: boolean;
  /** Its comment says that it refuses everybody but operators after the scope. */
  readonly refusesAgents: boolean;
  /** Whether agents and members hold the right to call it. */
  readonly isGranted: boolean;
  /** A call with nulls, in SQL. */
  readonly call: string;
  /** The arguments that must be given, null each, for JSON. */
  readonly needed: readonly string[];
}

/** A table or view of the engine. */
export interface Relation {
  readonly schema: string;
  readonly name: string;
  readonly kind: "table" | "view";
  readonly hasRls: boolean;
  /** A column that can be set. */
  readonly column: string;
  /** Its parent stands for it on the page. */
  readonly isPart: boolean;
}

/** All that the matrix is made from. */
export interface MatrixSource extends MatrixWorld {
  readonly doors: readonly Door[];
  readonly relations: readonly Relation[];
}

const doorsQuery = `
select function.proname::text as name,
  substring(told.comment from 'Scope: ([a-z]+:[a-z]+)\\. ') as scope,
  coalesce(told.comment ~ 'For operators, and owners of the tenant\\.', false) as "isForOwners",
  coalesce(told.comment ~ 'Scope: .*operators_only', false) as "refusesAgents",
  has_function_privilege('authenticated', function.oid, 'execute') as "isGranted",
  format('select * from api.%I(%s)', function.proname, (
    select string_agg('null::' || format_type(kind.type, null), ', ' order by kind.place)
    from unnest(function.proargtypes::oid[]) with ordinality as kind (type, place)
  )) as call,
  to_jsonb(coalesce(function.proargnames[1 : function.pronargs - function.pronargdefaults], '{}')) as needed
from pg_proc as function
cross join lateral (select obj_description(function.oid, 'pg_proc') as comment) as told
where function.pronamespace = 'api'::regnamespace
order by function.proname, function.oid`;

const relationsQuery = `
select relation.relnamespace::regnamespace::text as schema, relation.relname::text as name,
  case when relation.relkind in ('v', 'm') then 'view' else 'table' end as kind,
  relation.relrowsecurity as "hasRls", relation.relispartition as "isPart",
  (select attname from pg_attribute where attrelid = relation.oid and attnum > 0 and not attisdropped
    and attidentity = '' and attgenerated = '' order by attnum limit 1) as "column"
from pg_class as relation
where relation.relnamespace in ('api'::regnamespace, 'cogo'::regnamespace, 'pgmq'::regnamespace)
  and relation.relkind in ('r', 'p', 'v', 'm')
order by 1, 2`;

/** Reads doors, tables and scopes from a database: what each of them says of itself, not its grants. */
export async function readMatrix(executor: Executor): Promise<MatrixSource> {
  const scopes = await executor.query("select name from cogo.scopes order by name");
  const roles = await Promise.all(memberRoles.map(async (role) => {
    const [row] = await executor.query(`select to_jsonb(cogo.role_scopes('${role}')) as scopes`);
    return [role, row?.["scopes"] as string[]] as const;
  }));
  return {
    scopes: scopes.map(({ name }) => String(name)),
    roles: Object.fromEntries(roles),
    doors: await executor.query(doorsQuery) as unknown as Door[],
    relations: await executor.query(relationsQuery) as unknown as Relation[],
  };
}
