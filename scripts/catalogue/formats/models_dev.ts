import { z } from "zod";
import { type Model, type Parsed, readRow, type Skipped } from "../catalogue.ts";
import { amount, priceOf, ratesOf } from "../prices.ts";
import { isLocal, providerOf } from "../providers.ts";

const size = z.number().int().positive().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const rates = z.looseObject({
  input: amount.optional(),
  output: amount.optional(),
  cache_read: amount.optional(),
  cache_write: amount.optional(),
  reasoning: amount.optional(),
});
const none = { input: ["text"], output: ["text"] };

const entry = z.looseObject({
  id: z.string().min(1),
  family: z.string().min(1).optional().catch(undefined),
  reasoning: flag,
  tool_call: flag,
  structured_output: flag,
  status: z.string().optional().catch(undefined),
  modalities: z.looseObject({ input: z.array(z.string()), output: z.array(z.string()) }).catch(
    none,
  ),
  limit: z.looseObject({ context: size, output: size }).catch({
    context: undefined,
    output: undefined,
  }),
  cost: rates.extend({
    context_over_200k: rates.optional(),
    tiers: z.array(rates.extend({ tier: z.looseObject({ size: z.number().int().positive() }) }))
      .optional(),
  }).optional(),
});
type Entry = z.infer<typeof entry>;

const file = z.record(z.string(), z.looseObject({ models: z.record(z.string(), z.unknown()) }));

function pricesOf(cost: z.infer<typeof rates>) {
  return {
    input_price: cost.input,
    output_price: cost.output,
    cache_read_price: cost.cache_read,
    cache_write_price: cost.cache_write,
    reasoning_price: cost.reasoning,
  };
}

function modelOf(provider: string, of: Entry, row: string): Model {
  const reading = { unit: "dollars_per_million", free: isLocal(provider), row } as const;
  const price = of.cost && priceOf(pricesOf(of.cost), reading);
  const long = of.cost?.context_over_200k;
  const listed = of.cost?.tiers?.map((rates) => ({ above: rates.tier.size, rates })) ??
    (long ? [{ above: 200_000, rates: long }] : []);
  const tiers = listed.map(({ above, rates }) => ({ above, ...ratesOf(pricesOf(rates), reading) }))
    .filter((tier) => Object.keys(tier).length > 1);
  return {
    provider,
    model: of.id,
    service: "chat",
    ...(of.family === undefined ? {} : { family: of.family }),
    ...(of.limit.context === undefined ? {} : { context_tokens: of.limit.context }),
    ...(of.limit.output === undefined ? {} : { max_output_tokens: of.limit.output }),
    capabilities: [
      ...(of.tool_call ? ["tools"] : []),
      ...(of.modalities.input.includes("image") ? ["vision"] : []),
      ...(of.structured_output ? ["json"] : []),
      ...(of.reasoning ? ["reasoning"] : []),
      ...((of.cost?.cache_read ?? 0) > 0 ? ["cache"] : []),
    ],
    ...(price ? { price: { ...price, ...(tiers.length > 0 ? { tiers } : {}) } } : {}),
  };
}

/** Whether this is the api.json of models.dev. */
export function isModelsDev(content: unknown): boolean {
  return file.safeParse(content).success && Object.keys(content as object).length > 0;
}

/**
 * Reads models.dev: dollars per million tokens, by provider.
 * @throws CatalogueError naming provider and model
 */
export function parseModelsDev(content: unknown): Parsed {
  const skipped: Skipped[] = [];
  const models = Object.entries(readRow(file, content, "the file")).flatMap(([name, listed]) =>
    Object.entries(listed.models).flatMap(([key, value]): Model[] => {
      const row = `${name}/${key}`;
      const of = readRow(entry, value, row);
      const reason = of.status === "deprecated"
        ? "it is deprecated"
        : of.modalities.output.includes("text")
        ? undefined
        : "it answers no text";
      if (reason === undefined) return [modelOf(providerOf(name), of, row)];
      skipped.push({ name: row, reason });
      return [];
    })
  );
  return { providers: [], models, skipped };
}
