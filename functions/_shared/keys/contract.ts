import { z } from "zod";

const uuid = z.uuid();
const slug = z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/, "must be 1 to 63 of a-z, 0-9, _ and -");
const scopeWord = z.string().regex(/^(\*|[A-Za-z0-9][A-Za-z0-9._:/-]{0,199})$/);
const fieldName = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/, "must be 1 to 63 of a-z, 0-9 and _");
const kekId = z.string().regex(/^[a-z0-9_]{1,32}$/, "must be 1 to 32 of a-z, 0-9 and _");
const reason = z.string().trim().min(3).max(500);
const instant = z.iso.datetime({ offset: true });
const overlap = z.number().int().min(0).max(2_592_000);

/** A provider's key as it is given: one line of printable ASCII. */
const secretValue = z.string().max(8192, "must have at most 8192 characters")
  .regex(/^[\x21-\x7e]+$/, "must be one line of printable ASCII, without blanks");

/** Where a key is: which secret of which provider, and for what. */
const place = {
  tenant_id: uuid.optional(),
  provider: slug,
  service: scopeWord.default("*"),
  resource: scopeWord.default("*"),
  region: scopeWord.default("*"),
  field: fieldName.default("api_key"),
  alias: slug.default("default"),
};

const resolveGrant = z.strictObject({
  op: z.literal("resolve"),
  grant: z.string().regex(/^[A-Za-z0-9_-]{16,200}$/, "is not a grant"),
  decision_id: uuid.optional(),
  attempt: z.number().int().min(1).max(1000).optional(),
  purpose: reason.optional(),
});

const resolveFields = z.strictObject({
  op: z.literal("resolve"),
  ...place,
  env: slug.optional(),
  version: z.number().int().min(1).optional(),
  purpose: reason,
});

const upsert = z.strictObject({
  op: z.literal("upsert"),
  ...place,
  value: secretValue,
  state: z.enum(["active", "next"]).default("active"),
  shared: z.boolean().default(false),
  expires_at: instant.optional(),
  rotate_after: instant.optional(),
  overlap_seconds: overlap.optional(),
});

const ofKey = { key_id: uuid };

/** What `POST /key-vault` takes, by `op`. */
export const vaultRequest = z.union([
  resolveGrant,
  resolveFields,
  upsert,
  z.strictObject({ op: z.literal("get"), ...ofKey }),
  z.strictObject({
    op: z.literal("list"),
    tenant_id: uuid.optional(),
    provider: slug.optional(),
    state: z.enum(["next", "active", "retiring", "revoked", "shredded"]).optional(),
    before: uuid.optional(),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  z.strictObject({ op: z.literal("alerts") }),
  z.strictObject({ op: z.literal("rotate"), ...ofKey, overlap_seconds: overlap.optional() }),
  z.strictObject({ op: z.literal("revoke"), ...ofKey, reason }),
  z.strictObject({ op: z.literal("shred"), ...ofKey, reason }),
  z.strictObject({
    op: z.literal("rewrap"),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  z.strictObject({
    op: z.literal("kek"),
    action: z.enum(["list", "register", "activate", "destroy"]),
    kek_id: kekId.optional(),
  }),
  z.strictObject({
    op: z.literal("break_glass"),
    action: z.literal("request"),
    ...ofKey,
    reason: z.string().trim().min(10).max(500),
    minutes: z.number().int().min(1).max(240).default(30),
  }),
  z.strictObject({
    op: z.literal("break_glass"),
    action: z.enum(["approve", "open"]),
    break_glass_id: uuid,
  }),
  z.strictObject({ op: z.literal("checkpoint") }),
  z.strictObject({
    op: z.literal("verify_audit"),
    tenant_id: uuid.optional(),
    checkpoints: z.array(z.object({
      tenant_id: uuid,
      seq: z.number().int().min(1),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
    })).max(10_000).default([]),
  }),
]);

/** {@link vaultRequest}, checked. */
export type VaultRequest = z.output<typeof vaultRequest>;
/** The request of one op. */
export type RequestOf<Op extends VaultRequest["op"]> = Extract<VaultRequest, { op: Op }>;
/** An `upsert`, checked. */
export type Upsert = z.output<typeof upsert>;
