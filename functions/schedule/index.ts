import { Hono } from "hono";
import { refuse } from "./refuse.ts";
import { weekly } from "./weekly.ts";

const app = new Hono().basePath("/schedule");

app.post("/weekly", (context) => weekly(context.req.raw));
app.all("/weekly", (context) =>
  refuse({
    status: 405,
    details: "method_not_allowed",
    message: `Cannot ${context.req.method} /weekly`,
    hint: "Use POST.",
  }));

app.notFound((context) =>
  refuse({
    status: 404,
    details: "route_not_found",
    message: `Cannot find ${context.req.path}`,
    hint: "There is POST /schedule/weekly (also at /api/schedule/weekly in the local stack).",
  })
);

app.onError((thrown) => {
  console.error("schedule:", thrown);
  return refuse({
    status: 500,
    details: "internal",
    message: "Cannot answer: the schedule function failed",
    hint: "Look at the function's log; the request may be sent again.",
  });
});

export default { fetch: (request: Request): Response | Promise<Response> => app.fetch(request) };
