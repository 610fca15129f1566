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

const keysSchema = z.object({
  publishable: z.record(z.string(), z.string().startsWith("sb_publishable_")),
  secret: z.record(z.string(), z.string().startsWith("sb_secret_")),
  signing_key: privateJwkSchema,
});

/** The stack's own keys: API keys by name, and the private half of the ES256 signing key. */
export type Keys = z.infer<typeof keysSchema>;

/** Secret keys that are made at the first start; each can be replaced alone in keys.json. */
const secretNames = ["default", "cron", "metrics", "admin"];

function randomWord(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
}

async function makeKeys(): Promise<Keys> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  return keysSchema.parse({
    publishable: { default: `sb_publishable_${randomWord()}` },
    secret: Object.fromEntries(secretNames.map((name) => [name, `sb_secret_${randomWord()}`])),
    signing_key: { ...jwk, kid: crypto.randomUUID(), alg: "ES256", use: "sig" },
  });
}

/**
 * The keys of a data folder; made once, kept in `keys.json` (0600).
 * @throws StackFailure `keys_broken` when the file is there but cannot be used
 */
export async function loadKeys(dataFolder: string): Promise<Keys> {
  const file = join(dataFolder, "keys.json");
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

/** The public half of the signing key, as served under /auth/v1/.well-known/jwks.json. */
export function publicJwks(keys: Keys): { keys: Record<string, unknown>[] } {
  const { d: _private, ...publicKey } = keys.signing_key;
  return { keys: [{ ...publicKey, key_ops: ["verify"] }] };
}
