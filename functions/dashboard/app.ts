import { Hono } from "hono";
import { CogoError, type ErrorCode } from "../_shared/platform/errors.ts";
import { respondError, respondThrown } from "../_shared/platform/respond.ts";
import type { Purpose, RpcCaller } from "../_shared/platform/rpc_caller.ts";
import { act } from "./acts.ts";
import { leadTo } from "./artifact.ts";
import { serveAsset } from "./files.ts";
import { pages } from "./pages.ts";
import { read } from "./reads.ts";
import { servePage, type Shown } from "./shell.ts";

/** Where a dashboard's figures come from, and who may have them. */
export interface DashboardSource {
  /** What the page says about it; asked at each request. */
  shown(): Shown;
  /** Finds out who asks. @throws CogoError when they may not */
  openCaller(request: Request, purpose: Purpose): Promise<RpcCaller>;
  /** A signed link to an artifact, or the refusal. @throws CogoError artifact_not_found (404) */
  artifactLink(caller: RpcCaller, artifactId: string): Promise<string | Response>;
}

const refusal = (code: ErrorCode, message: string, hint: string, allow?: string) =>
  respondError(new CogoError(code, message, hint), allow === undefined ? {} : { allow });

/** The pages, their files, and the reads and acts behind them, below /dashboard. */
export function dashboardApp(source: DashboardSource): Hono {
  const app = new Hono({ strict: false }).basePath("/dashboard");

  app.get("/", (context) => context.redirect("/dashboard/local"));
  for (const page of pages) {
    app.get(page.path, (context) => servePage(page, source.shown(), context.req.raw));
  }
  app.get("/assets/:path{.+}", async (context) => {
    const hint = "The page at /dashboard/local names its files.";
    return await serveAsset(context.req.param("path"), context.req.raw) ??
      refusal("route_not_found", `Cannot find ${context.req.path}`, hint);
  });
  app.get(
    "/api/read/:rpc",
    (context) =>
      read(
        context.req.param("rpc"),
        context.req.raw,
        (request) => source.openCaller(request, "read"),
      ),
  );
  app.get("/artifacts/:id", async ({ req }) => {
    const caller = await source.openCaller(req.raw, "read");
    return leadTo(await source.artifactLink(caller, req.param("id")));
  });
  app.post(
    "/api/act/:rpc",
    (context) =>
      act(
        context.req.param("rpc"),
        context.req.raw,
        (request) => source.openCaller(request, "act"),
      ),
  );

  app.all(
    "/api/act/*",
    ({ req }) => refusal("method_not_allowed", `Cannot ${req.method} an act`, "Use POST.", "POST"),
  );
  app.all(
    "*",
    ({ req }) =>
      req.method === "GET" || req.method === "HEAD"
        ? refusal(
          "route_not_found",
          `Cannot find ${req.path}`,
          "The first page is /dashboard/local.",
        )
        : refusal("method_not_allowed", `Cannot ${req.method} a page`, "Use GET.", "GET, HEAD"),
  );

  app.onError((thrown) => respondThrown(thrown, "dashboard"));
  return app;
}
