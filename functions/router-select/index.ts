import { Hono } from "hono";
import { CogoError } from "../_shared/platform/errors.ts";
import { openPool, type Pool } from "../_shared/platform/pool.ts";
import { refuseOtherMethods } from "../_shared/platform/refuse_other_methods.ts";
import { respondAnswer, respondFailure } from "../_shared/platform/respond_call.ts";
import { served } from "../_shared/platform/served.ts";
import { verifyCaller } from "../_shared/platform/verified_caller.ts";
import { nextRequest, selectRequest } from "../_shared/routing/contract.ts";
import { readBody } from "../_shared/routing/read_body.ts";

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
  // The caller's own span, which the database may know; not the one of this answer.
  const traceparent = asked.traceparent ?? request.headers.get("traceparent") ?? undefined;
  return respondAnswer(await pool.callAs(caller.claims, "select_route", { ...asked, traceparent }));
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
app.post("/router-select", (context) => select(context.req.raw));
app.post("/router-select/next", (context) => next(context.req.raw));
refuseOtherMethods(app, { "/router-select": "POST", "/router-select/next": "POST" });
app.notFound((context) => {
  const hint = "There are POST /router-select and POST /router-select/next.";
  throw new CogoError("route_not_found", `Cannot find ${context.req.path}`, hint);
});
app.onError((thrown) => respondFailure(thrown, "router-select"));

export default served("router-select", app);
