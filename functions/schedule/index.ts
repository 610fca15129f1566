import { Hono } from "hono";
import { CogoError } from "../_shared/platform/errors.ts";
import { respondThrown } from "../_shared/platform/respond.ts";
import { served } from "../_shared/platform/served.ts";
import { gate, weekly } from "./weekly.ts";

const app = new Hono().basePath("/schedule");

for (const [path, open] of Object.entries({ "/weekly": weekly, "/gate": gate })) {
  app.post(path, (context) => open(context.req.raw));
  app.all(path, (context) => {
    throw new CogoError("method_not_allowed", `Cannot ${context.req.method} ${path}`, "Use POST.");
  });
}

app.notFound((context) => {
  throw new CogoError(
    "route_not_found",
    `Cannot find ${context.req.path}`,
    "There are POST /schedule/weekly and /schedule/gate (also below /api in the local stack).",
  );
});

app.onError((thrown) => respondThrown(thrown, "schedule"));

export default served("schedule", app);
