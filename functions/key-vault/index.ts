import { Hono } from "hono";
import type { VaultRequest } from "../_shared/keys/contract.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import { openPool, type Pool } from "../_shared/platform/pool.ts";
import { refuseOtherMethods } from "../_shared/platform/refuse_other_methods.ts";
import { respondAnswer, respondFailure } from "../_shared/platform/respond_call.ts";
import { served } from "../_shared/platform/served.ts";
import {
  demandScope,
  type VerifiedCaller,
  verifyCaller,
} from "../_shared/platform/verified_caller.ts";
import { isForAgents, operations } from "./operations.ts";
import { readRequest } from "./read_request.ts";

let pool: Pool | undefined;

type Operation = (pool: Pool, caller: VerifiedCaller, request: VaultRequest) => Promise<unknown>;

/**
 * `POST /key-vault {op, …}`: see docs/openapi/key-vault.json. Answers are kept by no cache.
 * @throws CogoError missing_key, invalid_token, not_an_agent (401), operators_only (403),
 * bad_argument (400), keys_not_configured, database_unreachable (503); what SQL refuses is passed on
 */
async function answer(request: Request): Promise<Response> {
  const caller = await verifyCaller(request);
  const asked = await readRequest(request);
  if (!caller.isOperator && !isForAgents(asked)) {
    throw new CogoError(
      "operators_only",
      `Cannot ${asked.op}: only an operator may`,
      "An agent resolves the grant of its decision and nothing else.",
    );
  }
  demandScope(caller, "keys:resolve");
  pool ??= openPool();
  return respondAnswer(await (operations[asked.op] as Operation)(pool, caller, asked));
}

const app = new Hono();

app.post("/key-vault", (context) => answer(context.req.raw));
refuseOtherMethods(app, { "/key-vault": "POST" });
app.notFound((context) => {
  throw new CogoError("route_not_found", `Cannot find ${context.req.path}`, "POST /key-vault {op}");
});
app.onError((thrown) => respondFailure(thrown, "key-vault"));

export default served("key-vault", app);
