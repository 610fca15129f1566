import { Buffer } from "node:buffer";
import { createHmac, timingSafeEqual } from "node:crypto";
import { verifyWebhook } from "../events/webhook_signature.ts";

/** Whose way of signing a hook has. */
export type HookProvider = "github" | "stripe" | "standard";

/** What a delivery says about itself, once its signature is right. */
export interface Delivery {
  /** The provider's id: the same at each try. */
  readonly id: string;
  /** Names of its event, the nearest first. */
  readonly events: readonly string[];
}

/** Seconds that a signed time may lie from now. */
const tolerance = 300;

function sameHex(given: string, secret: string, parts: readonly (string | Uint8Array)[]): boolean {
  const mac = createHmac("sha256", secret);
  for (const part of parts) mac.update(part);
  const wanted = mac.digest();
  const offered = Buffer.from(/^[0-9a-f]{64}$/i.test(given) ? given : "", "hex");
  return offered.length === wanted.length && timingSafeEqual(offered, wanted);
}

/** Goes through all of them, so that the time tells nothing. */
const any = (secrets: readonly string[], isRight: (secret: string) => boolean) =>
  secrets.map(isRight).includes(true);

function verifyGithub(bytes: Uint8Array, headers: Headers, secrets: readonly string[]): boolean {
  const given = /^sha256=([0-9a-f]{64})$/i.exec(headers.get("x-hub-signature-256") ?? "")?.[1] ??
    "";
  return any(secrets, (secret) => sameHex(given, secret, [bytes]));
}

function verifyStripe(
  bytes: Uint8Array,
  headers: Headers,
  secrets: readonly string[],
  now: number,
): boolean {
  const pairs = (headers.get("stripe-signature") ?? "").slice(0, 2000).split(",")
    .map((pair) => pair.trim().split("="));
  const time = pairs.find(([name]) => name === "t")?.[1] ?? "";
  if (!/^\d{1,12}$/.test(time) || Math.abs(now - Number(time)) > tolerance) return false;
  const given = pairs.filter(([name]) => name === "v1").slice(0, 8).map(([, value = ""]) => value);
  return any(
    secrets,
    (secret) => given.map((one) => sameHex(one, secret, [`${time}.`, bytes])).includes(true),
  );
}

/**
 * Whether the raw bytes are signed as the provider signs, by one of the secrets, and (where a time is
 * signed) within 5 minutes. GitHub signs no time: what it sends again is known by its delivery id,
 * which it does not sign either.
 * @param now seconds since 1970
 */
export function isSigned(
  provider: HookProvider,
  bytes: Uint8Array,
  headers: Headers,
  secrets: readonly string[],
  now: number = Date.now() / 1000,
): boolean {
  if (secrets.length === 0) return false;
  if (provider === "github") return verifyGithub(bytes, headers, secrets);
  if (provider === "stripe") return verifyStripe(bytes, headers, secrets, now);
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    verifyWebhook(text, headers, secrets, { now, toleranceSeconds: tolerance });
    return true;
  } catch {
    return false;
  }
}

const textIn = (body: unknown, name: string): string | undefined => {
  const value = (body as Record<string, unknown> | null)?.[name];
  return typeof value === "string" && value !== "" ? value.slice(0, 200) : undefined;
};

/** The id and the event of a delivery; undefined where it does not say both. */
export function deliveryOf(
  provider: HookProvider,
  headers: Headers,
  body: unknown,
): Delivery | undefined {
  if (provider === "github") {
    const [id, event] = [headers.get("x-github-delivery"), headers.get("x-github-event")];
    if (!id || !event) return undefined;
    const action = textIn(body, "action");
    return { id, events: action ? [`${event}.${action}`, event] : [event] };
  }
  const id = provider === "stripe" ? textIn(body, "id") : headers.get("webhook-id");
  const event = textIn(body, "type");
  if (!id || (provider === "stripe" && !event)) return undefined;
  return { id, events: event ? [event] : [] };
}
