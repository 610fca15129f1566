import assert from "node:assert/strict";
import type { Stack } from "../../../scripts/stack/stack_settings.ts";
import type { FakeProvider } from "../routing/fake_provider/mod.ts";
import type { DirectPath } from "./direct_path.ts";

/** A provider in each format, a dollar a million in and two out. */
const catalogue = (provider: FakeProvider) => `
insert into cogo.llm_providers (provider, name, api_format, base_url, allowed_hosts, auth_style, source, changed_at)
values ('one', 'One', 'openai', '${provider.openaiUrl}', '{127.0.0.1}', 'bearer', 'test', now()),
  ('two', 'Two', 'anthropic', '${provider.anthropicUrl}', '{127.0.0.1}', 'x-api-key', 'test', now());
insert into cogo.llm_models (provider, model, context_tokens, source, changed_at)
values ('one', 'm1', 8000, 'test', now()), ('two', 'm2', 8000, 'test', now());
insert into cogo.llm_prices (model_id, valid_from, input_price, output_price, source, source_sha256, imported_at)
select model_id, '2020-01-01', 1000000000, 2000000000, 'test', '', now() from cogo.llm_models;
select cogo.tick_routes();`;

/** Puts two models of a fake provider and their keys into a stack: `<value>-one`, `<value>-two`. */
export async function furnish(stack: Stack, provider: FakeProvider, value: string): Promise<void> {
  const vault = async (body: object) => {
    const response = await fetch(`${stack.file.url}/functions/v1/key-vault`, {
      method: "POST",
      headers: { apikey: stack.file.secret_key, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    assert.equal(response.status, 200, text);
  };
  await vault({ op: "kek", action: "register", kek_id: "k1" });
  await stack.database.executor.exec(catalogue(provider));
  for (const name of ["one", "two"]) {
    await vault({ op: "upsert", provider: name, value: `${value}-${name}`, shared: true });
  }
  await stack.database.executor.exec("select cogo.tick_routes()");
}

/** A direct path to a fake provider, at the prices of its models. */
export const direct = (provider: FakeProvider): DirectPath => ({
  amountNano: 2_000_000,
  provider: "own",
  model: "own-model",
  apiFormat: "openai",
  baseUrl: provider.openaiUrl,
  prices: { input: 1_000_000_000, output: 2_000_000_000 },
  key: () => "sk-own",
});
