import type { Json, WorkflowDefinition } from "./definition.ts";
import { scopeOf, type Template, templateOf } from "./references.ts";
import type { JobOptions, Order } from "./step_types.ts";

/** What a callback wrote; `json` is missing where there is none. */
export type Written = Partial<Pick<Template, "json">> & Pick<Template, "steps">;

/** Calls a callback of the builder with references and turns what it returns into data. */
export function writeInput(
  { steps }: WorkflowDefinition,
  place: string,
  callback: unknown,
  more: readonly string[] = [],
): Written {
  if (callback === null || callback === undefined) return { steps: [] };
  if (typeof callback !== "function") {
    throw new TypeError(`Cannot define ${place}: its input must be a function, or null for none`);
  }
  return templateOf(callback(scopeOf(steps.map((step) => step.name), more)), place);
}

/** `after` and `optional` as data: what is referred to comes before as well. */
export function orderFields(
  definition: WorkflowDefinition,
  referred: readonly string[],
  order: Order<string>,
): { after?: string[]; optional?: true } {
  const known = definition.steps.map((step) => step.name);
  const named = [...referred, ...(order.after ?? [])];
  const missing = named.find((name) => !known.includes(name));
  if (missing !== undefined) {
    throw new RangeError(`Cannot wait for step ${missing}: no step before has that name`);
  }
  const after = known.filter((name) => named.includes(name));
  return {
    ...(after.length === 0 ? {} : { after }),
    ...(order.optional ? { optional: true } : {}),
  };
}

/** Compensation as a job type; null: nothing to undo. */
type Undo = {
  readonly compensate?: string | null;
  readonly compensateRetry?: { readonly maxAttempts: number };
};

/** The fields that steps of jobs have in common, as data. */
export function jobFields(
  definition: WorkflowDefinition,
  { json, steps }: Written,
  options: JobOptions<string> & Undo = {},
): Record<string, Json> {
  const { compensate, compensateRetry, retry, timeoutSeconds } = options;
  return {
    ...(json === undefined ? {} : { input: json }),
    ...orderFields(definition, steps, options),
    ...(compensate === undefined
      ? {}
      : { compensate: compensate && { type: compensate, ...retryField(compensateRetry) } }),
    ...retryField(retry),
    ...(timeoutSeconds === undefined ? {} : { timeout_seconds: timeoutSeconds }),
  };
}

/** `retry` as data. */
export function retryField(
  retry: { readonly maxAttempts: number } | undefined,
): { retry?: { max_attempts: number } } {
  return retry === undefined ? {} : { retry: { max_attempts: retry.maxAttempts } };
}
