import type { FailedAttempt } from "./llm_error.ts";

/** What a listener is told. Never holds a key, a prompt or an answer. */
export type LlmEvent =
  | { kind: "attempt_failed"; decision_id: string; retry_in_ms: number | null } & FailedAttempt
  | { kind: "settled"; count: number }
  /** Settling goes on being tried; what is dropped is booked at its estimate by the reaper. */
  | { kind: "settle_failed"; count: number; message: string; retry_in_ms: number | null }
  | { kind: "direct_path"; reason: string; remaining_nano: number };
