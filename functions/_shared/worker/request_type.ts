import { ValidationError } from "./errors.ts";
import { type CheckedHandler, type Handler, handler, type PayloadSchema } from "./handlers.ts";

/** A request type as both sides know it: what is sent and what comes back. */
export interface RequestType<Payload, Reply> {
  /** `prefix.name`. */
  readonly type: string;
  readonly request: PayloadSchema<Payload>;
  readonly reply: PayloadSchema<Reply>;
}

/**
 * Names what a request type takes and answers; both sides check by it.
 *
 * @example
 * const sumOf = defineRequest("sum.of", {
 *   request: z.object({ numbers: z.array(z.number()) }),
 *   reply: z.object({ sum: z.number() }),
 * });
 */
export function defineRequest<Payload, Reply>(
  type: string,
  schemas: { request: PayloadSchema<Payload>; reply: PayloadSchema<Reply> },
): RequestType<Payload, Reply> {
  return { type, ...schemas };
}

/**
 * A handler for a request type. A payload or a reply that is not as it says fails the job at once,
 * at stage input or output; the asker is told where.
 */
export function answering<Payload, Reply>(
  what: RequestType<Payload, Reply>,
  run: (...given: Parameters<Handler<Payload>>) => Reply | Promise<Reply>,
): CheckedHandler {
  return handler(what.request, async (job, ctx) => {
    const checked = what.reply.safeParse(await run(job, ctx));
    if (checked.success) return checked.data;
    const { details, first } = mismatch(checked.error.issues);
    throw new ValidationError(`The reply of ${what.type} is wrong ${first}`, {
      stage: "output",
      details,
    });
  });
}

/** Where something is not as its schema says: all of it, and the first as words. */
export function mismatch(issues: readonly { path: readonly PropertyKey[]; message: string }[]) {
  const problems = issues.slice(0, 20).map(({ path, message }) => ({
    path: path.map((step) => `/${String(step)}`).join(""),
    problem: message,
  }));
  const [first] = problems;
  return { details: { problems }, first: `at ${first?.path || "its root"}: ${first?.problem}` };
}
