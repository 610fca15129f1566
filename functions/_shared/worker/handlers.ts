import { ValidationError } from "./errors.ts";
import type { Job, JsonObject } from "./job.ts";
import type { JobContext } from "./job_context.ts";
import type { PayloadOf, PayloadSchema } from "./payload_schema.ts";

/** Does a job's work. What it returns becomes the job's result: JSON of at most 256 KB. */
export type Handler<Payload = JsonObject> = (
  job: Job<Payload>,
  ctx: JobContext,
) => unknown;

/** A handler whose payload is checked before it runs; made by {@link handler}. */
export interface CheckedHandler {
  readonly run: Handler;
}

/** Handlers by job type: a full name, a prefix as `quality.*`, or `*` for everything else. */
export type Handlers = Record<string, Handler | CheckedHandler>;

/** A worker's handlers where `schemas` names the payloads: each job arrives typed. */
export type TypedHandlers<Schemas> = { [Type in keyof Schemas]: Handler<PayloadOf<Schemas[Type]>> };

/**
 * Joins a payload schema and a handler: the payload's type follows from the schema. A payload that
 * does not hold fails the job as validation at stage input; the handler is not called.
 *
 * @example
 * handlers: { "mail.send": handler(z.object({ to: z.email() }), (job) => send(job.payload.to)) }
 */
export function handler<Payload>(
  schema: PayloadSchema<Payload>,
  run: Handler<Payload>,
): CheckedHandler {
  return { run: (job, ctx) => run({ ...job, payload: checked(schema, job) }, ctx) };
}

/** Joins schemas and handlers by job type; each handler's payload is typed by its schema. */
export function defineHandlers<Schemas extends Record<string, PayloadSchema>>(
  schemas: Schemas,
  handlers: TypedHandlers<Schemas>,
): Handlers {
  return withSchemas(handlers as Handlers, schemas);
}

/** Puts the check of a schema before the handler of the same name. */
export function withSchemas(
  handlers: Handlers,
  schemas: Record<string, PayloadSchema>,
): Handlers {
  const joined: Handlers = { ...handlers };
  for (const [type, schema] of Object.entries(schemas)) {
    const given = handlers[type];
    if (!given) throw new RangeError(`schemas names ${type}, for which there is no handler`);
    joined[type] = handler(
      schema as PayloadSchema<JsonObject>,
      typeof given === "function" ? given : given.run,
    );
  }
  return joined;
}

/** The handler for a type: by its full name, else the longest `prefix.*`, else `*`. */
export function findHandler(handlers: Handlers, type: string): Handler | undefined {
  const names = [type];
  for (let dot = type.lastIndexOf("."); dot > 0; dot = type.lastIndexOf(".", dot - 1)) {
    names.push(`${type.slice(0, dot)}.*`);
  }
  for (const name of [...names, "*"]) {
    if (!Object.hasOwn(handlers, name)) continue;
    const found = handlers[name]!;
    return typeof found === "function" ? found : found.run;
  }
}

function checked<Payload>(schema: PayloadSchema<Payload>, job: Job): Payload {
  const answer = schema.safeParse(job.payload);
  if (answer.success) return answer.data;
  const problems = answer.error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.map((step) => `/${String(step)}`).join(""),
    problem: issue.message,
  }));
  const first = problems[0];
  throw new ValidationError(
    `The payload of ${job.type} is wrong at ${first?.path || "its root"}: ${first?.problem}`,
    { stage: "input", reason: "parse_error", details: { problems } },
  );
}
