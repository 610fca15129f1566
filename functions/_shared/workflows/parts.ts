import type { JsonObject } from "../worker/job.ts";
import type { PayloadSchema } from "../worker/payload_schema.ts";

declare const shape: unique symbol;

/** A type of job as a workflow uses it: what goes in and what comes out. */
export interface JobType<Payload = unknown, Result = unknown> {
  readonly type: string;
  readonly payloadSchema?: PayloadSchema<Payload>;
  readonly resultSchema?: PayloadSchema<Result>;
  /** Exists in types only. */
  readonly [shape]?: { payload: Payload; result: Result };
}

/** The type of a signal's payload; made by {@link payload}. */
export interface PayloadType<Payload> {
  /** Exists in types only. */
  readonly [shape]?: Payload;
}

/** The payload of a compensation, a confirmation or a cancellation: what was done, and how it went. */
export interface Afterwards<Payload, Result> {
  /** The payload of the action. */
  readonly input: Payload;
  /** Its result; null when it is not known whether the action took place. */
  readonly result: Result | null;
  readonly step: string;
  /** The item of a map step, from 0. */
  readonly index?: number;
  readonly workflow_id: string;
}

/**
 * Names a job type. Its payload and result are typed by the type arguments, or by schemas, which
 * `handlersOf` then checks as well.
 *
 * @example
 * job<{ sku: string }, { id: string }>("stock.reserve")
 * job("stock.reserve", { payload: z.object({ sku: z.string() }) })
 */
export function job<Payload = JsonObject, Result = JsonObject>(
  type: string,
): JobType<Payload, Result>;
export function job<Payload = JsonObject, Result = JsonObject>(
  type: string,
  schemas: { payload?: PayloadSchema<Payload>; result?: PayloadSchema<Result> },
): JobType<Payload, Result>;
export function job(
  type: string,
  schemas: { payload?: PayloadSchema; result?: PayloadSchema } = {},
): JobType {
  return {
    type,
    ...(schemas.payload ? { payloadSchema: schemas.payload } : {}),
    ...(schemas.result ? { resultSchema: schemas.result } : {}),
  };
}

/** Types the payload of a signal. */
export function payload<Payload = JsonObject>(): PayloadType<Payload> {
  return {};
}
