import type { z } from "zod";
import { demand, stepKinds } from "./definition.ts";
import type { StepDefinition } from "./definition.ts";
import type { JobType, PayloadType } from "./parts.ts";
import { jobFields, orderFields, retryField, writeInput } from "./step_fields.ts";
import type { JobOptions, Order } from "./step_types.ts";
import { Workflow } from "./workflow.ts";

type Options = JobOptions<string> & { compensate?: string | null };
type TccJobs = { try: JobType; confirm: string; cancel: string };
const kinds = stepKinds as unknown as Record<keyof typeof stepKinds, z.ZodType<StepDefinition>>;

/** What the interface `WorkflowBuilder` promises in types, without them. */
export class Builder extends Workflow {
  #with(kind: keyof typeof kinds, step: { name: string }, jobs: JobType[] = []): Builder {
    const { name, steps } = this.definition;
    const checked = demand(kinds[kind], step, `step ${step.name} of ${name}`);
    if (steps.some((known) => known.name === checked.name)) {
      throw new RangeError(`Cannot define ${name}: it has two steps called ${checked.name}`);
    }
    const definition = { ...this.definition, steps: [...steps, checked] };
    return new Builder(definition, [...this.jobTypes, ...jobs]);
  }

  step(name: string, job: JobType, input: unknown, options?: Options): Builder {
    const written = writeInput(this.definition, name, input);
    const fields = jobFields(this.definition, written, options);
    this.#demandUndo(name, options);
    return this.#with("job", { name, ...{ type: job.type, ...fields } }, [job]);
  }

  map(name: string, job: JobType, over: unknown, input: unknown, options?: Options): Builder {
    const list = writeInput(this.definition, `${name}.over`, over);
    const item = writeInput(this.definition, name, input, ["item", "index"]);
    const written = { ...item, steps: [...list.steps, ...item.steps] };
    const fields = jobFields(this.definition, written, options);
    this.#demandUndo(name, options);
    const step = { kind: "map", type: job.type, over: list.json, ...fields };
    return this.#with("map", { name, ...step }, [job]);
  }

  tcc(name: string, jobs: TccJobs, input: unknown, options: Options = {}): Builder {
    const { saga, name: flow } = this.definition;
    if (!saga) throw new RangeError(`Cannot define step ${name} of ${flow}: tcc needs saga: true`);
    const { retry, ...others } = options;
    const step = {
      kind: "tcc",
      try: { type: jobs.try.type, ...retryField(retry) },
      confirm: { type: jobs.confirm },
      cancel: { type: jobs.cancel },
      ...jobFields(this.definition, writeInput(this.definition, name, input), others),
    };
    return this.#with("tcc", { name, ...step }, [jobs.try]);
  }

  sleep(name: string, { seconds, ...order }: Order<string> & { seconds: number }): Builder {
    const step = { kind: "sleep", seconds, ...orderFields(this.definition, [], order) };
    return this.#with("sleep", { name, ...step });
  }

  waitFor(
    name: string,
    signal: string,
    _payload: PayloadType<unknown>,
    { retry: _none, ...options }: JobOptions<string> = {},
  ): Builder {
    const fields = jobFields(this.definition, { steps: [] }, options);
    return this.#with("signal", { name, ...{ kind: "signal", signal, ...fields } });
  }

  child(name: string, flow: Workflow, input: unknown, options: Options = {}): Builder {
    const written = writeInput(this.definition, name, input);
    const fields = jobFields(this.definition, written, options);
    const step = { kind: "workflow", workflow: flow.definition.name, ...fields };
    return this.#with("workflow", { name, ...step });
  }

  output(callback: unknown): Builder {
    const { json } = writeInput(this.definition, "output", callback);
    return new Builder({ ...this.definition, output: json! }, this.jobTypes);
  }

  #demandUndo(step: string, options: Options = {}): void {
    if (!this.definition.saga || options.optional || options.compensate !== undefined) return;
    throw new RangeError(
      `Cannot define step ${step} of ${this.definition.name}: a saga's step must say how it is ` +
        "undone. Give it compensate: a job type, or null when there is nothing to undo.",
    );
  }
}
