import type { Aftermath } from "../../functions/_shared/workflows/simulation.ts";
import { beginning, type SimulatedDatabase } from "./database.ts";

/** What lies ahead of a schedule that comes to rest. */
export interface Ahead {
  /** Jobs and workflows that have not ended. */
  readonly open: number;
  /** Workflows that wait for the redrive of a dead compensation or confirmation. */
  readonly stuck: number;
  /** When something is due, in ms since the beginning; 0 = nobody knows. */
  readonly due: number;
}

/** Looks at what has not ended. */
export async function ahead(database: SimulatedDatabase): Promise<Ahead> {
  const [row] = await database.ask<Ahead>(
    `select ((select count(*) from cogo.jobs)
      - (select count(*) from cogo.attempts where final)
      + (select count(*) from cogo.workflows where finished_at is null))::int as open,
      (select count(*) from cogo.workflows where state = 'stuck')::int as stuck,
      ceil(coalesce(extract(epoch from least(
        (select min(run_at) from cogo.waiting), (select min(lease_expires_at) from cogo.claims),
        (select min(due_at) from cogo.workflow_timers),
        (select min(woken_at) from cogo.parked where woken_at > cogo.now_())
      ) - $1::timestamptz) * 1000, 0))::float8 as due`,
    [beginning],
  );
  return row ?? { open: 0, stuck: 0, due: 0 };
}

/** Each workflow and its state, oldest first. */
export async function workflowsOf(database: SimulatedDatabase): Promise<Aftermath["workflows"]> {
  return await database.ask(
    `select cogo.uuid_v7(flow.created_at, flow.id)::text as workflow_id, definition.name, flow.state
    from cogo.workflows as flow
    join cogo.workflow_definitions as definition on definition.id = flow.definition_id
    order by flow.id`,
  );
}

/** Redrives, as somebody would who looks after it, the dead jobs that stuck workflows wait for. */
export async function redriveStuck(database: SimulatedDatabase): Promise<readonly string[]> {
  const rows = await database.ask<{ dead: string }>(
    `select redriven.dead_job_id::text as dead
    from api.redrive_dead_letters(array(
      select dead.job_id from cogo.dead_letters as dead
      join cogo.step_jobs as link on link.job_id = dead.job_id order by dead.job_id
    )) as redriven`,
  );
  return rows.map(({ dead }) => dead);
}
