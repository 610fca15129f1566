import { z } from "zod";
import { model, type Parsed, type Price, provider, readRow } from "../catalogue.ts";
import { units } from "../prices.ts";

const dollars = z.number().min(0).max(10_000)
  .transform((value) => Math.round(value * units.dollars_per_million));

const rates = {
  input: dollars,
  output: dollars,
  cache_read: dollars.optional(),
  cache_write: dollars.optional(),
  cache_write_1h: dollars.optional(),
  reasoning: dollars.optional(),
};

const tier = z.object(rates).partial().extend({ above: z.number().int().min(1) }).strict();

const ownPrice = z.strictObject({
  ...rates,
  per_request: dollars.optional(),
  tiers: z.array(tier).optional(),
  valid_from: z.iso.datetime({ offset: true }).optional(),
});

const row = model.omit({ price: true }).extend({ price: ownPrice.optional() });

const file = z.strictObject({
  format: z.literal("cogo-catalogue/1"),
  source: z.string().min(1).max(500),
  providers: z.array(z.unknown()).default([]),
  models: z.array(z.unknown()).default([]),
});

/** `{input: 3}` → `{input_price: 3_000_000_000}`. */
function renamed(told: Readonly<Record<string, unknown>>) {
  const names = Object.keys(rates).filter((name) => told[name] !== undefined);
  return Object.fromEntries(names.map((name) => [`${name}_price`, told[name]]));
}

function nanoPrice(price: z.infer<typeof ownPrice>): Price {
  const { tiers, valid_from, per_request } = price;
  return {
    ...renamed(price) as Pick<Price, "input_price" | "output_price">,
    ...(per_request === undefined ? {} : { request_price: per_request }),
    ...(valid_from === undefined ? {} : { valid_from }),
    ...(tiers ? { tiers: tiers.map((of) => ({ above: of.above, ...renamed(of) })) } : {}),
  };
}

/** Whether this is a catalogue of ours. */
export function isOwn(content: unknown): boolean {
  return z.looseObject({ format: z.string().startsWith("cogo-catalogue/") })
    .safeParse(content).success;
}

/**
 * Reads our own format: prices are dollars per million tokens.
 * @throws CatalogueError naming the row
 */
export function parseOwn(content: unknown): Parsed {
  const read = readRow(file, content, "the file");
  return {
    source: read.source,
    providers: read.providers.map((item, at) => readRow(provider, item, `providers[${at}]`)),
    models: read.models.map((item, at) => {
      const { price, ...rest } = readRow(row, item, `models[${at}]`);
      return price === undefined ? rest : { ...rest, price: nanoPrice(price) };
    }),
    skipped: [],
  };
}
