import { Builder } from "./builder.ts";
import type { FlowTypes, WorkflowBuilder } from "./builder_types.ts";
import { demand, workflowHead } from "./definition.ts";
import type { WorkflowDefinition } from "./definition.ts";

/** What a workflow is besides its steps. */
export interface WorkflowOptions<Saga extends boolean> {
  /** true: what was done is undone when the workflow fails; each step of jobs says how. */
  readonly saga?: Saga;
  /** Seconds from its start after which it fails. */
  readonly deadlineSeconds?: number;
}

/** A workflow as it begins. */
export interface NoSteps<Input, Saga extends boolean> extends FlowTypes {
  readonly input: Input;
  readonly saga: Saga;
  readonly output: undefined;
}

/**
 * Begins a workflow. Its input is typed by the first argument: `defineWorkflow<{ sku: string }>()`.
 * Throws a RangeError or TypeError that says what is wrong where a step makes no sense.
 */
export function defineWorkflow<Input = Record<string, unknown>>(
  name: string,
): WorkflowBuilder<NoSteps<Input, false>>;
export function defineWorkflow<Input = Record<string, unknown>>(
  name: string,
  options: WorkflowOptions<false>,
): WorkflowBuilder<NoSteps<Input, false>>;
export function defineWorkflow<Input = Record<string, unknown>>(
  name: string,
  options: WorkflowOptions<true> & { readonly saga: true },
): WorkflowBuilder<NoSteps<Input, true>>;
export function defineWorkflow(name: string, options: WorkflowOptions<boolean> = {}): unknown {
  const { saga, deadlineSeconds } = options;
  const head = demand(workflowHead, {
    name,
    ...(saga ? { saga } : {}),
    ...(deadlineSeconds === undefined ? {} : { deadline_seconds: deadlineSeconds }),
  }, `workflow ${name}`);
  return new Builder({ ...head, steps: [] } satisfies WorkflowDefinition, []);
}
