import { ValidationError } from "../worker/errors.ts";
import { type Handler, handler, type Handlers } from "../worker/handlers.ts";
import type { PayloadSchema } from "../worker/payload_schema.ts";
import type { StepDefinition } from "./definition.ts";
import type { JobType } from "./parts.ts";
import type { StepShapes } from "./step_types.ts";
import type { Workflow } from "./workflow.ts";

/** The handlers that a workflow needs, by step: one, or `{run, compensate}`, or those of a tcc. */
export type WorkflowHandlers<Flow> = Flow extends
  Workflow<infer _Input, infer Steps, infer _Signals> ? Needed<Steps>
  : never;

type Needed<Steps> = {
  readonly [Name in keyof Steps as HandlersAt<Steps, Name> extends never ? never : Name]:
    HandlersAt<Steps, Name>;
};

type HandlersAt<Steps, Name extends keyof Steps> = Steps[Name] extends StepShapes[string]
  ? Steps[Name]["handlers"]
  : never;

/**
 * The handlers of a workflow's jobs for `createWorker`, each typed by its step. Payloads and results
 * are checked where the job type has schemas. Throws a RangeError that names a step without its
 * handler, or a job type for which two steps give different ones.
 *
 * @example
 * createWorker({ client, handlers: handlersOf(fulfil, { reserve: { run, compensate }, charge }) })
 */
export function handlersOf<Input, Steps, Signals>(
  workflow: Workflow<Input, Steps, Signals>,
  handlers: Needed<Steps>,
): Handlers {
  const joined: Handlers = {};
  const given = new Map(Object.entries(handlers));
  const originals = new Map<string, unknown>();
  for (const step of workflow.definition.steps) {
    for (const [part, type] of typesOf(step)) {
      const own = given.get(step.name);
      const run = part === "" ? own : (own as Record<string, unknown> | undefined)?.[part];
      const place = part === "" ? step.name : `${step.name}.${part}`;
      if (typeof run !== "function") {
        throw new RangeError(`Cannot handle ${workflow.definition.name}: ${place} has no handler`);
      }
      if ((originals.get(type) ?? run) !== run) {
        throw new RangeError(
          `Cannot handle ${type}: ${place} and another step handle it differently`,
        );
      }
      originals.set(type, run);
      const schemas = workflow.jobTypes.find((job) => job.type === type);
      joined[type] = checked(run as Handler, schemas);
    }
  }
  return joined;
}

/** The job types of a step with the name of their handler in it; empty: the handler is all. */
function typesOf(step: StepDefinition): [part: string, type: string][] {
  if (step.kind === "tcc") {
    return [["try", step.try.type], ["confirm", step.confirm.type], ["cancel", step.cancel.type]];
  }
  if (step.kind !== undefined && step.kind !== "job" && step.kind !== "map") return [];
  if (!step.compensate) return [["", step.type]];
  return [["run", step.type], ["compensate", step.compensate.type]];
}

function checked(run: Handler, schemas: JobType | undefined): Handlers[string] {
  const result = schemas?.resultSchema;
  const both: Handler = result ? async (job, ctx) => checkResult(result, await run(job, ctx)) : run;
  return schemas?.payloadSchema
    ? handler(schemas.payloadSchema as PayloadSchema<never>, both)
    : both;
}

function checkResult(schema: PayloadSchema, value: unknown): unknown {
  const answer = schema.safeParse(value);
  if (answer.success) return answer.data;
  const { path, message } = answer.error.issues[0]!;
  const where = path.map((step) => `/${String(step)}`).join("") || "its root";
  throw new ValidationError(`The result is wrong at ${where}: ${message}`, { stage: "output" });
}
