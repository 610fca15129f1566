import type { Aftermath } from "../../functions/_shared/workflows/simulation.ts";
import { beginning, type SimulatedDatabase } from "./database.ts";

/** What has not ended, and when something is due (in ms since the beginning; 0 = nobody knows). */
export async function ahead(database: SimulatedDatabase): Promise<{ open: number; due: number }> {
  const flows = database.hasFlows
    ? "+ (select count(*) from cogo.workflows where finished_at is null)"
    : "";
  const [row] = await database.ask<{ open: number; due: number }>(
    `select ((select count(*) from cogo.jobs)
      - (select count(*) from cogo.attempts where final) ${flows})::int as open,
      coalesce(extract(epoch from least(
        (select min(run_at) from cogo.waiting), (select min(lease_expires_at) from cogo.claims)
      ) - $1::timestamptz) * 1000, 0)::float8 as due`,
    [beginning],
  );
  return { open: row?.open ?? 0, due: Math.ceil(row?.due ?? 0) };
}

/** Each workflow and its state, oldest first. */
export async function workflowsOf(database: SimulatedDatabase): Promise<Aftermath["workflows"]> {
  if (!database.hasFlows) return [];
  return await database.ask(
    `select flow.id::text as workflow_id, definition.name, flow.state
    from cogo.workflows as flow
    join cogo.workflow_definitions as definition on definition.id = flow.definition_id
    order by flow.id`,
  );
}
