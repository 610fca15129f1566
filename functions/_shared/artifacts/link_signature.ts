import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { readEnvironment } from "../platform/env.ts";
import { CogoError } from "../platform/errors.ts";

/** What a signature speaks for. */
export interface Linked {
  readonly artifactId: string;
  /** A link is for these bytes: when a later attempt replaces them, it opens nothing any more. */
  readonly sha256: string;
  /** Unix seconds. */
  readonly expires: number;
}

interface LinkKey {
  /** Follows from the secret, so that nobody has to name keys. */
  readonly id: string;
  readonly key: Promise<CryptoKey>;
}

/** What else this key may ever sign says something else here. */
const purpose = "cogo artifact link: read, v1";
const hmac = { name: "HMAC", hash: "SHA-256" } as const;
const known = new Map<string, LinkKey>();

function keyOf(secret: string): LinkKey {
  const kept = known.get(secret);
  if (kept) return kept;
  const id = createHash("sha256").update(`cogo artifact link key\n${secret}`).digest("hex").slice(
    0,
    8,
  );
  const bytes = new TextEncoder().encode(secret);
  const key = crypto.subtle.importKey("raw", bytes, hmac, false, ["sign", "verify"]);
  if (known.size > 8) known.clear();
  known.set(secret, { id, key });
  return { id, key };
}

/** The key that signs, and the one before, whose links still open. @throws CogoError 503 */
function linkKeys(): [LinkKey, ...LinkKey[]] {
  const { artifactLinkKey, artifactLinkKeyPrevious: previous } = readEnvironment();
  if (artifactLinkKey === undefined) {
    throw new CogoError(
      "artifacts_not_configured",
      "Cannot sign links: ARTIFACT_LINK_KEY is missing",
      "Set it: supabase secrets set ARTIFACT_LINK_KEY=$(openssl rand -base64 32)",
    );
  }
  return [keyOf(artifactLinkKey), ...(previous === undefined ? [] : [keyOf(previous)])];
}

function signedText(keyId: string, { artifactId, sha256, expires }: Linked) {
  return new TextEncoder().encode(
    [purpose, keyId, artifactId.toLowerCase(), sha256, String(expires)].join("\n"),
  );
}

/**
 * The query of a link, such as `expires=1764150000&key=0f3a…&signature=…`.
 * @throws CogoError artifacts_not_configured (503)
 */
export async function signLink(linked: Linked): Promise<string> {
  const [{ id, key }] = linkKeys();
  const bytes = await crypto.subtle.sign(hmac, await key, signedText(id, linked));
  const signature = Buffer.from(bytes).toString("base64url");
  return new URLSearchParams({ expires: String(linked.expires), key: id, signature }).toString();
}

/** What of a link's query must be right before anybody is asked; undefined when it is not. */
export interface LinkQuery {
  readonly expires: number;
  readonly keyId: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** Reads a link's query; each field once, and in the one form that {@link signLink} writes. */
export function readLinkQuery(query: URLSearchParams): LinkQuery | undefined {
  const once = (name: string) => query.getAll(name).length === 1 ? query.get(name)! : "";
  const [expires, keyId, signature] = [once("expires"), once("key"), once("signature")];
  const isWhole = /^[1-9]\d{9}$/.test(expires) && /^[0-9a-f]{8}$/.test(keyId) &&
    /^[\w-]{43}$/.test(signature);
  if (!isWhole) return undefined;
  return {
    expires: Number(expires),
    keyId,
    signature: new Uint8Array(Buffer.from(signature, "base64url")),
  };
}

/** Whether a key of ours signed this, now or before the last rotation; compared in constant time. */
export async function isOurs(query: LinkQuery, linked: Linked): Promise<boolean> {
  const signer = linkKeys().find(({ id }) => id === query.keyId);
  if (signer === undefined) return false;
  return await crypto.subtle.verify(
    hmac,
    await signer.key,
    query.signature,
    signedText(signer.id, linked),
  );
}
