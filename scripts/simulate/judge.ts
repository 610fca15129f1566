import { z } from "zod";
import type { Aftermath, Simulation } from "../../functions/_shared/workflows/simulation.ts";
import { workflowsOf } from "./ahead.ts";
import { judgeSagas } from "./judge_sagas.ts";
import type { World } from "./world.ts";

/** Something that must be true and is not. */
export interface Violation {
  readonly invariant: string;
  readonly problem: string;
}

const attemptRow = z.object({
  job_id: z.coerce.number(),
  fence: z.coerce.number(),
  outcome: z.string(),
  final: z.boolean(),
  result: z.unknown(),
  type: z.string(),
  payload: z.record(z.string(), z.unknown()),
});

type Attempt = z.output<typeof attemptRow>;

const jsonOf = (value: unknown): string =>
  JSON.stringify(
    value ?? null,
    (_, part) =>
      part !== null && typeof part === "object" && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => one < other ? -1 : 1))
        : part,
  );

/** What must be true of jobs and effects, whatever happened. */
function judgeJobs(world: World, attempts: readonly Attempt[]): Violation[] {
  const found: Violation[] = [];
  const tell = (invariant: string, problem: string) => found.push({ invariant, problem });
  const effects = Map.groupBy(world.effects.list, (one) => `${one.job_id} ${one.fence}`);
  for (const { job_id, fence, outcome, result } of attempts) {
    if (outcome !== "succeeded") continue;
    const own = effects.get(`${job_id} ${fence}`) ?? [];
    const place = `job ${job_id} under fence ${fence}`;
    if (own.length === 0) tell("a succeeded attempt did its work", `${place} did nothing`);
    else if (!own.some((effect) => jsonOf(effect.result) === jsonOf(result))) {
      tell("a result is what its own attempt returned", `${place} has ${jsonOf(result)}`);
    }
  }
  for (const [place, { length }] of [...effects].map(([key, list]) => [key, list] as const)) {
    if (length > 1) {
      tell("an effect happens once under a fence", `job and fence ${place}: ${length}`);
    }
  }
  const known = new Map(attempts.map((one) => [`${one.job_id} ${one.fence}`, one.outcome]));
  for (const { job_id, fence, outcome } of world.workers.flatMap((worker) => worker.told)) {
    const written = known.get(`${job_id} ${fence}`);
    if (outcome === "succeeded" && written !== "succeeded") {
      const problem = `job ${job_id} under fence ${fence}: told succeeded, written ${written}`;
      tell("what a worker is told is true", problem);
    }
  }
  return found;
}

/** All that is wrong at the end of a schedule; empty when nothing is. */
export async function judge(world: World, simulation: Simulation): Promise<Violation[]> {
  const { database, calls, outside } = world;
  const broken = await database.ask<{ invariant: string; problem: string }>(
    "select invariant, problem || coalesce(' ' || sample::text, '') as problem from cogo.verify()",
  );
  const attempts = (await database.ask(
    `select ended.job_id, ended.fence, ended.outcome, ended.final, ended.result, job.type, job.payload
    from cogo.attempts as ended join cogo.jobs as job on job.id = ended.job_id
    order by ended.job_id, ended.fence`,
  )).map((row) => attemptRow.parse(row));
  const aftermath: Aftermath = {
    effects: world.effects.list,
    jobs: attempts.filter((one) => one.final).map(({ job_id, type, payload, outcome, result }) => ({
      ...{ job_id, type, payload, result },
      outcome: outcome as "succeeded" | "failed" | "cancelled",
    })),
    workflows: await workflowsOf(database),
  };
  const own = Object.entries(simulation.invariants ?? {}).flatMap(([invariant, holds]) => {
    const problem = holds(aftermath);
    return problem === undefined ? [] : [{ invariant, problem }];
  });
  return [
    ...calls.errors.map((problem) => ({ invariant: "no caller sees an error", problem })),
    ...outside.contradictions.map((problem) => ({
      invariant: "a repeat is answered alike",
      problem,
    })),
    ...broken,
    ...judgeJobs(world, attempts),
    ...judgeSagas(aftermath, simulation.workflows ?? []),
    ...own,
  ];
}
