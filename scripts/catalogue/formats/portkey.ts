import { z } from "zod";
import { CatalogueError, type Model, type Parsed, readRow } from "../catalogue.ts";
import { amount, priceOf } from "../prices.ts";
import { isLocal, providerOf } from "../providers.ts";

const unit = z.looseObject({ price: amount }).optional();

const entry = z.looseObject({
  pricing_config: z.looseObject({
    currency: z.string().optional(),
    pay_as_you_go: z.looseObject({
      request_token: unit,
      response_token: unit,
      cache_read_input_token: unit,
      cache_write_input_token: unit,
    }).optional(),
  }),
});

/** Whether this is a file of Portkey-AI/models, folder pricing. */
export function isPortkey(content: unknown): boolean {
  return z.record(z.string(), z.unknown()).safeParse(content).success &&
    Object.values(content as object).some((of) =>
      z.looseObject({ pricing_config: z.unknown() }).safeParse(of).success && "pricing_config" in of
    );
}

function modelOf(key: string, value: unknown, provider: string): Model {
  const { pricing_config: { pay_as_you_go: paid, currency } } = readRow(entry, value, key);
  if (currency !== undefined && currency !== "USD") {
    throw new CatalogueError(`Cannot read ${key}: its prices are in ${currency}`);
  }
  const price = priceOf({
    input_price: paid?.request_token?.price,
    output_price: paid?.response_token?.price,
    cache_read_price: paid?.cache_read_input_token?.price,
    cache_write_price: paid?.cache_write_input_token?.price,
  }, { unit: "cents_per_token", free: isLocal(provider), row: key });
  return { provider, model: key, ...(price ? { price } : {}) };
}

/**
 * Reads a provider's file of Portkey-AI/models: cents per token, without sizes, so it can price
 * models that are known and add none. The file does not say whose it is: `provider` does.
 * @throws CatalogueError naming the model
 */
export function parsePortkey(content: unknown, provider: string | undefined): Parsed {
  if (provider === undefined) {
    throw new CatalogueError("Cannot tell whose prices these are: give --provider NAME");
  }
  const entries = Object.entries(readRow(z.record(z.string(), z.unknown()), content, "the file"));
  return {
    providers: [],
    models: entries.filter(([key]) => key !== "default")
      .map(([key, value]) => modelOf(key, value, providerOf(provider))),
    skipped: [],
  };
}
