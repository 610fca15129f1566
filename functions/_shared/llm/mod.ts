/**
 * Calls models through the core: `route` asks router-select for a decision, `call` opens its key,
 * reaches the provider, fails over and settles what it cost. Web standards and zod only: it runs on
 * Node 20+, Deno and Bun. The guide is docs/guides/llm-client.md.
 */
export { answerText } from "./answer_text.ts";
export type { JsonObject } from "./api_format.ts";
export type { CallOptions } from "./call_body.ts";
export type { RouteNeed } from "./contract.ts";
export type { DirectPath } from "./direct_path.ts";
export type { LlmEvent } from "./llm_event.ts";
export { type FailedAttempt, LlmError, type LlmErrorCode } from "./llm_error.ts";
export type { SendTo } from "./order.ts";
export type { Route } from "./route.ts";
export { createRouter, route, type RouteOptions, type Router } from "./router.ts";
export type { RouterOptions, Send } from "./router_options.ts";
export type { SdkFetch } from "./sdk_fetch.ts";
export type { Settled } from "./settlement.ts";
export type { StreamEvent } from "./stream_events.ts";
export type { Target } from "./target.ts";
export type { TraceSource } from "./trace_source.ts";
export type { Usage } from "./usage.ts";
