import { exportJWK, generateKeyPair } from "jose";
import { join } from "node:path";
import { z } from "zod";
import { exitCodes, messageOf, StackFailure } from "./failure.ts";
import { writePrivately } from "./stack_file.ts";

const privateJwkSchema = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  alg: z.literal("ES256"),
  use: z.literal("sig"),
});

const keysSchema = z.preprocess(
  withSigningKeys,
  z.object({
    publishable: z.record(z.string(), z.string().startsWith("sb_publishable_")),
    secret: z.record(z.string(), z.string().startsWith("sb_secret_")),
    signing_keys: z.array(privateJwkSchema).min(1),
  }),
);

/**
 * The stack's own keys: API keys by name, and the private halves of the ES256 signing keys. The first
 * one signs; tokens of all of them are accepted.
 */
export type Keys = z.infer<typeof keysSchema>;
/** A private key that signs tokens. */
export type SigningKey = z.infer<typeof privateJwkSchema>;

/** Files of before keys could be rotated hold one `signing_key`. */
function withSigningKeys(given: unknown): unknown {
  if (typeof given !== "object" || given === null || !("signing_key" in given)) return given;
  const { signing_key, ...others } = given;
  return { signing_keys: [signing_key], ...others };
}

/** Secret keys that are made at the first start; each can be replaced alone in keys.json. */
const secretNames = ["default", "cron", "metrics", "admin"];

function randomWord(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
}

/** A new private key that can sign tokens. */
export async function makeSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  return privateJwkSchema.parse({ ...jwk, kid: crypto.randomUUID(), alg: "ES256", use: "sig" });
}

async function makeKeys(): Promise<Keys> {
  return keysSchema.parse({
    publishable: { default: `sb_publishable_${randomWord()}` },
    secret: Object.fromEntries(secretNames.map((name) => [name, `sb_secret_${randomWord()}`])),
    signing_keys: [await makeSigningKey()],
  });
}

const fileOf = (dataFolder: string) => join(dataFolder, "keys.json");

/**
 * The keys of a data folder; made once, kept in `keys.json` (0600).
 * @throws StackFailure `keys_broken` when the file is there but cannot be used
 */
export async function loadKeys(dataFolder: string): Promise<Keys> {
  const file = fileOf(dataFolder);
  let text: string;
  try {
    text = Deno.readTextFileSync(file);
  } catch (thrown) {
    if (!(thrown instanceof Deno.errors.NotFound)) throw thrown;
    const made = await makeKeys();
    writePrivately(file, made);
    return made;
  }
  try {
    return keysSchema.parse(JSON.parse(text));
  } catch (thrown) {
    throw new StackFailure(
      "keys_broken",
      `Cannot read the keys in ${file}: ${messageOf(thrown)}`,
      "Delete that file to have new keys made; tokens and keys given out before stop working.",
      exitCodes.dataBroken,
    );
  }
}

/** Writes the keys for this user alone; a running stack takes the signing keys over within a second. */
export function saveKeys(dataFolder: string, keys: Keys): void {
  writePrivately(fileOf(dataFolder), keysSchema.parse(keys));
}

/** The public half of a signing key. */
export function publicJwk({ d: _private, ...publicKey }: SigningKey): Record<string, unknown> {
  return { ...publicKey, key_ops: ["verify"] };
}

/** The public halves of the signing keys, as served under /auth/v1/.well-known/jwks.json. */
export function publicJwks(keys: Keys): { keys: Record<string, unknown>[] } {
  return { keys: keys.signing_keys.map(publicJwk) };
}
