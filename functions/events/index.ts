import { Hono } from "hono";
import { CogoError } from "../_shared/platform/errors.ts";
import { refuseOtherMethods } from "../_shared/platform/refuse_other_methods.ts";
import { respondFailure } from "../_shared/platform/respond_call.ts";
import { served } from "../_shared/platform/served.ts";
import { deliver } from "./deliver.ts";
import { showSecret } from "./secret.ts";

const app = new Hono().basePath("/events");
const secretPaths = { "/webhooks/:name/secret": false, "/webhooks/:name/rotate": true };

app.post("/deliver", (context) => deliver(context.req.raw));
for (const [path, rotate] of Object.entries(secretPaths)) {
  app.post(path, (context) => showSecret(context.req.raw, context.req.param("name") ?? "", rotate));
}

const paths = ["/deliver", ...Object.keys(secretPaths)];
refuseOtherMethods(app, Object.fromEntries(paths.map((path) => [path, "POST"])));

app.notFound((context) => {
  throw new CogoError(
    "route_not_found",
    `Cannot find ${context.req.path}`,
    "There are POST /events/deliver, /events/webhooks/NAME/secret and /events/webhooks/NAME/rotate.",
  );
});

app.onError((thrown) => respondFailure(thrown, "events"));

export default served("events", app);
