import { z } from "zod";

const uuid = z.uuid();

/** What `resolve` and `break_glass` `open` answer. Never kept by a cache, never part of an error. */
export const openedKey = z.object({
  value: z.string().nullable().describe("null: the provider needs no key"),
  key_id: uuid.nullable(),
  version: z.number().int().nullable(),
  expires_in: z.number().int().describe("seconds for which it may be kept in memory"),
});
/** {@link openedKey}, checked. */
export type OpenedKey = z.infer<typeof openedKey>;

/** What is shown of a key: everything but what it is. */
export const keyMetadata = z.looseObject({
  key_id: uuid,
  tenant_id: z.string(),
  provider: z.string(),
  service: z.string(),
  resource: z.string(),
  region: z.string(),
  field: z.string(),
  alias: z.string(),
  env: z.string(),
  version: z.number().int(),
  state: z.string(),
  alg: z.string(),
  kek_id: z.string().nullable(),
  last4: z.string(),
  shared: z.boolean(),
  expires_at: z.string().nullable(),
  rotate_after: z.string().nullable(),
  retires_at: z.string().nullable(),
  created_at: z.string(),
  last_used_at: z.string().nullable(),
});
