import { App } from "@supabase/lite";
import { SignJWT } from "jose";
import { createAuthTokens } from "./auth_tokens.ts";
import type { Caller } from "./caller.ts";
import type { Database } from "./database.ts";
import { quietly } from "./quiet.ts";
import { refuse } from "./replies.ts";
import type { Tokens } from "./tokens.ts";
import { TurnTimeout } from "./turns.ts";

/** Serves /rest/v1, /auth/v1 and the Studio page out of @supabase/lite. */
export interface Gateway {
  /** Answers as `caller`, whose credentials have been checked; undefined only for Studio. */
  fetch(request: Request, caller: Caller | undefined): Promise<Response>;
  /** Forgets what it knows of the schema; call after the schema changed. */
  forgetSchema(): Promise<void>;
}

/** What a gateway is made of. */
export interface GatewayParts {
  database: Database;
  tokens: Tokens;
  publishableKey: string;
  port: number;
  url: string;
  /** A Supabase project has its own Auth; ours would write into its tables. */
  withAuth: boolean;
  /** Milliseconds a request waits for the embedded database. */
  patience: number;
}

type Handle = { type: "publishable" | "secret"; claims: Record<string, unknown> };

/**
 * The gateway never sees a caller's credentials: it gets a one-time handle as `apikey`, which
 * stands for the claims that the front door has checked.
 */
export async function createGateway(parts: GatewayParts): Promise<Gateway> {
  const { database, patience } = parts;
  const secret = crypto.randomUUID() + crypto.randomUUID();
  const signingKey = new TextEncoder().encode(secret);
  const handles = new Map<string, Handle>();
  const keepQuiet = () => {};
  const authTokens = createAuthTokens(parts.tokens, signingKey);

  const app = new App(
    {
      connection: database.connection,
      api: { schemas: ["api"], port: parts.port },
      auth: {
        enabled: parts.withAuth,
        jwt_secret: secret,
        publishable_key: parts.publishableKey,
        site_url: parts.url,
      },
      db: { migrations: { enabled: false } },
      storage: { enabled: false },
      options: {
        server: {
          apiKeys: { resolver: (handle: string) => Promise.resolve(handles.get(handle) ?? null) },
        },
      },
    } as unknown as ConstructorParameters<typeof App>[0],
  );

  await quietly(keepQuiet, () => parts.withAuth ? app.ensureSystemSchema() : app.init());

  async function withHandle(request: Request, caller: Caller | undefined, handle: string) {
    const headers = new Headers(request.headers);
    headers.delete("authorization");
    headers.delete("apikey");
    if (caller) {
      const type = caller.by === "key" && caller.claims.role === "service_role"
        ? "secret"
        : "publishable";
      handles.set(handle, { type, claims: { ...caller.claims } });
      headers.set("apikey", handle);
    }
    const url = new URL(request.url);
    url.searchParams.delete("apikey");
    if (url.pathname.startsWith("/auth/v1") && caller?.by === "token") {
      const inner = new SignJWT(caller.claims).setProtectedHeader({ alg: "HS256", typ: "JWT" });
      headers.set("authorization", `Bearer ${await inner.sign(signingKey)}`);
    }
    if (url.pathname.startsWith("/rest/v1")) {
      const reads = request.method === "GET" || request.method === "HEAD";
      const profile = reads ? "accept-profile" : "content-profile";
      if (!headers.has(profile)) headers.set(profile, "api");
    }
    const hasBody = request.method !== "GET" && request.method !== "HEAD";
    const body = hasBody ? await request.arrayBuffer() : null;
    return new Request(url, { method: request.method, headers, body });
  }

  async function answer(request: Request): Promise<Response> {
    const response = await quietly(keepQuiet, async () => await app.fetch(request));
    // Read it all before the turn ends: the answer may still be fed by the session.
    const body = response.body ? await response.arrayBuffer() : null;
    return new Response(body, response);
  }

  return {
    forgetSchema: () => database.connection.clearSchemaCache(),
    async fetch(request, caller) {
      const handle = crypto.randomUUID();
      try {
        const inner = await withHandle(request, caller, handle);
        const response = database.session
          ? await database.session.turns.run("a REST request", patience, () => answer(inner))
          : await answer(inner);
        const isAuth = new URL(request.url).pathname.startsWith("/auth/v1");
        return isAuth ? await authTokens.outward(response) : response;
      } catch (thrown) {
        if (thrown instanceof TurnTimeout) return databaseBusy(thrown);
        throw thrown;
      } finally {
        handles.delete(handle);
      }
    },
  };
}

function databaseBusy(reason: TurnTimeout): Response {
  const response = refuse({
    status: 503,
    details: "database_busy",
    message: reason.message,
    hint: "Commit or roll back the open transaction in psql (or end that client) and try again.",
  });
  response.headers.set("retry-after", "2");
  return response;
}
