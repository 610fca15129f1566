/** What a call is made for, such as a handler's context. */
export interface TraceSource {
  /** W3C trace context; what is none is ignored. */
  readonly traceparent?: string | null;
  readonly job?: { readonly job_id: number };
}
