import { PermanentError, TransientError } from "../../functions/_shared/worker/errors.ts";
import { findHandler, type Handlers } from "../../functions/_shared/worker/handlers.ts";
import { failed, type Finished, succeeded } from "../../functions/_shared/worker/outcomes.ts";
import type { ClaimedJob } from "../../functions/_shared/worker/wire.ts";
import type { EffectStep } from "../../functions/_shared/workflows/simulation.ts";
import type { Calls } from "./calls.ts";
import { contextOf } from "./context.ts";
import type { Effects } from "./effects.ts";
import type { Ending } from "./moves.ts";

/** A job in a worker's hands; `finished` once its handler has ended. */
export interface Hold {
  readonly job: ClaimedJob;
  readonly step: EffectStep | undefined;
  finished?: Finished;
}

/** What a handler is run with. */
export interface Tools {
  readonly handlers: Handlers;
  readonly calls: Calls;
  readonly effects: Effects;
  readonly who: string;
}

/** A hold in the words of a story. */
export const nameOf = ({ job }: Hold): string =>
  `${job.type} (job ${job.job_id}, fence ${job.fence})`;

/** What undoes or confirms a step may fail at times, but may not refuse for good. */
const isFollowUp = ({ step }: Hold): boolean => step !== undefined && step.role !== "action";

/** Runs the handler of a hold to the ending given, and notes how the hold is to be reported. */
export async function runHandler(hold: Hold, ending: Ending, tools: Tools): Promise<void> {
  try {
    if (ending === "throws_before") throw new TransientError("simulated: before it did anything");
    if (ending === "refuses" && !isFollowUp(hold)) {
      throw new PermanentError("simulated: it refuses for good");
    }
    const result = await handle(hold, tools);
    if (ending === "throws_after") throw new TransientError("simulated: after it was done");
    hold.finished = succeeded(hold.job, result);
  } catch (error) {
    hold.finished = failed(hold.job, error);
    const kind = hold.finished.outcome === "failed" ? hold.finished.error.class : "";
    tools.calls.story.tell(
      tools.who,
      `${nameOf(hold)} throws: ${kind}, ${error instanceof Error ? error.message : error}`,
    );
  }
}

async function handle(hold: Hold, { handlers, calls, effects, who }: Tools): Promise<unknown> {
  const { job, step } = hold;
  const run = findHandler(handlers, job.type);
  if (!run) throw new TransientError(`there is no handler for ${job.type}`);
  const returned = await run(job, contextOf(job, calls, who));
  const result = JSON.parse(JSON.stringify(returned ?? null));
  const { accepted } = effects.add(job, step, result);
  const late = accepted ? "" : ", too late: a later fence was there";
  const where = step ? ` of ${step.name}${step.item < 0 ? "" : `[${step.item}]`}` : "";
  calls.story.tell(who, `${nameOf(hold)} does its ${step?.role ?? "work"}${where}${late}`);
  return result;
}
