import type { PayloadSchema } from "./payload_schema.ts";

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

/** Where something is not as its schema says: all of it, and the first as words. */
export function mismatch(issues: readonly { path: readonly PropertyKey[]; message: string }[]) {
  const problems = issues.slice(0, 20).map(({ path, message }) => ({
    path: path.map((step) => `/${String(step)}`).join(""),
    problem: message,
  }));
  const [first] = problems;
  return { details: { problems }, first: `at ${first?.path || "its root"}: ${first?.problem}` };
}
