import { z } from "zod";
import { LlmError } from "./llm_error.ts";

/** What a call needs: the arguments of `api.select_route` and the body of router-select. */
export { selectRequest as routeNeed } from "../routing/contract.ts";
export type { SelectRequest as RouteNeed } from "../routing/contract.ts";

/**
 * What router-select and `next_route` answer: one attempt, and the grant that opens its key. It asks
 * for less than the function promises: the core may be of another version than this library.
 */
export const routeAnswer = z.looseObject({
  decision_id: z.string().min(1),
  attempt: z.number().int().min(1).default(1),
  provider: z.string(),
  model: z.string(),
  region: z.string().nullish(),
  api_format: z.string(),
  base_url: z.string(),
  /** The only hosts that its key may go to. Default: the one of base_url. */
  allowed_hosts: z.array(z.string()).min(1).optional(),
  /** Which header the opened key goes into. */
  auth: z.looseObject({ style: z.string() }),
  headers: z.record(z.string(), z.string()).default({}),
  grant: z.string().nullish(),
  grant_expires_at: z.string().nullish(),
  policy: z.unknown(),
  limits: z.unknown(),
  /** Told when the next attempt is the same model again: pause first. */
  wait_ms: z.number().nonnegative().nullish(),
});

/** {@link routeAnswer}, checked. */
export type RouteAnswer = z.output<typeof routeAnswer>;

/** What key-vault answers to `resolve`. The value is never part of an error. */
export const keyAnswer = z.looseObject({
  /** Null where the provider wants no key. */
  value: z.string().regex(/^[\x21-\x7e]{1,8192}$/, "a key is one line of printable ASCII")
    .nullable(),
});

/** A refusal, as RPCs return it and as functions answer it. */
const refusal = z.looseObject({
  code: z.string().catch(""),
  status: z.number().int().optional(),
  message: z.string(),
  details: z.string().nullish(),
  detail: z.string().nullish(),
  hint: z.string().nullish(),
  retry_after_ms: z.number().nonnegative().nullish().catch(undefined),
});

/** Makes an LlmError of a refusal's JSON; undefined when it is none. */
export function refusalOf(json: unknown, httpStatus?: number): LlmError | undefined {
  const found = refusal.safeParse(json);
  if (!found.success) return undefined;
  const { code, status, message, details, detail, hint, retry_after_ms, ...rest } = found.data;
  const word = details ?? detail ?? "refused";
  return new LlmError(word, message, {
    status: status ?? httpStatus ?? (Number(/^PT(\d{3})$/.exec(code)?.[1] ?? 0)),
    hint: hint ?? "",
    retryAfterMs: retry_after_ms ?? undefined,
    details: rest,
  });
}

/** Checks JSON against a schema. @throws LlmError `unavailable` that tells the place, not the value */
export function checked<T>(schema: z.ZodType<T>, json: unknown, what: string): T {
  const answer = schema.safeParse(json);
  if (answer.success) return answer.data;
  const where = answer.error.issues.map((issue) => issue.path.join(".") || "it").join(", ");
  throw new LlmError("unavailable", `Cannot use the answer of ${what}: ${where} is not as agreed`, {
    hint: "The core may be of another version than this library.",
  });
}
