import { z } from "zod";
import type { Aftermath } from "../../functions/_shared/workflows/simulation.ts";
import { workflowsOf } from "./ahead.ts";
import type { World } from "./world.ts";

const attemptRow = z.object({
  job_id: z.coerce.number(),
  fence: z.coerce.number(),
  outcome: z.string(),
  final: z.boolean(),
  result: z.unknown(),
  type: z.string(),
  payload: z.record(z.string(), z.unknown()),
});

/** An ended attempt as the engine wrote it. */
export type Attempt = z.output<typeof attemptRow>;

/** {@link Aftermath} with every attempt. */
export interface LookBack extends Aftermath {
  readonly attempts: readonly Attempt[];
}

const outcome = z.enum(["succeeded", "failed", "cancelled"]);

/** Reads what a schedule left behind. */
export async function lookBack({ database, effects }: World): Promise<LookBack> {
  const rows = await database.ask(
    `select ended.job_id, ended.fence, ended.outcome, ended.final, ended.result, job.type,
      job.payload
    from cogo.attempts as ended join cogo.jobs as job on job.id = ended.job_id
    order by ended.job_id, ended.fence`,
  );
  const attempts = rows.map((row) => attemptRow.parse(row));
  const jobs = attempts.filter((one) => one.final).map((one) => ({
    job_id: one.job_id,
    type: one.type,
    payload: one.payload,
    outcome: outcome.parse(one.outcome),
    result: one.result,
  }));
  return { attempts, effects: effects.list, jobs, workflows: await workflowsOf(database) };
}
