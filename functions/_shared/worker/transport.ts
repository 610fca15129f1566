import { z } from "zod";

/** An RPC that did not answer as it should. */
export class CallError extends Error {
  override readonly name = "CallError";
  /**
   * @param status HTTP status; 0 when there was no answer.
   * @param code the engine's word, for example `bad_argument`; empty when there is none.
   */
  constructor(
    message: string,
    readonly status: number,
    readonly code: string = "",
    readonly hint: string = "",
  ) {
    super(message);
  }

  /** Whether what was sent is at fault, so that sending it again would not help. */
  get isRefusal(): boolean {
    return [400, 409, 413, 422].includes(this.status);
  }
}

/** What a worker tells its listener of a failed call, and when it will try again. */
export function callFailed(failure: CallError, waitMs: number) {
  const { message, status, code } = failure;
  return { kind: "call_failed" as const, message, status, code, retry_in_ms: Math.round(waitMs) };
}

/** Calls an RPC of schema `api`; gives up after timeoutMs. Throws a {@link CallError}. */
export type Call = (name: string, args: object, timeoutMs: number) => Promise<unknown>;

/** The part of a supabase-js client that a worker uses. */
export interface SupabaseLike {
  schema(name: string): {
    rpc(name: string, args: object): {
      abortSignal(signal: AbortSignal): PromiseLike<{
        data: unknown;
        error: { message: string; details?: string | null; hint?: string | null } | null;
        status: number;
      }>;
    };
  };
  /** For artifacts alone. */
  readonly functions?: {
    invoke(
      name: string,
      options: { method: "GET" | "POST" | "PUT"; headers: Record<string, string>; body?: Blob },
    ): Promise<{ data: unknown; error: unknown }>;
  };
}

/** How to reach the API without a client: plain fetch. */
export interface ApiAddress {
  /** The project's URL, for example http://localhost:54321. */
  url: string;
  /** A secret key (an operator's worker) or the publishable key (with a token). */
  key: string;
  /** An agent's access token, or a function that gives a fresh one for each call. */
  token?: string | (() => string | Promise<string>);
}

/** Calls through a supabase-js client, whatever schema it is set to. */
export function callsOf(client: SupabaseLike): Call {
  return async (name, args, timeoutMs) => {
    const answer = await client.schema("api").rpc(name, args)
      .abortSignal(AbortSignal.timeout(timeoutMs));
    if (!answer.error) return answer.data;
    const { message, details, hint } = answer.error;
    throw new CallError(message, answer.status ?? 0, details ?? "", hint ?? "");
  };
}

const refusal = z.object({
  message: z.string().catch(""),
  details: z.string().catch(""),
  hint: z.string().catch(""),
});

/** A token that does not come must not hold a call for longer than its time. */
export function tokenWithin(
  signal: AbortSignal,
  token: ApiAddress["token"],
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    Promise.resolve(typeof token === "function" ? token() : token).then(resolve, reject);
  });
}

/** Calls `/rest/v1/rpc/<name>` with fetch. */
export function callsTo(address: ApiAddress): Call {
  const base = `${address.url.replace(/\/+$/, "")}/rest/v1/rpc/`;
  return async (name, args, timeoutMs) => {
    let text: string;
    let status = 0;
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const token = await tokenWithin(signal, address.token);
      const response = await fetch(base + name, {
        method: "POST",
        headers: {
          "apikey": address.key,
          "authorization": `Bearer ${token ?? address.key}`,
          "content-type": "application/json",
          "content-profile": "api",
        },
        body: JSON.stringify(args),
        signal,
      });
      status = response.status;
      text = await response.text();
      if (response.ok) return text === "" ? null : JSON.parse(text);
    } catch (error) {
      throw new CallError(`${name} got no answer: ${String(error)}`, 0);
    }
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      body = {};
    }
    const { message, details, hint } = refusal.catch({ message: "", details: "", hint: "" })
      .parse(body);
    throw new CallError(message || `${name} answered ${status}`, status, details, hint);
  };
}
