import { z } from "zod";

/** The answer of `register_workflow`. */
export const registered = z.object({
  name: z.string(),
  version: z.number().int(),
  /** false: this shape was known already. */
  created: z.boolean(),
});

/** The answer of `start_workflow`. */
export const started = z.object({
  workflow_id: z.string(),
  /** false: the idempotency key found a workflow that was started before. */
  created: z.boolean(),
  state: z.string(),
  version: z.number().int(),
});

/** The answer of `signal_workflow`. */
export const signalled = z.object({
  outcome: z.enum(["accepted", "already_signalled", "closed"]),
});

/** {@link registered}, checked. */
export type Registered = z.output<typeof registered>;
/** {@link started}, checked. */
export type Started = z.output<typeof started>;
/** {@link signalled}, checked. */
export type Signalled = z.output<typeof signalled>;
