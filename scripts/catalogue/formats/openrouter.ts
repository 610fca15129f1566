import { z } from "zod";
import { type Model, type Parsed, readRow, type Skipped } from "../catalogue.ts";
import { amount, priceOf } from "../prices.ts";

const size = z.number().int().positive().nullish().catch(undefined);
const told = amount.nullish().transform((value) => value ?? undefined);

const item = z.looseObject({
  id: z.string().min(1),
  context_length: size,
  architecture: z.looseObject({
    input_modalities: z.array(z.string()).default([]),
    output_modalities: z.array(z.string()).default(["text"]),
  }).default({ input_modalities: [], output_modalities: ["text"] }),
  pricing: z.looseObject({
    prompt: told,
    completion: told,
    request: told,
    input_cache_read: told,
    input_cache_write: told,
    internal_reasoning: told,
  }),
  top_provider: z.looseObject({ max_completion_tokens: size }).nullish(),
  supported_parameters: z.array(z.string()).default([]),
});
type Item = z.infer<typeof item>;

const file = z.looseObject({ data: z.array(z.unknown()) });

function capabilitiesOf(of: Item): string[] {
  const takes = (name: string) => of.supported_parameters.includes(name);
  return [
    ...(takes("tools") ? ["tools"] : []),
    ...(of.architecture.input_modalities.includes("image") ? ["vision"] : []),
    ...(takes("structured_outputs") || takes("response_format") ? ["json"] : []),
    ...(takes("reasoning") || takes("include_reasoning") ? ["reasoning"] : []),
    ...((of.pricing.input_cache_read ?? 0) > 0 ? ["cache"] : []),
  ];
}

/** -1 is said of routers such as openrouter/auto: the price is that of whatever they choose. */
function depends({ pricing }: Item): boolean {
  return pricing.prompt === -1 || pricing.completion === -1;
}

function modelOf(of: Item): Model {
  const { pricing } = of;
  const reading = {
    unit: "dollars_per_token",
    free: of.id.endsWith(":free"),
    row: of.id,
  } as const;
  const price = depends(of) ? undefined : priceOf({
    input_price: pricing.prompt,
    output_price: pricing.completion,
    cache_read_price: pricing.input_cache_read,
    cache_write_price: pricing.input_cache_write,
    reasoning_price: pricing.internal_reasoning,
  }, reading);
  const request = Math.round((pricing.request ?? 0) * 1e9);
  const output = of.top_provider?.max_completion_tokens;
  return {
    provider: "openrouter",
    model: of.id,
    service: "chat",
    ...(of.context_length ? { context_tokens: of.context_length } : {}),
    ...(output ? { max_output_tokens: output } : {}),
    capabilities: capabilitiesOf(of),
    ...(price ? { price: { ...price, ...(request > 0 ? { request_price: request } : {}) } } : {}),
  };
}

/** Whether this is the answer of OpenRouter's /api/v1/models. */
export function isOpenrouter(content: unknown): boolean {
  return z.looseObject({
    data: z.array(z.looseObject({ id: z.string(), pricing: z.looseObject({}) })).min(1),
  })
    .safeParse(content).success;
}

/**
 * Reads OpenRouter's list: dollars per token as text; 0 is a price of models called `…:free` only.
 * @throws CatalogueError naming the model
 */
export function parseOpenrouter(content: unknown): Parsed {
  const skipped: Skipped[] = [];
  const models = readRow(file, content, "the file").data.flatMap((value, at): Model[] => {
    const of = readRow(item, value, `data[${at}]`);
    if (of.architecture.output_modalities.includes("text")) return [modelOf(of)];
    skipped.push({ name: of.id, reason: "it answers no text" });
    return [];
  });
  return { providers: [], models, skipped };
}
