import { Hono } from "hono";
import { CogoError } from "../_shared/platform/errors.ts";
import { respondThrown } from "../_shared/platform/respond.ts";
import { served } from "../_shared/platform/served.ts";
import { weekly } from "./weekly.ts";

const app = new Hono().basePath("/schedule");

app.post("/weekly", (context) => weekly(context.req.raw));

app.all("/weekly", (context) => {
  throw new CogoError("method_not_allowed", `Cannot ${context.req.method} /weekly`, "Use POST.");
});

app.notFound((context) => {
  throw new CogoError(
    "route_not_found",
    `Cannot find ${context.req.path}`,
    "There is POST /schedule/weekly (also at /api/schedule/weekly in the local stack).",
  );
});

app.onError((thrown) => respondThrown(thrown, "schedule"));

export default served("schedule", app);
