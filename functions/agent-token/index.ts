import { Hono } from "hono";
import { grantedClaims } from "../_shared/access/contract.ts";
import { publicKeys } from "../_shared/access/signing_keys.ts";
import { signToken } from "../_shared/access/sign_token.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import { openPool, type Pool } from "../_shared/platform/pool.ts";
import { refuseOtherMethods } from "../_shared/platform/refuse_other_methods.ts";
import { respond } from "../_shared/platform/respond.ts";
import { respondFailure } from "../_shared/platform/respond_call.ts";
import { served } from "../_shared/platform/served.ts";
import { claimsFor, readExchange } from "./read_exchange.ts";

let current: Pool | undefined;
const pool = () => current ??= openPool({ max: 4 });

/**
 * `POST /agent-token`: a credential, an assertion or an OIDC token for a token of 15 minutes; see
 * docs/openapi/agent-token.json.
 * @throws CogoError bad_argument (400), missing_key, invalid_credential (401), insufficient_scope
 * (403), rate_limited (429), tokens_not_configured, database_unreachable (503)
 */
async function exchange(request: Request): Promise<Response> {
  const asked = await readExchange(request);
  const granted = grantedClaims.parse(await claimsFor(pool(), asked));
  return respond(await signToken(granted));
}

/** `GET /agent-token/jwks`: the public keys, for who checks tokens elsewhere. Kept for 5 minutes. */
async function jwks(): Promise<Response> {
  const kept = await pool().callInside("signing_jwks", {}) as object[];
  const keys = kept.length > 0 ? kept : publicKeys();
  return respond({ keys }, 200, { "cache-control": "public, max-age=300" });
}

const app = new Hono();
app.post("/agent-token", (context) => exchange(context.req.raw));
app.get("/agent-token/jwks", () => jwks());
refuseOtherMethods(app, { "/agent-token": "POST", "/agent-token/jwks": "GET" });
app.notFound((context) => {
  const hint = "There are POST /agent-token and GET /agent-token/jwks.";
  throw new CogoError("route_not_found", `Cannot find ${context.req.path}`, hint);
});
app.onError((thrown) => respondFailure(thrown, "agent-token"));

export default served("agent-token", app);
