import events from "./index.ts";

const secret = "sb_secret_of_the_events_test";
/** The signing key of the tests. */
export const signingKey = "the signing key of the events test";
/** What show_webhook_key answers in the tests. */
export const shown = {
  subscription_id: "01900000-0000-7000-8000-0000000000ff",
  name: "hook",
  key_version: 1,
  previous_key_until: null,
};

/** Stands for the gateway: keeps the RPCs that the function calls and answers `answers[rpc]`. */
export async function withGateway(
  answers: Record<string, { status: number; body: unknown }>,
  use: (called: { name: string; args: unknown }[]) => Promise<void>,
  key = signingKey,
): Promise<void> {
  const called: { name: string; args: unknown }[] = [];
  const server = Deno.serve({ port: 0, onListen: () => {} }, async (request) => {
    const name = new URL(request.url).pathname.split("/").at(-1)!;
    called.push({ name, args: await request.json() });
    const { status, body } = answers[name] ?? { status: 404, body: {} };
    return Response.json(body, { status });
  });
  const before = Deno.env.toObject();
  const environment = {
    SUPABASE_URL: `http://127.0.0.1:${server.addr.port}`,
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: secret }),
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: "sb_publishable_of_the_test" }),
    SUPABASE_JWKS: '{"keys":[]}',
    WEBHOOK_SIGNING_KEY: key,
  };
  for (const [name, value] of Object.entries(environment)) Deno.env.set(name, value);
  try {
    await use(called);
  } finally {
    for (const name of Object.keys(environment)) Deno.env.delete(name);
    for (const [name, value] of Object.entries(before)) Deno.env.set(name, value);
    await server.shutdown();
  }
}

/** Posts to the function with an operator's key, or with other headers. */
export async function post(path: string, headers: Record<string, string> = { apikey: secret }) {
  const request = new Request(`http://localhost/events${path}`, { method: "POST", headers });
  const response = await events.fetch(request);
  return { status: response.status, body: await response.json() };
}
