import { Hono } from "hono";
import { CogoError } from "../_shared/platform/errors.ts";
import { respondError } from "../_shared/platform/respond.ts";
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

for (const path of ["/deliver", ...Object.keys(secretPaths)]) {
  app.all(path, (context) => {
    const message = `Cannot ${context.req.method} ${context.req.path}`;
    return respondError(new CogoError("method_not_allowed", message, "Use POST."), {
      allow: "POST",
    });
  });
}

app.notFound((context) => {
  throw new CogoError(
    "route_not_found",
    `Cannot find ${context.req.path}`,
    "There are POST /events/deliver, /events/webhooks/NAME/secret and /events/webhooks/NAME/rotate.",
  );
});

app.onError((thrown) => respondFailure(thrown, "events"));

export default served("events", app);
