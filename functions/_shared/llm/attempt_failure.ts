import { retryAfterMs } from "../platform/retry_after.ts";
import type { ProviderFault } from "./api_format.ts";
import type { CountedUsage } from "./usage.ts";
import { objectIn } from "./sse_frames.ts";

/** Statuses that are the caller's own fault are all of 4xx but these. */
const othersFaults = new Set([401, 402, 403, 408, 409, 425, 429]);

/** An attempt that failed before anything of its answer reached the caller. */
export class AttemptFailure extends Error {
  override readonly name = "AttemptFailure";
  /** What is billed for it; null = nothing, or what the core thinks. */
  usage: CountedUsage | null = null;

  /**
   * @param status HTTP status, or the one that an error inside a 200 stands for; 0 = no answer
   * @param mayBeBilled whether the provider may have worked: its input is then counted
   */
  constructor(
    message: string,
    readonly status: number,
    readonly mayBeBilled: boolean,
    readonly retryAfter?: number,
    readonly body?: unknown,
  ) {
    super(message);
  }

  /** Whether another model would refuse it likewise. */
  get isCallers(): boolean {
    return this.status >= 400 && this.status < 500 && !othersFaults.has(this.status);
  }

  /** The same without what must not be told, wherever the provider put it. */
  cleaned(clean: (text: string) => string): AttemptFailure {
    const { message, status, mayBeBilled, retryAfter, body } = this;
    return new AttemptFailure(
      clean(message),
      status,
      mayBeBilled,
      retryAfter,
      cleanedBody(body, clean),
    );
  }

  /** What the provider said of itself, whatever the HTTP status was. */
  static told(fault: ProviderFault, headers: Headers, body: unknown): AttemptFailure {
    return new AttemptFailure(fault.message, fault.status, false, retryAfterMs(headers), body);
  }
}

/** A key such as `null` takes JSON apart when it is taken out: then the text is what is left. */
function cleanedBody(body: unknown, clean: (text: string) => string): unknown {
  if (body === undefined) return undefined;
  if (typeof body === "string") return clean(body);
  const text = clean(JSON.stringify(body));
  return objectIn(text) ?? text;
}

/** Errors of connecting, in the words of Node, Deno and Bun: then nothing was sent. */
const neverSent =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT|CERT|certificate|connection ?refused|dns error|failed to lookup|tcp connect|client error \(Connect\)|Unable to connect|bad port|port \d+ are blocked/i;

/** A failure of a request that got no answer. */
export function noAnswer(thrown: unknown, clean: (text: string) => string): AttemptFailure {
  const texts: string[] = [];
  for (let error = thrown; error instanceof Error && texts.length < 5; error = error.cause) {
    texts.push(`${error.message} ${(error as { code?: unknown }).code ?? ""}`.trim());
  }
  const text = clean(texts.join(": ") || String(thrown)).slice(0, 500);
  return new AttemptFailure(`no answer: ${text}`, 0, !neverSent.test(text));
}

/** Whether a provider knows no `stream_options`, as Mistral does. */
export function refusesUsage(thrown: unknown): boolean {
  return thrown instanceof AttemptFailure && [400, 422].includes(thrown.status) &&
    (JSON.stringify(thrown.body) ?? "").includes("stream_options");
}
