import type { Stack } from "../../scripts/stack/stack_settings.ts";
import { callAsOperator } from "./example_data.ts";

interface Route {
  decision_id: string;
  model: string;
}

/** Three providers with keys (one of them due), models with prices, and a budget. */
export async function setUpRouting(stack: Stack): Promise<void> {
  await stack.database.executor.exec(`
    insert into cogo.llm_providers (provider, name, api_format, base_url, allowed_hosts, source, changed_at)
    select name, initcap(name), 'openai', 'https://' || name || '.example/v1', array[name || '.example'], 'example', now()
    from unnest(array['anthropic', 'openai', 'mistral']) as name;

    with model as (
      insert into cogo.llm_models (provider, model, context_tokens, capabilities, quality, source, changed_at)
      values
        ('anthropic', 'claude-sonnet-4.5', 200000, '{tools}', 0.8, 'example', now()),
        ('openai', 'gpt-5-mini', 400000, '{tools}', 0.7, 'example', now()),
        ('openai', 'gpt-5', 400000, '{tools}', 0.85, 'example', now()),
        ('mistral', 'mistral-medium', 128000, '{}', 0.65, 'example', now())
      returning model_id, quality
    )
    insert into cogo.llm_prices (model_id, valid_from, input_price, output_price, source, source_sha256, imported_at)
    select model_id, '2026-01-01', (quality * 3e9)::bigint, (quality * 12e9)::bigint, 'example', '', now() from model;

    insert into cogo.vault_settings (env, changed_at) values ('dev', now());
    insert into cogo.secure_keys (
      key_id, tenant_id, provider, env, version, state, alg, ciphertext, iv, checksum, last4, shared,
      created_at, changed_at, last_used_at, rotate_after, expires_at
    )
    select
      gen_random_uuid(), cogo.default_tenant(), provider, 'dev', version, 'active', 'plain', '', '', '', last4, false,
      now() - age, now() - age, now() - interval '4 minutes', now() + rotates, now() + expires
    from (values
      ('anthropic', 2, '9f2c', interval '21 days', interval '69 days', null::interval),
      ('mistral', 1, '77ab', interval '80 days', interval '100 days', interval '5 days'),
      ('openai', 3, 'd41x', interval '120 days', interval '-2 days', null)
    ) as key (provider, version, last4, age, rotates, expires);
    select cogo.tick_routes();
  `);
  await callAsOperator(stack, "set_budget", { limit_nano: 2_000_000_000, period: "day" });
  await callAsOperator(stack, "set_budget", { limit_nano: null, scope: "organisation" });
  // Nothing is foretold from a budget's first minute.
  await stack.database.executor.exec(
    "update cogo.budgets set created_at = now() - interval '9 hours';",
  );
}

/** Makes decisions and settles all but the last; every fourth call fails at its provider. */
export async function makeDecisions(stack: Stack, many: number): Promise<Route[]> {
  const routes: Route[] = [];
  for (let n = 0; n < many; n++) {
    const route = await callAsOperator(stack, "select_route", {
      service: "chat",
      context_tokens: 1200 + n * 350,
      max_output_tokens: 800,
      ...(n % 3 === 0 ? { intended_model: "mistral-medium", capabilities: ["tools"] } : {}),
    }) as Route;
    routes.push(route);
    if (n === many - 1) break;
    const failed = n % 4 === 3;
    await callAsOperator(stack, "settle_route", {
      decision_id: route.decision_id,
      status: failed ? "failed" : "succeeded",
      http_status: failed ? 529 : 200,
      first_token_ms: failed ? null : 320 + n * 40,
      usage: { input_tokens: 1200 + n * 350, output_tokens: failed ? 0 : 640 },
    });
  }
  await stack.database.executor.exec("select cogo.tick_routes(), cogo.tend_money();");
  return routes;
}
