import { Hono } from "hono";
import { CogoError } from "../_shared/platform/errors.ts";
import { respondError, respondThrown } from "../_shared/platform/respond.ts";
import { served } from "../_shared/platform/served.ts";
import { isPageFile, servePageFile } from "./page.ts";

const app = new Hono({ strict: false }).basePath("/dashboard");

app.get("/", (context) => context.redirect("/dashboard/local"));
app.get("/local", (context) => servePageFile("index.html", context.req.raw));
app.get("/assets/:name", (context) => {
  const name = context.req.param("name");
  if (isPageFile(name)) return servePageFile(name, context.req.raw);
  const hint = "The page at /dashboard/local names its files.";
  return respondError(new CogoError("route_not_found", `Cannot find ${context.req.path}`, hint));
});

app.all("*", ({ req }) => {
  const isRead = req.method === "GET" || req.method === "HEAD";
  return isRead
    ? respondError(
      new CogoError("route_not_found", `Cannot find ${req.path}`, "The page is /dashboard/local."),
    )
    : respondError(
      new CogoError("method_not_allowed", `Cannot ${req.method} a page`, "Use GET."),
      { allow: "GET, HEAD" },
    );
});

app.onError((thrown) => respondThrown(thrown, "dashboard"));

export default served("dashboard", app);
