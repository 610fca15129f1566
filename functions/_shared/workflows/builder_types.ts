import type { JobType, PayloadType } from "./parts.ts";
import type { Ref, Resolved, Scope } from "./ref_types.ts";
import type * as types from "./step_types.ts";
import type { Workflow } from "./workflow.ts";

/** What the types of a workflow know. */
export interface FlowTypes {
  readonly input: unknown;
  readonly saga: boolean;
  readonly steps: unknown;
  readonly signals: unknown;
  /** Undefined until `output` says it. */
  readonly output: unknown;
}

type Steps<Flow extends FlowTypes> = Flow["steps"];
type Names<Flow extends FlowTypes> = keyof Flow["steps"] & string;
type Input<Flow extends FlowTypes, Payload> = types.InputOf<Flow["input"], Flow["steps"], Payload>;

/** The builder once it has one more step. */
type With<Flow extends FlowTypes, Name extends string, Result, Handlers, Signals = unknown> =
  WorkflowBuilder<{
    input: Flow["input"];
    saga: Flow["saga"];
    steps: Flow["steps"] & { readonly [Step in Name]: StepOf<Result, Handlers> };
    signals: Flow["signals"] & Signals;
    output: Flow["output"];
  }>;

/** What `output` said; else results of steps, of which some may be missing. */
type OutputOf<Flow extends FlowTypes> = [Flow["output"]] extends [undefined]
  ? Partial<types.ResultsOf<Flow["steps"]>>
  : Flow["output"];

interface StepOf<Result, Handlers> {
  readonly result: Result;
  readonly handlers: Handlers;
}

/** A workflow to which steps can be added; each method answers a new one and leaves this as it is. */
export interface WorkflowBuilder<Flow extends FlowTypes>
  extends Workflow<Flow["input"], Flow["steps"], Flow["signals"], OutputOf<Flow>> {
  /** A job. It starts once the steps that its input refers to, and those of `after`, have ended. */
  step<
    Name extends string,
    Payload,
    Result,
    Undo extends string | null = null,
    Optional extends boolean = false,
  >(
    name: types.NewName<Name, Steps<Flow>>,
    job: JobType<Payload, Result>,
    input: Input<Flow, NoInfer<Payload>>,
    ...options: types.StepArguments<Flow["saga"], Names<Flow>, Undo, Optional>
  ): With<Flow, Name, types.Seen<Result, Optional>, types.HandlersOfStep<Payload, Result, Undo>>;

  /** A job for each item of a list, all at once; its result is the list of theirs, in order. */
  map<
    Name extends string,
    Item,
    Payload,
    Result,
    Undo extends string | null = null,
    Optional extends boolean = false,
  >(
    name: types.NewName<Name, Steps<Flow>>,
    job: JobType<Payload, Result>,
    over: (scope: Scope<Flow["input"], types.ResultsOf<Steps<Flow>>>) => Ref<readonly Item[]>,
    input: types.ItemInput<Flow["input"], Steps<Flow>, NoInfer<Item>, NoInfer<Payload>>,
    ...options: types.StepArguments<Flow["saga"], Names<Flow>, Undo, Optional>
  ): With<
    Flow,
    Name,
    types.Seen<readonly Result[], Optional>,
    types.HandlersOfStep<Payload, Result, Undo>
  >;

  /** Try now; confirm when the whole workflow has succeeded, cancel when it has not. */
  tcc<Name extends string, Payload, Result, Optional extends boolean = false>(
    name: types.NewName<Name, Steps<Flow>>,
    jobs: {
      readonly try: JobType<Payload, Result>;
      readonly confirm: string;
      readonly cancel: string;
    },
    input: Input<Flow, NoInfer<Payload>>,
    options?: types.JobOptions<Names<Flow>, Optional>,
  ): With<Flow, Name, types.Seen<Result, Optional>, types.HandlersOfTcc<Payload, Result>>;

  /** Waits some seconds; no worker is busy meanwhile. */
  sleep<Name extends string>(
    name: types.NewName<Name, Steps<Flow>>,
    options: { readonly seconds: number } & types.Order<Names<Flow>>,
  ): With<Flow, Name, null, never>;

  /** Waits for a signal, which may have come before; its payload is the step's result. */
  waitFor<Name extends string, Signal extends string, Payload, Optional extends boolean = false>(
    name: types.NewName<Name, Steps<Flow>>,
    signal: Signal,
    payload: PayloadType<Payload>,
    options?: Omit<types.JobOptions<Names<Flow>, Optional>, "retry">,
  ): With<Flow, Name, types.Seen<Payload, Optional>, never, { readonly [Key in Signal]: Payload }>;

  /** Runs another workflow; its result is that workflow's output. */
  child<Name extends string, ChildInput, Output, Optional extends boolean = false>(
    name: types.NewName<Name, Steps<Flow>>,
    workflow: Workflow<ChildInput, unknown, unknown, Output>,
    input: Input<Flow, NoInfer<ChildInput>>,
    options?: Omit<types.JobOptions<Names<Flow>, Optional>, "retry">,
  ): With<Flow, Name, types.Seen<Output, Optional>, never>;

  /** Writes the workflow's result, from its input and the results of all its steps. */
  output<Written>(
    callback: (scope: Scope<Flow["input"], types.ResultsOf<Steps<Flow>>>) => Written,
  ): WorkflowBuilder<Omit<Flow, "output"> & { output: Resolved<Written> }>;
}
