import process from "node:process";
import { isErrorCode } from "./errors.ts";

/** What a failed statement means to its caller. */
export interface DatabaseTrouble {
  readonly status: number;
  /** The machine word; empty when there is none. */
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** Nobody knows whether the statement was done. */
  readonly isUnreachable: boolean;
}

/** SQLSTATEs of a server that stops, starts, crashed or is full, and of lost connections. */
const unreachable = /^(08|57P0|53300|CONNECT|ECONN|EPIPE|ENOTFOUND|EAI_|ETIMEDOUT|EHOST)/;
const statuses: Readonly<Record<string, number>> = {
  "42501": 403,
  "42883": 404,
  "23503": 409,
  "23505": 409,
  "40001": 409,
  "40P01": 409,
  "53100": 503,
  "55P03": 503,
  "57014": 503,
};

function statusOf(state: string): number {
  const own = /^PT(\d{3})$/.exec(state)?.[1];
  if (own !== undefined) return Number(own);
  return statuses[state] ?? (/^(22|23)/.test(state) ? 400 : 500);
}

/** Reads what the driver threw; whatever is no answer of the server counts as none. */
export function readTrouble(thrown: unknown): DatabaseTrouble {
  const error = thrown as { code?: unknown; message?: unknown; detail?: unknown; hint?: unknown };
  const text = (value: unknown) => typeof value === "string" ? value : "";
  const state = text(error?.code);
  const message = text(error?.message) || String(thrown);
  if (!/^[0-9A-Z]{5}$/.test(state) || unreachable.test(state)) {
    const hint = "Try again; whether the call was done is not known.";
    return { status: 503, code: "database_unreachable", message, hint, isUnreachable: true };
  }
  // Another detail than a word of ours may hold values of rows: it is not passed on.
  const status = statusOf(state);
  const none = status === 503 ? "database_unreachable" : "";
  const code = isErrorCode(error.detail) ? error.detail : none;
  return { status, code, message, hint: text(error.hint), isUnreachable: false };
}

let guarded = false;

/**
 * The driver writes to a socket that has just gone and throws where nobody can catch it. The call
 * itself ends by its timeout; the isolate must not end with it.
 */
export function guardDriver(): void {
  if (guarded) return;
  guarded = true;
  process.on("uncaughtException", (thrown: unknown) => {
    const stack = thrown instanceof Error ? thrown.stack ?? "" : "";
    if (/[/\\]postgres[/\\@][^\n]*connection\.js/.test(stack)) return;
    throw thrown;
  });
}
