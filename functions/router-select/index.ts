import { Hono } from "hono";
import { CogoError } from "../_shared/platform/errors.ts";
import { openPool, type Pool } from "../_shared/platform/pool.ts";
import { respondError } from "../_shared/platform/respond.ts";
import { respondAnswer, respondFailure } from "../_shared/platform/respond_call.ts";
import { served } from "../_shared/platform/served.ts";
import { verifyCaller } from "../_shared/platform/verified_caller.ts";
import { nextRequest, selectRequest } from "../_shared/routing/contract.ts";
import { readBody } from "../_shared/routing/read_body.ts";
import { outgoingTraceparent } from "../_shared/tracing/spanned.ts";

let pool: Pool | undefined;

/**
 * `POST /router-select`: chooses a model and holds the money; see docs/openapi/router-select.json.
 * @throws CogoError missing_key, invalid_token, not_an_agent (401), bad_argument (400),
 * database_unreachable (503); what SQL refuses is passed on
 */
async function select(request: Request): Promise<Response> {
  const caller = await verifyCaller(request);
  const asked = await readBody(request, selectRequest);
  pool ??= openPool();
  const told = { ...asked, traceparent: outgoingTraceparent(request) };
  return respondAnswer(await pool.callAs(caller.claims, "select_route", told));
}

/** `POST /router-select/next`: the next attempt after one failed. Throws as {@link select}. */
async function next(request: Request): Promise<Response> {
  const caller = await verifyCaller(request);
  const { decision_id, failure } = await readBody(request, nextRequest);
  pool ??= openPool();
  const told = Object.fromEntries(Object.entries(failure).filter(([, value]) => value !== null));
  return respondAnswer(
    await pool.callAs(caller.claims, "next_route", { decision_id, failure: told }),
  );
}

const app = new Hono();
const routes = { "/router-select": select, "/router-select/next": next };

for (const [path, answer] of Object.entries(routes)) {
  app.post(path, (context) => answer(context.req.raw));
  app.all(path, (context) => {
    const message = `Cannot ${context.req.method} ${path}`;
    return respondError(new CogoError("method_not_allowed", message, "Use POST."), {
      allow: "POST",
    });
  });
}
app.notFound((context) => {
  const hint = "There are POST /router-select and POST /router-select/next.";
  throw new CogoError("route_not_found", `Cannot find ${context.req.path}`, hint);
});
app.onError((thrown) => respondFailure(thrown, "router-select"));

export default served("router-select", app);
