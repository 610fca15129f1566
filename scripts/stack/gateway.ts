import { App } from "@supabase/lite";
import { createAccessHook } from "./access_hook.ts";
import { createAuthTokens } from "./auth_tokens.ts";
import type { Caller } from "./caller.ts";
import type { Database } from "./database.ts";
import { explainRefusal } from "./explain_refusals.ts";
import { forGateway } from "./gateway_request.ts";
import type { Keys } from "./keys.ts";
import { quietly } from "./quiet.ts";
import { refuse } from "./replies.ts";
import { shortenContext } from "./request_context.ts";
import type { Tokens } from "./tokens.ts";
import { TurnTimeout } from "./turns.ts";

/** Serves /rest/v1, /auth/v1 and the Studio page out of @supabase/lite. */
export interface Gateway {
  /** Answers as `caller`, whose credentials have been checked; undefined only for Studio. */
  fetch(request: Request, caller: Caller | undefined): Promise<Response>;
}

/** What a gateway is made of. */
export interface GatewayParts {
  database: Database;
  tokens: Tokens;
  keys: Keys;
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
  const hook = await createAccessHook(database.executor);
  const authTokens = createAuthTokens(parts.tokens, signingKey, hook);

  const app = new App(
    {
      connection: database.connection,
      api: { schemas: ["api"], port: Number(new URL(parts.url).port) },
      auth: {
        enabled: parts.withAuth,
        jwt_secret: secret,
        publishable_key: parts.keys.publishable.default,
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

  shortenContext(database.connection);
  await quietly(keepQuiet, () => parts.withAuth ? app.ensureSystemSchema() : app.init());

  async function answer(request: Request): Promise<Response> {
    const response = await quietly(keepQuiet, async () => await app.fetch(request));
    // Read it all before the turn ends: the answer may still be fed by the session.
    const body = response.body ? await response.arrayBuffer() : null;
    return new Response(body, response);
  }

  return {
    async fetch(request, caller) {
      const handle = crypto.randomUUID();
      try {
        if (caller) handles.set(handle, standIn(caller));
        const inner = await forGateway(request, caller, handle, signingKey);
        const response = database.session
          ? await database.session.turns.run("a REST request", patience, () => answer(inner))
          : await answer(inner);
        const isAuth = new URL(request.url).pathname.startsWith("/auth/v1");
        return isAuth ? await authTokens.outward(response) : await explainRefusal(response);
      } catch (thrown) {
        if (thrown instanceof TurnTimeout) return databaseBusy(thrown);
        throw thrown;
      } finally {
        handles.delete(handle);
      }
    },
  };
}

/** A secret key is shown as one, so that Auth lets operators manage users. */
function standIn({ by, claims }: Caller): Handle {
  const isSecret = by === "key" && claims.role === "service_role";
  return { type: isSecret ? "secret" : "publishable", claims: { ...claims } };
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
