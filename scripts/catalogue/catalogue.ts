import { z } from "zod";

const nano = z.number().int().min(0).max(10_000_000_000_000);

/** The prices of one range of inputs, in nano-dollars per million tokens. */
const rates = z.strictObject({
  input_price: nano,
  output_price: nano,
  cache_read_price: nano.optional(),
  cache_write_price: nano.optional(),
  cache_write_1h_price: nano.optional(),
  reasoning_price: nano.optional(),
});

/** A price as `api.import_catalogue` takes it. `request_price` is nano-dollars per request. */
export const price = rates.extend({
  request_price: nano.optional(),
  tiers: z.array(rates.partial().extend({ above: z.number().int().min(1) })).max(10).optional(),
  valid_from: z.iso.datetime({ offset: true }).optional(),
});

const words = z.array(z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/)).max(50);

/** A model as `api.import_catalogue` takes it; what is left out stays as the database has it. */
export const model = z.strictObject({
  provider: z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/, "must be a slug such as openai"),
  model: z.string().min(1).max(200),
  region: z.string().regex(/^[a-z0-9-]{1,40}$/).optional(),
  service: z.enum(["chat", "embeddings"]).optional(),
  family: z.string().min(1).max(200).optional(),
  context_tokens: z.number().int().min(1).max(2_147_483_647).optional(),
  max_output_tokens: z.number().int().min(1).max(2_147_483_647).optional(),
  capabilities: words.optional(),
  quality: z.number().min(0).max(1).optional(),
  enabled: z.boolean().optional(),
  sunset_at: z.iso.datetime({ offset: true }).optional(),
  price: price.optional(),
});

/** A provider as `api.import_catalogue` takes it; the database judges its addresses. */
export const provider = z.strictObject({
  provider: model.shape.provider,
  name: z.string().min(1).max(200),
  api_format: z.enum(["openai", "anthropic", "google", "bedrock"]),
  base_url: z.string().min(1).max(500),
  allowed_hosts: z.array(z.string().min(1)).min(1).max(20),
  auth_style: z.enum(["bearer", "x-api-key", "x-goog-api-key", "api-key", "sigv4", "none"])
    .optional(),
  key_field: z.string().optional(),
  static_headers: z.record(z.string(), z.string()).optional(),
  data_policy: z.enum(["zero_retention", "no_training", "any"]).optional(),
  enabled: z.boolean().optional(),
});

/** Prices in nano-dollars per million tokens. */
export type Price = z.infer<typeof price>;
/** What a list says of a model. */
export type Model = z.infer<typeof model>;
/** What a catalogue says of a provider. */
export type Provider = z.infer<typeof provider>;

/** A list as a parser gives it: nothing of it has reached a database yet. */
export interface Parsed {
  /** Where the list says that it comes from, if it does. */
  readonly source?: string;
  readonly providers: readonly Provider[];
  readonly models: readonly Model[];
  /** What was left out, and why. */
  readonly skipped: readonly Skipped[];
}

/** An entry of a list that is not imported. */
export interface Skipped {
  readonly name: string;
  readonly reason: string;
}

/** A list that cannot be read; the message names the row. */
export class CatalogueError extends Error {
  override readonly name = "CatalogueError";
}

/** Reads `value` by `schema`, or throws a {@link CatalogueError} that names the row and the field. */
export function readRow<T>(schema: z.ZodType<T>, value: unknown, row: string): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = [row, ...(issue?.path ?? [])].filter((part) => part !== "").join(".");
  throw new CatalogueError(`Cannot read ${field}: ${issue?.message ?? "it is not as expected"}`);
}
