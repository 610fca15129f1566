/**
 * Workflows and sagas in TypeScript: `defineWorkflow` writes a definition as data, with types that
 * flow from step to step. Web standards and zod only: it runs on Node 20+, Deno and Bun. The guide
 * is docs/guides/workflow-builder.md.
 */
export type { Registered, Signalled, Started } from "./answers.ts";
export type { WorkflowBuilder } from "./builder_types.ts";
export type { Calling, Client } from "./client.ts";
export { defineWorkflow, type WorkflowOptions } from "./define_workflow.ts";
export {
  type Json,
  type StepDefinition,
  type WorkflowDefinition,
  workflowDefinition,
} from "./definition.ts";
export { handlersOf, type WorkflowHandlers } from "./handlers_of.ts";
export { type Afterwards, job, type JobType, payload, type PayloadType } from "./parts.ts";
export type { Ref, Refs, Scope, Template } from "./ref_types.ts";
export {
  type Aftermath,
  type Arrival,
  type Chance,
  defineSimulation,
  type Effect,
  type EffectStep,
  enqueue,
  type Simulation,
  start,
} from "./simulation.ts";
export type { JobOptions, Order, StepHandler } from "./step_types.ts";
export type { StartOptions } from "./workflow.ts";
export { Workflow } from "./workflow.ts";
export { CallError } from "../worker/transport.ts";
