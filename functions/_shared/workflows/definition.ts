import { z } from "zod";

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [field: string]: Json };

const json: z.ZodType<Json> = z.json();
const name = z.string().regex(/^[a-z][a-z0-9_-]{0,59}$/, "must be like charge_card");
const signal = z.string().regex(/^[a-z][a-z0-9_.-]{0,59}$/, "must be like approved");
const flow = z.string().max(120).regex(
  /^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$/,
  "must be like prefix.name",
);
const dotted = z.string().max(120).regex(
  /^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$/,
  "must be like prefix.name",
);
const seconds = (least: number, most: number) => z.number().int().min(least).max(most);
const retry = z.strictObject({ max_attempts: z.number().int().min(1).max(100) });
const work = z.strictObject({ type: dotted, retry: retry.optional() });

const common = {
  name,
  after: z.array(name).optional(),
  optional: z.boolean().optional(),
};
const job = {
  ...common,
  input: json.optional(),
  timeout_seconds: seconds(1, 31_536_000).optional(),
};
const action = { ...job, retry: retry.optional(), compensate: work.nullable().optional() };

/** The steps of a workflow as data, by kind. */
export const stepKinds = {
  job: z.strictObject({ ...action, kind: z.literal("job").optional(), type: dotted }),
  map: z.strictObject({
    ...action,
    kind: z.literal("map"),
    type: dotted,
    over: z.strictObject({ $ref: z.string() }),
  }),
  tcc: z.strictObject({ ...job, kind: z.literal("tcc"), try: work, confirm: work, cancel: work }),
  sleep: z.strictObject({ ...common, kind: z.literal("sleep"), seconds: seconds(0, 315_360_000) }),
  signal: z.strictObject({
    ...common,
    kind: z.literal("signal"),
    signal,
    timeout_seconds: seconds(1, 31_536_000).optional(),
  }),
  workflow: z.strictObject({
    ...job,
    kind: z.literal("workflow"),
    workflow: flow,
  }),
};

/** A step as data; `kind` left out means a job. */
export const stepDefinition = z.union(Object.values(stepKinds));

/** A workflow as data, but for its steps. */
export const workflowHead = z.strictObject({
  name: flow,
  saga: z.boolean().optional(),
  deadline_seconds: seconds(1, 315_360_000).optional(),
});

/** A workflow as data, as `register_workflow` takes it. */
export const workflowDefinition = workflowHead.extend({
  steps: z.array(stepDefinition).max(200),
  output: json.optional(),
});

/** {@link stepDefinition}, checked. */
export type StepDefinition = z.output<typeof stepDefinition>;

/** {@link workflowDefinition}, checked. */
export type WorkflowDefinition = z.output<typeof workflowDefinition>;

/** Checks a value against a schema; throws a RangeError that says what is wrong, and where. */
export function demand<Value>(schema: z.ZodType<Value>, value: unknown, place: string): Value {
  const answer = schema.safeParse(value);
  if (answer.success) return answer.data;
  const [issue] = answer.error.issues;
  const path = issue!.path.map(String).join(".");
  throw new RangeError(`Cannot define ${place}: ${path === "" ? "" : `${path} `}${issue!.message}`);
}
