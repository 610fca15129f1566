import { ValidationError } from "./errors.ts";
import { type CheckedHandler, type Handler, handler } from "./handlers.ts";
import { mismatch, type RequestType } from "./request_type.ts";

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
