import { Hono } from "hono";
import { deliverNotifications } from "../_shared/notifications/deliver_notifications.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import { isLocalStack } from "../_shared/platform/local_stack.ts";
import { openCaller } from "../_shared/platform/open_caller.ts";
import { refuseOtherMethods } from "../_shared/platform/refuse_other_methods.ts";
import { respond } from "../_shared/platform/respond.ts";
import { respondFailure } from "../_shared/platform/respond_call.ts";
import { served } from "../_shared/platform/served.ts";

/**
 * `POST /deliver`: sends due notifications, for up to 20 seconds, and answers how many. The clock
 * calls it; any number may run at once.
 * @throws CogoError missing_key, invalid_token (401), operators_only (403), database_unreachable (503)
 */
async function deliver(request: Request): Promise<Response> {
  const caller = await openCaller(request);
  if (!caller.isOperator) {
    throw new CogoError(
      "operators_only",
      "Cannot deliver notifications: only an operator may send them",
      "The clock does it with a secret key.",
    );
  }
  const readSecret = (name: string) => Deno.env.get(name);
  const options = { readSecret, allowLoopback: isLocalStack() };
  return respond(await deliverNotifications(caller.call, options));
}

const app = new Hono().basePath("/notify");

app.post("/deliver", (context) => deliver(context.req.raw));
refuseOtherMethods(app, { "/deliver": "POST" });
app.notFound((context) => {
  const hint = "There is POST /notify/deliver.";
  throw new CogoError("route_not_found", `Cannot find ${context.req.path}`, hint);
});
app.onError((thrown) => respondFailure(thrown, "notify"));

export default served("notify", app);
