import { dashboardApp } from "../../functions/dashboard/app.ts";
import { apiClient } from "../../functions/_shared/platform/clients.ts";
import { CogoError } from "../../functions/_shared/platform/errors.ts";
import {
  isLocalReader,
  isLoopbackHost,
  isOwnPage,
} from "../../functions/_shared/platform/own_page.ts";
import { callerOf, type Purpose } from "../../functions/_shared/platform/rpc_caller.ts";
import { forward } from "./forwarded.ts";

/** What the dashboard of a project is opened with. */
export interface RemoteSettings {
  /** The project's address, without a slash at its end. */
  readonly project: string;
  /** Its secret key, which stays in this process. */
  readonly key: string;
  /** 0 = any that is free. */
  readonly port: number;
  readonly readOnly: boolean;
}

/** A dashboard that is being served. */
export interface RemoteDashboard {
  /** Such as `http://127.0.0.1:54380`. */
  readonly url: string;
  /** Whether the project answers; else what it, or its absence, says. */
  check(): Promise<string | undefined>;
  close(): Promise<void>;
}

function demandOwnPage(request: Request, purpose: Purpose, readOnly: boolean): void {
  if (!(purpose === "read" ? isLocalReader(request, true) : isOwnPage(request, true))) {
    throw new CogoError(
      "missing_key",
      "Cannot answer: only this dashboard's own page may ask",
      "Open the address that npm run dashboard printed.",
    );
  }
  if (purpose === "act" && readOnly) {
    const hint = "Start it without --read-only to act.";
    throw new CogoError("operators_only", "Cannot act: this dashboard only reads", hint);
  }
}

/**
 * Serves the dashboard's pages on 127.0.0.1 and asks a project for what they show. Whoever is not
 * one of these pages gets nothing, under any name of this machine.
 * @throws Deno.errors.AddrInUse
 */
export function serveRemoteDashboard(settings: RemoteSettings): RemoteDashboard {
  const { project, key, port, readOnly } = settings;
  const caller = callerOf(apiClient(project, key));
  const app = dashboardApp({
    shown: () => ({ place: new URL(project).host, mayAct: !readOnly }),
    openCaller(request, purpose) {
      demandOwnPage(request, purpose, readOnly);
      return Promise.resolve(caller);
    },
  });

  function answer(request: Request): Response | Promise<Response> {
    const { host, pathname } = new URL(request.url);
    if (!isLoopbackHost(host)) {
      return new Response("This dashboard serves its own machine\n", { status: 403 });
    }
    if (pathname.startsWith("/dashboard")) return app.fetch(request);
    if (pathname === "/" && request.method === "GET") {
      return Response.redirect(new URL("/dashboard/local", request.url), 302);
    }
    if (!isLocalReader(request, true)) return new Response("Not allowed\n", { status: 403 });
    return forward(request, project, key);
  }

  const server = Deno.serve({ hostname: "127.0.0.1", port, onListen: () => {} }, answer);
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    async check() {
      const told = await caller("metrics_health");
      if ("data" in told) return undefined;
      const { message, hint } = await told.refusal.json() as { message: string; hint: string };
      return `${message}. ${hint ?? ""}`.trim();
    },
    close: () => server.shutdown(),
  };
}
