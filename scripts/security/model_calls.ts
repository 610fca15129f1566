import { createRouter } from "../../functions/_shared/llm/mod.ts";
import type { Fault } from "../../functions/_shared/routing/fake_provider/mod.ts";
import { agentClaims } from "../stack/test_stack.ts";
import type { Journey } from "./journey_ground.ts";

/** Calls a model as an agent: once well, then once with each failure. */
export async function callModels(
  journey: Journey,
  failures: Readonly<Record<string, Fault>>,
): Promise<void> {
  const { stack, sql, provider, hear, sent } = journey;
  const { url, publishable_key } = stack.file;
  const router = createRouter({
    url,
    key: publishable_key,
    token: await stack.tokens.sign(agentClaims, 600),
    localHosts: [provider.host],
    maxWaitMs: 50,
    onEvent: (event) => hear({ source: "event of the client", text: JSON.stringify(event) }),
  });
  const need = { service: "chat", context_tokens: 1000, max_output_tokens: 100 } as const;
  const hello = { messages: [{ role: "user", content: "Hello" }] };
  const call = async (name: string) => {
    try {
      const llm = await router.route(need);
      await llm.chat(hello, { translate: () => hello });
    } catch (error) {
      const whole = Deno.inspect(error, { depth: 12, strAbbreviateSize: 1e6 });
      const stackText = error instanceof Error ? error.stack : "";
      hear({
        source: `error after: ${name}`,
        text: `${whole}\n${stackText}\n${JSON.stringify(error)}`,
      });
    }
  };
  await call("a good answer");
  for (const [name, fault] of Object.entries(failures)) {
    provider.next(fault, fault, fault, fault);
    await call(name);
    if (provider.seen.length === 0) throw new Error(`No call met: ${name}`);
    for (const { credential } of provider.seen) sent.add(credential);
    provider.reset();
    await sql`select api.revive_key(key_id) from cogo.secure_keys where state = 'active'`;
  }
  await router.close();
}
