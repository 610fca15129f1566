import { importJWK, type JWK } from "jose";
import { z } from "zod";
import { CogoError } from "../platform/errors.ts";

const privateKey = z.looseObject({
  kid: z.string().min(1),
  kty: z.enum(["EC", "oct"]),
  d: z.string().optional(),
  k: z.string().optional(),
}).refine((key) => (key.kty === "EC" ? key.d : key.k) !== undefined, {
  error: "must hold its private half",
});
const keySet = z.object({ keys: z.array(privateKey).min(1) });

/** A key that signs, and how. */
export interface Signer {
  readonly kid: string;
  readonly alg: "ES256" | "HS256";
  readonly key: Awaited<ReturnType<typeof importJWK>>;
}

function notConfigured(why: string, cause?: unknown): CogoError {
  return new CogoError(
    "tokens_not_configured",
    `Cannot sign tokens: ${why}`,
    "npm run agent-keys -- create, then set AGENT_SIGNING_KEYS; see docs/security/key-rotation.md.",
    { cause },
  );
}

let read: { text: string; keys: z.output<typeof keySet>["keys"] } | undefined;
const imported = new Map<string, Signer>();

/** The private keys in AGENT_SIGNING_KEYS, a JWK set. What is in it is never told. */
function signingKeys(): z.output<typeof keySet>["keys"] {
  const text = Deno.env.get("AGENT_SIGNING_KEYS") ?? "";
  if (read?.text === text) return read.keys;
  if (text === "") throw notConfigured("AGENT_SIGNING_KEYS is missing");
  try {
    read = { text, keys: keySet.parse(JSON.parse(text)).keys };
  } catch {
    throw notConfigured("AGENT_SIGNING_KEYS is no JWK set with private keys");
  }
  imported.clear();
  return read.keys;
}

/**
 * The key that signs: the one that the database says is in use, else the first there is.
 * @throws CogoError tokens_not_configured (503)
 */
export async function signerOf(kid: string | null): Promise<Signer> {
  const keys = signingKeys();
  const jwk = kid === null ? keys[0] : keys.find((one) => one.kid === kid);
  if (jwk === undefined) throw notConfigured(`AGENT_SIGNING_KEYS does not hold the key ${kid}`);
  const known = imported.get(jwk.kid);
  if (known) return known;
  const alg = jwk.kty === "EC" ? "ES256" : "HS256";
  const signer = { kid: jwk.kid, alg, key: await importJWK(jwk as JWK, alg) } as const;
  imported.set(jwk.kid, signer);
  return signer;
}

/** The public halves of what AGENT_SIGNING_KEYS holds; a shared secret has none. */
export function publicKeys(): object[] {
  return signingKeys().filter(({ kty }) => kty === "EC")
    .map(({ kid, kty, crv, x, y }) => ({ kid, kty, crv, x, y, alg: "ES256", use: "sig" }));
}
