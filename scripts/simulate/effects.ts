import type { ClaimedJob } from "../../functions/_shared/worker/wire.ts";
import type { Effect, EffectStep } from "../../functions/_shared/workflows/simulation.ts";

/** What effects of one step, or of one job of its own, have in common. */
export function placeOf(effect: Pick<Effect, "job_id" | "step">): string {
  const { step, job_id } = effect;
  return step ? `${step.workflow_id} ${step.name} ${step.item}` : `job ${job_id}`;
}

/** All that handlers did, as a resource sees it that remembers the highest fence at each place. */
export class Effects {
  readonly list: Effect[] = [];
  readonly #highest = new Map<string, number>();

  /** Records what a handler did; `accepted` tells whether no later fence had been there before. */
  add(job: ClaimedJob, step: EffectStep | undefined, result: unknown): Effect {
    const { type, job_id, fence, payload } = job;
    const place = placeOf({ job_id, step });
    const accepted = fence >= (this.#highest.get(place) ?? 0);
    if (accepted) this.#highest.set(place, fence);
    const effect = { type, job_id, fence, payload, result, step, accepted };
    this.list.push(effect);
    return effect;
  }
}
