import { createHmac, timingSafeEqual } from "node:crypto";

/** The three headers of Standard Webhooks. */
export interface WebhookHeaders {
  readonly "webhook-id": string;
  /** Seconds since 1970. */
  readonly "webhook-timestamp": string;
  /** `v1,<base64>`, several of them parted by spaces while keys are rotated. */
  readonly "webhook-signature": string;
}

/** Why a webhook is not to be trusted. */
export type WebhookFault = "missing_header" | "bad_timestamp" | "too_old" | "too_new" | "no_match";

/** A webhook that is not to be trusted: answer 400 and do nothing. */
export class WebhookError extends Error {
  override readonly name = "WebhookError";
  constructor(readonly fault: WebhookFault, message: string) {
    super(message);
  }
}

/** The key in a secret such as `whsec_MfKQ9r8G…`; the prefix may be left out. */
function keyOf(secret: string): Uint8Array {
  const key = Uint8Array.from(
    atob(secret.replace(/^whsec_/, "")),
    (letter) => letter.charCodeAt(0),
  );
  if (key.length === 0) throw new TypeError("A webhook secret must not be empty");
  return key;
}

function signature(secret: string, id: string, timestamp: string, body: string): string {
  return createHmac("sha256", keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest("base64");
}

/**
 * Signs a webhook as Standard Webhooks says: one v1 signature for each secret.
 * @param id the same for every try of one message
 * @param at seconds since 1970
 */
export function signWebhook(
  id: string,
  at: number,
  body: string,
  secrets: readonly string[],
): WebhookHeaders {
  const timestamp = String(Math.floor(at));
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": secrets.map((secret) => `v1,${signature(secret, id, timestamp, body)}`)
      .join(" "),
  };
}

/** Settings of {@link verifyWebhook}. */
export interface VerifyOptions {
  /** How far the timestamp may lie from now, in seconds; 300 by default. */
  readonly toleranceSeconds?: number;
  /** Seconds since 1970; the clock's by default. */
  readonly now?: number;
}

/**
 * Checks a webhook at its receiver: signature over the raw body, and age.
 * Remember the id it answers (`SeenIds`), since a message may be sent more than once.
 * @param body the bytes as they came, before JSON is read
 * @param secrets the secret, or during a rotation the old and the new one
 * @returns the webhook-id
 * @throws WebhookError when it is not to be trusted
 */
export function verifyWebhook(
  body: string,
  headers: Headers | Readonly<Record<string, string | undefined>>,
  secrets: string | readonly string[],
  options: VerifyOptions = {},
): string {
  const read = (name: keyof WebhookHeaders): string => {
    const value = headers instanceof Headers ? headers.get(name) : headers[name];
    if (!value) throw new WebhookError("missing_header", `The header ${name} is missing`);
    return value;
  };
  const id = read("webhook-id");
  const timestamp = read("webhook-timestamp");
  const given = read("webhook-signature");
  if (!/^\d{1,12}$/.test(timestamp)) {
    throw new WebhookError("bad_timestamp", "webhook-timestamp is no number of seconds");
  }
  const age = (options.now ?? Date.now() / 1000) - Number(timestamp);
  const tolerance = options.toleranceSeconds ?? 300;
  if (age > tolerance) throw new WebhookError("too_old", "The webhook is too old");
  if (age < -tolerance) throw new WebhookError("too_new", "The webhook is from the future");

  const wanted = [secrets].flat().map((secret) => signature(secret, id, timestamp, body));
  const offered = given.split(" ").filter((one) => one.startsWith("v1,")).map((one) =>
    one.slice(3)
  );
  if (!offered.some((one) => wanted.some((known) => isSame(one, known)))) {
    throw new WebhookError("no_match", "No signature of the webhook is right");
  }
  return id;
}

/** Compares in a time that does not tell how much was right. */
function isSame(given: string, known: string): boolean {
  const [one, other] = [given, known].map((text) => new TextEncoder().encode(text));
  return one!.length === other!.length && timingSafeEqual(one!, other!);
}
