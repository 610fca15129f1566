/** The secret key that the fake project knows. */
export const secret = "sb_secret_of_the_schedule_test";

/** A call that reached the gateway. */
export interface Sent {
  path: string;
  key: string | null;
  body: unknown;
}

/** Stands for the gateway: keeps what the function sent to it and answers `answer`. */
export async function withGateway(
  answer: { status: number; body: unknown },
  use: (sent: Sent[]) => Promise<void>,
): Promise<void> {
  const sent: Sent[] = [];
  const server = Deno.serve({ port: 0, onListen: () => {} }, async (request) => {
    const path = new URL(request.url).pathname;
    if (path.endsWith("jwks.json")) return Response.json({ keys: [] });
    sent.push({ path, key: request.headers.get("apikey"), body: await request.json() });
    return Response.json(answer.body, { status: answer.status });
  });
  const environment = {
    SUPABASE_URL: `http://127.0.0.1:${server.addr.port}`,
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: secret }),
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: "sb_publishable_of_the_test" }),
    SUPABASE_JWKS: '{"keys":[]}',
  };
  const before = Deno.env.toObject();
  Deno.env.delete("SUPABASE_SERVICE_ROLE_KEY");
  for (const [name, value] of Object.entries(environment)) Deno.env.set(name, value);
  try {
    await use(sent);
  } finally {
    for (const name of Object.keys(environment)) Deno.env.delete(name);
    for (const [name, value] of Object.entries(before)) Deno.env.set(name, value);
    await server.shutdown();
  }
}
