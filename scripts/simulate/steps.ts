import { z } from "zod";
import type { EffectStep } from "../../functions/_shared/workflows/simulation.ts";
import type { SimulatedDatabase } from "./database.ts";

const row = z.object({
  job_id: z.coerce.number(),
  workflow_id: z.string(),
  name: z.string(),
  item: z.number(),
  role: z.enum(["action", "compensation", "confirm", "cancel"]),
});

/** The steps that these jobs belong to; a job of its own has none. */
export async function stepsOf(
  database: SimulatedDatabase,
  jobIds: readonly number[],
): Promise<Map<number, EffectStep>> {
  if (jobIds.length === 0) return new Map();
  const rows = await database.ask(
    `select link.job_id, cogo.uuid_v7(flow.created_at, flow.id) as workflow_id, step.name, link.item, link.role
    from cogo.step_jobs as link
    join cogo.workflows as flow on flow.id = link.workflow_id
    join cogo.definition_steps as step
      on step.definition_id = flow.definition_id and step.step = link.step
    where link.job_id = any($1::bigint[])`,
    [jobIds],
  );
  return new Map(rows.map((found) => {
    const { job_id, ...step } = row.parse(found);
    return [job_id, step];
  }));
}
