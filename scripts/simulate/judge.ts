import type { Simulation } from "../../functions/_shared/workflows/simulation.ts";
import type { Attempt, LookBack } from "./aftermath.ts";
import { judgeSagas } from "./judge_sagas.ts";
import type { Violation } from "./violation.ts";
import type { World } from "./world.ts";

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
export async function judge(
  world: World,
  aftermath: LookBack,
  simulation: Simulation,
): Promise<Violation[]> {
  const { database, calls, outside } = world;
  const broken = await database.ask<Violation>(
    "select invariant, problem || coalesce(' ' || sample::text, '') as problem from cogo.verify()",
  );
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
    ...[...calls.passedLimits].map(([invariant, problem]) => ({ invariant, problem })),
    ...broken,
    ...judgeJobs(world, aftermath.attempts),
    ...judgeSagas(aftermath, simulation.workflows ?? []),
    ...own,
  ];
}
