import { Hono } from "hono";
import { isUnholdable, refuse } from "../_shared/ingress/refuse.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import { refuseOtherMethods } from "../_shared/platform/refuse_other_methods.ts";
import { respondError } from "../_shared/platform/respond.ts";
import { respondFailure } from "../_shared/platform/respond_call.ts";
import { served } from "../_shared/platform/served.ts";
import { receiveHook, showHookSecret } from "./hooks.ts";
import { cancelJob, showJob, showResult } from "./status.ts";
import { streamEvents } from "./stream.ts";
import { submit } from "./submit.ts";

const app = new Hono().basePath("/ingress");
app.post("/jobs", (context) => submit(context.req.raw));
app.get("/jobs/:id", (context) => showJob(context.req.raw, context.req.param("id")));
app.delete("/jobs/:id", (context) => cancelJob(context.req.raw, context.req.param("id")));
app.get("/jobs/:id/result", (context) => showResult(context.req.raw, context.req.param("id")));
app.get("/jobs/:id/events", (context) => streamEvents(context.req.raw, context.req.param("id")));
app.post("/jobs/:id/cancel", (context) => cancelJob(context.req.raw, context.req.param("id")));
app.post("/hooks/:name", (context) => receiveHook(context.req.raw, context.req.param("name")));
app.post(
  "/hooks/:name/secret",
  (context) => showHookSecret(context.req.raw, context.req.param("name")),
);

refuseOtherMethods(app, {
  "/jobs": "POST",
  "/jobs/:id": "GET, DELETE",
  "/jobs/:id/result": "GET",
  "/jobs/:id/events": "GET",
  "/jobs/:id/cancel": "POST",
  "/hooks/:name": "POST",
  "/hooks/:name/secret": "POST",
});
app.notFound((context) => {
  throw new CogoError(
    "route_not_found",
    `Cannot find ${context.req.path}`,
    "There are POST /ingress/jobs, GET /ingress/jobs/ID, …/result and …/events, POST …/cancel, " +
      "and POST /ingress/hooks/NAME.",
  );
});
app.onError((thrown) =>
  isUnholdable(thrown)
    ? respondError(refuse("the body", "it holds a text that the database cannot"))
    : respondFailure(thrown, "ingress")
);

export default served("ingress", app);
