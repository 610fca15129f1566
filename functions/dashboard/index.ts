import { Hono } from "hono";
import { isPageFile, servePageFile } from "./page.ts";

function refuse(status: number, details: string, message: string, hint: string): Response {
  return Response.json({ code: `PT${status}`, message, details, hint }, { status });
}

const app = new Hono().basePath("/dashboard");

app.get("/", (context) => context.redirect("/dashboard/local"));
app.get("/local", (context) => servePageFile("index.html", context.req.raw));
app.get("/assets/:name", (context) => {
  const name = context.req.param("name");
  return isPageFile(name) ? servePageFile(name, context.req.raw) : context.notFound();
});

app.all("*", (context) =>
  context.req.method === "GET" || context.req.method === "HEAD"
    ? refuse(
      404,
      "route_not_found",
      `Cannot find ${context.req.path}`,
      "The page is /dashboard/local.",
    )
    : refuse(
      405,
      "method_not_allowed",
      `Cannot ${context.req.method} ${context.req.path}: the page is only read`,
      "Use GET.",
    ));

export default { fetch: (request: Request): Response | Promise<Response> => app.fetch(request) };
