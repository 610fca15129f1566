import type { NewJob } from "./job.ts";

/** Settings of one call. */
export interface CallOptions {
  /** Seconds that a reply is waited for, 1 to 2,592,000; 60 by default, never longer than the cause. */
  timeoutSeconds?: number;
  /** Its abort cancels the request; its reason is thrown. */
  signal?: AbortSignal;
  correlationId?: string;
  /** Public id of the job or message because of which it is asked. */
  cause?: string;
  /** W3C trace context; by default that of the active span. */
  traceparent?: string;
  /** Asking again with the same one, also after a restart, finds the first request and its reply. */
  idempotencyKey?: string;
  priority?: NonNullable<NewJob["priority"]>;
  /** For operators: in whose name. */
  tenantId?: string;
}
