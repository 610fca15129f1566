import { type Calling, callRpc, type Client } from "./client.ts";
import type { WorkflowDefinition } from "./definition.ts";
import type { JobType } from "./parts.ts";
import { registered, signalled, started } from "./answers.ts";
import type { Registered, Signalled, Started } from "./answers.ts";

/** How a workflow is started. */
export interface StartOptions extends Calling {
  /** The same key again answers with the first workflow and `created: false`. */
  readonly idempotencyKey?: string;
  /** A registered version; the newest by default. */
  readonly version?: number;
}

/** A workflow: its definition as data, and the calls that make it run. */
export class Workflow<Input = unknown, Steps = unknown, Signals = unknown, Output = unknown> {
  /** Exist in types only. */
  declare readonly types: { input: Input; steps: Steps; signals: Signals; output: Output };

  /**
   * @param definition what `register_workflow` takes
   * @param jobTypes the job types that it names, with their schemas
   */
  constructor(
    readonly definition: WorkflowDefinition,
    readonly jobTypes: readonly JobType[],
  ) {}

  /** Makes the definition known; the same shape again answers with the version that it has. */
  register(client: Client, options: Calling = {}): Promise<Registered> {
    const args = { definition: this.definition };
    return callRpc(client, "register_workflow", args, registered, options);
  }

  /** Starts the workflow. Throws a `CallError`, whose `code` is the engine's word. */
  start(client: Client, input: Input, options: StartOptions = {}): Promise<Started> {
    const args = {
      name: this.definition.name,
      input,
      ...(options.idempotencyKey === undefined ? {} : { idempotency_key: options.idempotencyKey }),
      ...(options.version === undefined ? {} : { version: options.version }),
    };
    return callRpc(client, "start_workflow", args, started, options);
  }

  /** Gives a started workflow the signal that it waits for, or will wait for; the first one counts. */
  signal<Name extends keyof Signals & string>(
    client: Client,
    workflowId: string,
    name: Name,
    payload: Signals[Name],
    options: Calling = {},
  ): Promise<Signalled> {
    const args = { workflow_id: workflowId, signal: name, payload };
    return callRpc(client, "signal_workflow", args, signalled, options);
  }

  /** The definition, so that JSON.stringify shows what is registered. */
  toJSON(): WorkflowDefinition {
    return this.definition;
  }
}
