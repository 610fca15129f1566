import { credentialsOf, identify, noCredentials } from "./caller.ts";
import type { FunctionHost } from "./function_host.ts";
import type { Gateway } from "./gateway.ts";
import { type Keys, publicJwks } from "./keys.ts";
import { refuseForeignHost } from "./own_host.ts";
import { openToBrowsers, preflight, refuse } from "./replies.ts";
import { looksLikeToken, type Tokens } from "./tokens.ts";

/** Where the front door sends what it has checked. */
export interface Rooms {
  keys: Keys;
  tokens: Tokens;
  gateway: Gateway;
  functions: FunctionHost;
  /** Answers the Studio page and its assets; undefined where there is none. */
  studio: ((request: Request) => Promise<Response | undefined>) | undefined;
  /** Why Auth is not served here; undefined when it is. */
  authElsewhere: string | undefined;
}

/** Auth pages that a browser opens without any header. */
const openAuth = /^\/auth\/v1\/(callback|authorize|verify|health|settings)$/;

/** The plan's own routes, each the path of an edge function. */
const routes: [RegExp, string, (rest: string) => string][] = [
  [/^\/functions\/v1\/([^/]+)(.*)$/, "", (rest) => rest],
  [/^\/api\/schedule(\/.*)?$/, "schedule", (rest) => rest],
  [/^\/api\/metrics(\/.*)?$/, "metrics", (rest) => rest],
  [/^\/api\/ingress(\/.*)?$/, "ingress", (rest) => rest],
  [/^\/metrics$/, "metrics", () => "/prometheus"],
  [/^\/dashboard(\/.*)?$/, "dashboard", (rest) => rest],
];

function functionRoute(path: string): { name: string; path: string } | undefined {
  for (const [pattern, name, toPath] of routes) {
    const match = pattern.exec(path);
    if (!match) continue;
    const [first = "", second = ""] = match.slice(1);
    return name === "" ? { name: first, path: second } : { name, path: toPath(first) };
  }
  return undefined;
}

/** Answers every request at the stack's one address. */
export function createFrontDoor(rooms: Rooms): (request: Request) => Promise<Response> {
  const { keys, tokens, gateway, functions } = rooms;
  async function toFunction(name: string, path: string, request: Request): Promise<Response> {
    // Functions check their callers themselves; what is plainly forged does not get that far.
    const given = Object.values(credentialsOf(request));
    const checked = given.filter((one) => looksLikeToken(one) || one.startsWith("sb_"));
    if (checked.length > 0 && checked.length === given.length) {
      const identified = await identify(request, keys, tokens);
      if ("refusal" in identified) return refuse(identified.refusal);
    }
    return await functions.fetch(name, path, request);
  }

  async function toGateway(path: string, request: Request): Promise<Response> {
    if (request.method === "OPTIONS") return preflight(request);
    if (path.startsWith("/auth/v1") && rooms.authElsewhere) {
      return refuse({
        status: 501,
        details: "auth_elsewhere",
        message: "Cannot sign in here: this database belongs to a Supabase project",
        hint: rooms.authElsewhere,
      });
    }
    const identified = await identify(request, keys, tokens);
    if ("refusal" in identified) return refuse(identified.refusal);
    if ("nobody" in identified && !openAuth.test(path)) return refuse(noCredentials);
    const caller = "caller" in identified ? identified.caller : undefined;
    return openUp(await gateway.fetch(request, caller));
  }

  return async (request) => {
    const path = new URL(request.url).pathname;
    if (path === "/auth/v1/.well-known/jwks.json") {
      const headers = { ...openToBrowsers, "content-type": "application/json" };
      return new Response(JSON.stringify(publicJwks(keys)), { headers });
    }
    if (/^\/(rest|auth)\/v1(\/|$)/.test(path)) return await toGateway(path, request);
    const refused = await refuseForeignHost(request, keys, tokens);
    if (refused) return refused;
    const route = functionRoute(path);
    if (route) return await toFunction(route.name, route.path, request);
    return await rooms.studio?.(request) ?? refuse({
      status: 404,
      details: "route_not_found",
      message: `Cannot find ${path}`,
      hint: "There are /rest/v1, /auth/v1, /functions/v1/NAME, /api/schedule, /api/metrics, " +
        "/api/ingress, /metrics and /dashboard/local.",
    });
  };
}

function openUp(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(openToBrowsers)) headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
}
