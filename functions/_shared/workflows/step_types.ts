import type { Job, JsonObject } from "../worker/job.ts";
import type { JobContext } from "../worker/job_context.ts";
import type { ItemScope, Scope, Template } from "./ref_types.ts";
import type { Afterwards } from "./parts.ts";

/** What the types of a workflow know of one step. */
export interface StepShape {
  /** Its result as later steps see it. */
  readonly result: unknown;
  /** What `handlersOf` wants for it; never for a step without jobs. */
  readonly handlers: unknown;
}

/** The steps of a workflow by name. */
export type StepShapes = Record<string, StepShape>;

/** The results of steps by name. */
export type ResultsOf<Steps> = {
  readonly [Name in keyof Steps]: Steps[Name] extends { readonly result: infer Result } ? Result
    : never;
};

/** Does the work of a step; what it returns is the step's result. */
export type StepHandler<Payload, Result> = (
  job: Job<Payload>,
  ctx: JobContext,
) => Result | Promise<Result>;

/** The handlers of a step with a compensation, else its one handler. */
export type HandlersOfStep<Payload, Result, Undo> = [Undo] extends [string] ? {
    readonly run: StepHandler<Payload, Result>;
    readonly compensate: StepHandler<Afterwards<Payload, Result>, unknown>;
  }
  : StepHandler<Payload, Result>;

/** The handlers of a step of kind tcc. */
export interface HandlersOfTcc<Payload, Result> {
  readonly try: StepHandler<Payload, Result>;
  readonly confirm: StepHandler<Afterwards<Payload, Result>, unknown>;
  readonly cancel: StepHandler<Afterwards<Payload, Result>, unknown>;
}

/** A name that no step has yet. */
export type NewName<Name extends string, Steps> = Name extends keyof Steps ? never : Name;

/** When a step runs. It waits for the steps that it refers to in any case. */
export interface Order<Before extends string, Optional extends boolean = boolean> {
  /** Further steps that must have ended before. */
  readonly after?: readonly Before[];
  /** true: the workflow goes on when the step fails; its result is null then. */
  readonly optional?: Optional;
}

/** What a step of jobs may say about them. */
export interface JobOptions<Before extends string, Optional extends boolean = boolean>
  extends Order<Before, Optional> {
  readonly retry?: { readonly maxAttempts: number };
  /** Seconds from the step's start until it fails as timed out. */
  readonly timeoutSeconds?: number;
}

/** {@link JobOptions} with the job type that undoes the step; null: there is nothing to undo. */
export type UndoOptions<Before extends string, Undo, Optional extends boolean> =
  & JobOptions<Before, Optional>
  & {
    readonly compensate?: Undo;
    /** How often the compensation is tried, instead of what its job type says. */
    readonly compensateRetry?: { readonly maxAttempts: number };
  };

/** The last argument of a step: a saga's steps must say how they are undone, or be optional. */
export type StepArguments<Saga, Before extends string, Undo, Optional extends boolean> =
  Saga extends true ? [
      options:
        & UndoOptions<Before, Undo, Optional>
        & ({ readonly compensate: Undo } | { readonly optional: true }),
    ]
    : [options?: UndoOptions<Before, Undo, Optional>];

/** A step's result where it may have failed without ending the workflow. */
export type Seen<Result, Optional> = true extends Optional ? Result | null : Result;

/** Writes a step's input; null = `{input, steps}` with the results of the steps in `after`. */
export type InputOf<Input, Steps, Payload> =
  | ((scope: Scope<Input, ResultsOf<Steps>>) => Template<Payload>)
  | (JsonObject extends Payload ? null : never);

/** Writes the input of one item of a map step. */
export type ItemInput<Input, Steps, Item, Payload> = (
  scope: ItemScope<Input, ResultsOf<Steps>, Item>,
) => Template<Payload>;
