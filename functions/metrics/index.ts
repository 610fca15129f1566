import { Hono } from "hono";
import { gateRecent } from "./gate_recent.ts";
import { gateSummary } from "./gate_summary.ts";
import { health } from "./health.ts";
import { prometheus } from "./prometheus.ts";
import { refuse } from "./refusal.ts";
import { summary } from "./summary.ts";

const routes = {
  "/summary": summary,
  "/gate/summary": gateSummary,
  "/quality/gate/recent": gateRecent,
  "/health": health,
  "/prometheus": prometheus,
};

const app = new Hono().basePath("/metrics");

for (const [path, answer] of Object.entries(routes)) {
  app.get(path, (context) => answer(context.req.raw)); // HEAD comes here too
  app.all(path, (context) =>
    refuse({
      status: 405,
      details: "method_not_allowed",
      message: `Cannot ${context.req.method} ${path}: metrics are only read`,
      hint: "Use GET.",
    }, { allow: "GET, HEAD" }));
}

app.notFound((context) =>
  refuse({
    status: 404,
    details: "route_not_found",
    message: `Cannot find ${context.req.path}`,
    hint: `There are ${Object.keys(routes).join(", ")}.`,
  })
);

app.onError((thrown) => {
  console.error("metrics:", thrown);
  return refuse({
    status: 500,
    details: "internal",
    message: "Cannot answer: the metrics function failed",
    hint: "Look at the function's log; the request may be sent again.",
  });
});

export default { fetch: (request: Request): Response | Promise<Response> => app.fetch(request) };
