import { type TokenRequest, tokenRequest } from "../_shared/access/contract.ts";
import { exchangeAssertion, exchangeCredential } from "../_shared/access/exchange.ts";
import { exchangeOidc } from "../_shared/access/exchange_oidc.ts";
import { invalidCredential } from "../_shared/access/refusing.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import type { Pool } from "../_shared/platform/pool.ts";
import { readBytes } from "../_shared/platform/read_bytes.ts";
import { namesOf, readFields, readJson, refusing } from "../_shared/platform/read_json.ts";

/** What somebody shows to get a token, and what for. */
export interface Exchange {
  /** A `cga_…` secret. */
  readonly secret: string | undefined;
  readonly asked: TokenRequest;
}

const refuse = refusing("docs/openapi/agent-token.json");

async function bodyOf(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) {
    const isEmpty = request.body === null || request.headers.get("content-length") === "0";
    return isEmpty ? {} : await readJson(request, refuse);
  }
  const form = new TextDecoder().decode(await readBytes(request, { most: 64 * 1024 }));
  const pairs = [...new URLSearchParams(form)];
  const names = pairs.map(([name]) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw refuse(namesOf([twice]), "it is given twice");
  return Object.fromEntries(pairs);
}

/** @throws CogoError bad_argument (400), missing_key, invalid_credential (401), body_timeout (408),
 * payload_too_large (413) */
export async function readExchange(request: Request): Promise<Exchange> {
  const asked = readFields(tokenRequest, await bodyOf(request), refuse);
  const bearer = /^bearer\s+(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const secret = bearer?.startsWith("cga_") ? bearer : undefined;
  const shown = [secret, asked.assertion, asked.subject_token].filter((one) => one);
  if (shown.length > 1) throw refuse("the credential", "show one of them");
  if (shown.length === 0) {
    if (bearer !== undefined) throw invalidCredential();
    throw new CogoError(
      "missing_key",
      "Cannot give a token: the request shows no credential",
      "Send Authorization: Bearer cga_…, or an assertion or a subject_token in the body.",
    );
  }
  return { secret, asked };
}

/** What SQL grants to who showed it. */
export function claimsFor(pool: Pool, { secret, asked }: Exchange): Promise<unknown> {
  if (secret !== undefined) return exchangeCredential(pool, secret, asked);
  if (asked.assertion !== undefined) return exchangeAssertion(pool, asked.assertion, asked);
  return exchangeOidc(pool, asked.subject_token!, asked);
}
