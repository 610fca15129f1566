import { Hono } from "hono";
import { CogoError } from "../_shared/platform/errors.ts";
import { respondError, respondThrown } from "../_shared/platform/respond.ts";
import { served } from "../_shared/platform/served.ts";
import { gateRecent } from "./gate_recent.ts";
import { gateSummary } from "./gate_summary.ts";
import { health } from "./health.ts";
import { history } from "./history.ts";
import { keys } from "./keys.ts";
import { prometheus } from "./prometheus.ts";
import { decision, routing } from "./routing.ts";
import { spend } from "./spend.ts";
import { summary } from "./summary.ts";

const routes = {
  "/summary": summary,
  "/history": history,
  "/gate/summary": gateSummary,
  "/quality/gate/recent": gateRecent,
  "/routing": routing,
  "/routing/decision": decision,
  "/spend": spend,
  "/keys": keys,
  "/health": health,
  "/prometheus": prometheus,
};

const app = new Hono().basePath("/metrics");

for (const [path, answer] of Object.entries(routes)) {
  app.get(path, (context) => answer(context.req.raw)); // HEAD comes here too
  app.all(path, (context) => {
    const message = `Cannot ${context.req.method} ${path}: metrics are only read`;
    const error = new CogoError("method_not_allowed", message, "Use GET.");
    return respondError(error, { allow: "GET, HEAD" });
  });
}

app.notFound((context) => {
  const hint = `There are ${Object.keys(routes).join(", ")}.`;
  const error = new CogoError("route_not_found", `Cannot find ${context.req.path}`, hint);
  return respondError(error);
});

app.onError((thrown) => respondThrown(thrown, "metrics"));

export default served("metrics", app);
