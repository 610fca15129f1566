import { retryAfterMs } from "../platform/retry_after.ts";

/** A notification that did not get where it should. Its message holds no secret. */
export class SendFailure extends Error {
  override readonly name = "SendFailure";
  /** @param retryInSeconds what the service asked for; only a transient failure has it */
  constructor(
    message: string,
    readonly isTransient: boolean,
    readonly retryInSeconds?: number,
  ) {
    super(message);
  }
}

/** What of an answer says whether it was taken. */
interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * What an answer that is not 2xx means: 408, 429 and 5xx are worth another try, after the time that
 * the service names; every other one would be refused again.
 */
export function failureOf({ status, headers, text }: Answer): SendFailure {
  const said = text.replace(/\s+/g, " ").trim().slice(0, 300);
  const message = `it answered ${status}${said === "" ? "" : `: ${said}`}`;
  // GitHub tells of its limits by 403 as well.
  const isLimited = status === 403 &&
    (headers.has("retry-after") || headers.get("x-ratelimit-remaining") === "0");
  if (!isLimited && status < 500 && status !== 408 && status !== 429) {
    return new SendFailure(message, false);
  }
  const resets = Number(headers.get("x-ratelimit-reset") ?? NaN) * 1000 - Date.now();
  const wait = retryAfterMs(headers) ?? (isLimited && resets > 0 ? resets : undefined);
  return new SendFailure(message, true, wait === undefined ? undefined : Math.ceil(wait / 1000));
}

/** A text without a secret, nor any long part of one, nor the password of a URL in it. */
export function withoutSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  const given = secrets.filter((secret) => secret !== undefined);
  const long = given.flatMap((secret) => [secret, ...secret.split(/[/?&=:@]/)])
    .filter((part) => part.length >= 8);
  const passwords = given.map((secret) => URL.canParse(secret) ? new URL(secret).password : "")
    .filter((part) => part.length >= 4);
  const parts = [...long, ...passwords]
    .flatMap((part) => [part, encodeURIComponent(part), safeDecoded(part)])
    .sort((one, other) => other.length - one.length);
  return parts.reduce((clean, part) => clean.replaceAll(part, "…"), text);
}

function safeDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
