import { CompactSign, exportJWK, generateKeyPair, importJWK, SignJWT } from "jose";
import { loadKeys } from "../keys.ts";
import type { StackFile } from "../stack_file.ts";
import { agentClaims } from "../test_stack.ts";
import { createTokens, type Tokens } from "../tokens.ts";

/** Whose tokens are forged: a stack, or its keys alone. */
export interface Forged {
  readonly tokens: Tokens;
  readonly file: Pick<StackFile, "jwks" | "data_folder">;
}

const base64url = (value: unknown) =>
  btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** Signs claims whose JSON text no object of ours could have. */
function signText(text: string, key: Parameters<SignJWT["sign"]>[0], kid: string) {
  return new CompactSign(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: "ES256", kid }).sign(key);
}

/** Tokens that look right and are not, by what is wrong with them. */
export async function forgedTokens(stack: Forged): Promise<Record<string, string>> {
  const jwk = stack.file.jwks.keys[0] ?? {};
  const kid = String(jwk.kid);
  const foreign = await generateKeyPair("ES256", { extractable: true });
  const now = Math.floor(Date.now() / 1000);
  const claims = { ...agentClaims, iss: stack.tokens.issuer, iat: now, exp: now + 60 };
  const sign = (
    header: { alg: string; kid?: string },
    key: Parameters<SignJWT["sign"]>[0],
    more: object = {},
  ) => new SignJWT({ ...claims, ...more }).setProtectedHeader(header).sign(key);
  const own = (await loadKeys(stack.file.data_folder)).signing_keys[0]!;
  const publicKeyBytes = new TextEncoder().encode(JSON.stringify(jwk)) as Uint8Array;
  const good = await stack.tokens.sign(agentClaims, 60);
  const [header, , signature] = good.split(".");
  const other = await exportJWK(foreign.privateKey);
  return {
    "signed by another key under our key id": await sign({ alg: "ES256", kid }, foreign.privateKey),
    "signed by a key we do not know": await sign(
      { alg: "ES256", kid: "x" },
      await importJWK(other, "ES256"),
    ),
    "signed HS256 with the public key": await sign({ alg: "HS256", kid }, publicKeyBytes),
    "with alg none": `${base64url({ alg: "none", kid })}.${base64url(claims)}.`,
    "with changed claims": `${header}.${
      base64url({ ...claims, role: "service_role" })
    }.${signature}`,
    "expired": await stack.tokens.sign(agentClaims, -5),
    "of the future": await sign({ alg: "ES256", kid }, await importJWK(own, "ES256"), {
      iat: now + 600,
      exp: now + 1500,
    }),
    "that holds from later on": await sign({ alg: "ES256", kid }, await importJWK(own, "ES256"), {
      nbf: now + 600,
    }),
    "for somebody else": await stack.tokens.sign({ ...agentClaims, aud: "elsewhere" }, 60),
    "for somebody else and us in no list": await stack.tokens.sign(
      { ...agentClaims, aud: ["elsewhere", "authenticated2"] },
      60,
    ),
    "without a role": await stack.tokens.sign({ ...agentClaims, role: undefined }, 60),
    "with a role of the database": await stack.tokens.sign(
      { ...agentClaims, role: "postgres" },
      60,
    ),
    "without an end": await sign({ alg: "ES256", kid }, await importJWK(own, "ES256"), {
      exp: undefined,
    }),
    "without a kid": await sign({ alg: "ES256" }, foreign.privateKey),
    "that names its role twice": await signText(
      JSON.stringify(claims).replace("}", ',"role":"service_role"}'),
      await importJWK(own, "ES256"),
      kid,
    ),
    "that names its tenant twice, once in escapes": await signText(
      JSON.stringify(claims).replace("}", `,"tenant\\u005fid":"${crypto.randomUUID()}"}`),
      await importJWK(own, "ES256"),
      kid,
    ),
    "that names its scopes twice": await signText(
      JSON.stringify(claims).replace("}", ',"scopes":["jobs:work"]}'),
      await importJWK(own, "ES256"),
      kid,
    ),
    "with a header of 8 KB": await new SignJWT(claims)
      .setProtectedHeader({ alg: "ES256", kid, pad: "x".repeat(8192) })
      .sign(await importJWK(own, "ES256")),
    "of another issuer": await (async () => {
      const keys = await loadKeys(stack.file.data_folder);
      return await (await createTokens(keys, "http://elsewhere")).sign(agentClaims, 60);
    })(),
  };
}
