import { z } from "zod";
import { type Model, type Parsed, type Price, readRow, type Skipped } from "../catalogue.ts";
import { amount, priceOf, ratesOf, type Reading } from "../prices.ts";
import { isLocal, providerOf } from "../providers.ts";

const size = z.union([z.number().int().positive(), z.string().regex(/^\d+$/).transform(Number)])
  .optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const told = amount.nullish().transform((value) => value ?? undefined);

const entry = z.looseObject({
  litellm_provider: z.string(),
  mode: z.string().optional(),
  max_input_tokens: size,
  max_output_tokens: size,
  max_tokens: size,
  input_cost_per_token: told,
  output_cost_per_token: told,
  output_cost_per_reasoning_token: told,
  cache_read_input_token_cost: told,
  cache_creation_input_token_cost: told,
  cache_creation_input_token_cost_above_1hr: told,
  supports_function_calling: flag,
  supports_vision: flag,
  supports_response_schema: flag,
  supports_reasoning: flag,
  supports_prompt_caching: flag,
});
type Entry = z.infer<typeof entry>;

const fields = {
  input_price: "input_cost_per_token",
  output_price: "output_cost_per_token",
  cache_read_price: "cache_read_input_token_cost",
  cache_write_price: "cache_creation_input_token_cost",
  cache_write_1h_price: "cache_creation_input_token_cost_above_1hr",
} as const;

/** `input_cost_per_token_above_200k_tokens` and its like, by bound. */
function tiersOf(of: Entry, reading: Reading): NonNullable<Price["tiers"]> {
  const bounds = Object.keys(of).flatMap((key) => /_above_(\d+)k_tokens$/.exec(key)?.[1] ?? []);
  return [...new Set(bounds.map(Number))].sort((a, b) => a - b).map((thousands) => {
    const at = (field: string) => readRow(told, of[`${field}_above_${thousands}k_tokens`], field);
    const prices = Object.entries(fields).map(([name, field]) => [name, at(field)]);
    return { above: thousands * 1000, ...ratesOf(Object.fromEntries(prices), reading) };
  }).filter((tier) => Object.keys(tier).length > 1);
}

/** `groq/openai/gpt-oss-20b` → `openai/gpt-oss-20b`; `bedrock/eu-west-1/x` → `x` in eu-west-1. */
function nameOf(key: string, listed: string): { model: string; region?: string } {
  const prefix = listed.startsWith("bedrock") ? "bedrock/" : `${listed.split("-", 1)[0]}/`;
  if (!key.startsWith(prefix)) return { model: key };
  const model = key.slice(prefix.length);
  const regional = listed.startsWith("bedrock") && /^([a-z]{2}(?:-[a-z]+)+-\d)\/(.+)$/.exec(model);
  return regional ? { region: regional[1]!, model: regional[2]! } : { model };
}

function capabilitiesOf(of: Entry): string[] {
  return [
    ...(of.supports_function_calling ? ["tools"] : []),
    ...(of.supports_vision ? ["vision"] : []),
    ...(of.supports_response_schema ? ["json"] : []),
    ...(of.supports_reasoning ? ["reasoning"] : []),
    ...(of.supports_prompt_caching ? ["cache"] : []),
  ];
}

function modelOf(key: string, of: Entry): Model {
  const provider = providerOf(of.litellm_provider);
  const embeddings = of.mode === "embedding";
  const reading = {
    unit: "dollars_per_token",
    free: isLocal(provider),
    embeddings,
    row: key,
  } as const;
  const price = priceOf({
    ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, of[field]])),
    reasoning_price: of.output_cost_per_reasoning_token,
  }, reading);
  const tiers = tiersOf(of, reading);
  const context = of.max_input_tokens ?? of.max_tokens;
  return {
    provider,
    ...nameOf(key, of.litellm_provider),
    service: embeddings ? "embeddings" : "chat",
    ...(context === undefined ? {} : { context_tokens: context }),
    ...(of.max_output_tokens === undefined ? {} : { max_output_tokens: of.max_output_tokens }),
    capabilities: capabilitiesOf(of),
    ...(price ? { price: { ...price, ...(tiers.length > 0 ? { tiers } : {}) } } : {}),
  };
}

/** Whether this is LiteLLM's model_prices_and_context_window.json. */
export function isLitellm(content: unknown): boolean {
  return z.record(z.string(), z.unknown()).safeParse(content).success &&
    Object.values(content as object).some((of) =>
      z.looseObject({ litellm_provider: z.string() }).safeParse(of).success
    );
}

/**
 * Reads LiteLLM's list: dollars per token, a 0 is a price that nobody filled in.
 * @throws CatalogueError naming the model
 */
export function parseLitellm(content: unknown): Parsed {
  const skipped: Skipped[] = [];
  const models = Object.entries(readRow(z.record(z.string(), z.unknown()), content, "the file"))
    .flatMap(([key, value]): Model[] => {
      if (key === "sample_spec" || key === "fallback_generalizations") return [];
      const of = readRow(entry, value, key);
      if (of.mode === "chat" || of.mode === "embedding") return [modelOf(key, of)];
      skipped.push({ name: key, reason: `mode ${of.mode ?? "unknown"}` });
      return [];
    });
  return { providers: [], models, skipped };
}
