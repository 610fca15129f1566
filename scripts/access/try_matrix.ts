import type { Executor } from "../db/executor.ts";
import { cellOf, holds } from "./matrix_cells.ts";
import { layCallers, matrixCallers } from "./matrix_callers.ts";
import { readMatrix } from "./read_matrix.ts";
import { tableTries, type Try } from "./matrix_tries.ts";
import { structuralFaults } from "./structural_faults.ts";

/** What trying every cell found. */
export interface MatrixResult {
  readonly cells: number;
  /** Each cell that did not hold, as a sentence. */
  readonly faults: readonly string[];
}

// Each attempt is undone by itself, so that none changes what the next one meets.
const attempt = `
create function pg_temp.attempt(call text) returns text language plpgsql as $$
declare
  word text;
begin
  execute call;
  raise exception using errcode = 'XMADE';
exception when others then
  get stacked diagnostics word = pg_exception_detail;
  return case when sqlstate = 'XMADE' then 'done' when sqlstate ~ '^PT' then word else sqlstate end;
end;
$$;`;

/**
 * Tries every cell over SQL, inside the transaction that `executor` is in and which the caller rolls
 * back: it leaves a tenant and its members behind. `only` narrows it to tables and doors by name.
 */
export async function tryMatrix(
  executor: Executor,
  only: (name: string) => boolean = () => true,
): Promise<MatrixResult> {
  const source = await readMatrix(executor);
  const relations = source.relations.filter(({ name }) => only(name));
  await executor.exec(layCallers);
  await executor.exec(attempt);
  const faults = await structuralFaults(executor);
  for (const { name, scope, isForOwners, isGranted } of source.doors) {
    if (isGranted === (scope !== null || isForOwners)) continue;
    const says = isGranted
      ? "is granted to callers, and its comment says so to nobody"
      : "is granted to no caller";
    faults.push(`api.${name} ${says}`);
  }
  let cells = 0;
  for (const caller of matrixCallers) {
    const byClaims = new Map<string, Try[]>();
    const add = (claims: object, tries: Try[]) => {
      const key = JSON.stringify(claims);
      byClaims.set(key, [...byClaims.get(key) ?? [], ...tries]);
    };
    add(caller.claims(null, source), tableTries(relations));
    for (const door of source.doors.filter(({ name }) => only(name))) {
      const cell = cellOf(door, caller, source);
      add(caller.claims(door.scope, source), [{
        what: `api.${door.name}`,
        call: door.call,
        expected: cell,
        holds: (answer) => holds(cell, answer),
      }]);
    }
    for (const [claims, tries] of byClaims) {
      const answers = await answersOf(executor, caller.role, claims, tries);
      cells += tries.length;
      for (const [nth, { what, expected, holds }] of tries.entries()) {
        const answer = answers[nth] ?? "nothing";
        if (!holds(answer)) {
          faults.push(`${what} as ${caller.name}: ${answer} instead of ${expected}`);
        }
      }
    }
  }
  return { cells, faults };
}

async function answersOf(
  executor: Executor,
  role: string,
  claims: string,
  tries: readonly Try[],
): Promise<string[]> {
  const quoted = claims.replaceAll("'", "''");
  await executor.exec(
    `set local role ${role}; select set_config('request.jwt.claims', '${quoted}', true)`,
  );
  const rows = await executor.query(
    `select pg_temp.attempt(call) as answer from jsonb_array_elements_text($1::text::jsonb)
      with ordinality as list (call, nth) order by nth`,
    [JSON.stringify(tries.map(({ call }) => call))],
  );
  await executor.exec("reset role; select set_config('request.jwt.claims', '', true)");
  return rows.map(({ answer }) => String(answer));
}
