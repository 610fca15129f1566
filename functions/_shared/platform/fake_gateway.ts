/** A call that reached the gateway. */
export interface Sent {
  /** Such as `/rest/v1/rpc/claim_webhooks`. */
  readonly path: string;
  readonly args: unknown;
  /** The key that it came with. */
  readonly key: string | null;
}

/** Settings of {@link withGateway}. */
export interface GatewaySettings {
  /** The secret key that the project knows. */
  readonly secret: string;
  /** What an RPC answers; 200 where no status is named. */
  readonly answer: (rpc: string) => { readonly status?: number; readonly body: unknown };
  /** Set besides, or over, what names the project. */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Stands for the gateway of a project while `use` runs: keeps the RPCs that a function calls, and
 * answers them. The environment, which a process has once, is as before in the end.
 */
export async function withGateway(
  { secret, answer, environment = {} }: GatewaySettings,
  use: (sent: readonly Sent[]) => Promise<void>,
): Promise<void> {
  const sent: Sent[] = [];
  const server = Deno.serve({ port: 0, onListen: () => {} }, async (request) => {
    const path = new URL(request.url).pathname;
    if (path.endsWith("jwks.json")) return Response.json({ keys: [] });
    sent.push({ path, args: await request.json(), key: request.headers.get("apikey") });
    const { status = 200, body } = answer(path.split("/").at(-1) ?? "");
    return Response.json(body, { status });
  });
  const before = Deno.env.toObject();
  // Nothing of a project that the machine itself is set up for may be seen.
  for (const name of ["SUPABASE_SERVICE_ROLE_KEY", "COGO_LOCAL"]) Deno.env.delete(name);
  setAll({
    SUPABASE_URL: `http://127.0.0.1:${server.addr.port}`,
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: secret }),
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: "sb_publishable_of_the_test" }),
    SUPABASE_JWKS: '{"keys":[]}',
    ...environment,
  });
  try {
    await use(sent);
  } finally {
    for (const name of Object.keys(Deno.env.toObject())) {
      if (!Object.hasOwn(before, name)) Deno.env.delete(name);
    }
    setAll(before);
    await server.shutdown();
  }
}

function setAll(variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) Deno.env.set(name, value);
}
