import { z } from "zod";

const word = (most: number) => z.string().min(1).max(most);
const tokens = z.number().int().min(0).max(100_000_000);

/** What `POST /router-select` takes. Nothing else is accepted: no address, no key, no header. */
export const selectRequest = z.strictObject({
  service: z.enum(["chat", "embeddings"]),
  context_tokens: tokens.describe("Tokens that will be sent, counted or estimated."),
  max_output_tokens: z.number().int().min(1).max(10_000_000).optional(),
  intended_model: word(200).optional()
    .describe("A model, provider/model, a family, or an alias of the policy."),
  sla_ms: z.number().int().min(1).max(3_600_000).optional()
    .describe("Within how many milliseconds the whole answer is wanted."),
  cost_sensitivity: z.number().min(0).max(100).optional()
    .describe("Multiplies the weight of cost; 1 = as the policy says, 0 = cost does not matter."),
  domain_tags: z.array(word(60)).max(16).optional()
    .describe("The first that the policy knows as a task decides whose quality counts."),
  region: z.string().regex(/^[a-z0-9-]{1,40}$/).optional()
    .describe("Where data must be handled: eu holds eu-west-1. Never relaxed."),
  data_policy: z.enum(["any", "no_training", "zero_retention"]).optional(),
  capabilities: z.array(word(60)).max(16).optional().describe("Such as tools, vision, json."),
  session: word(200).optional().describe("Turns of one conversation stay with one model."),
  prefix_hash: word(128).optional().describe("Of the part of the prompt that caches share."),
  cached_tokens: tokens.optional().describe("How many tokens of the prompt can be cached."),
  critical: z.boolean().optional().describe("No exploration."),
  max_cost_nano: z.number().int().min(0).max(1e15).optional().describe("Nano-dollars, at most."),
  idempotency_key: word(200).optional(),
  job_id: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional()
    .describe("The job that the call is made for: its trace shows it."),
  tenant_id: z.uuid().optional().describe("For operators; an agent's is in its token."),
});

const count = z.number().int();

/** What `POST /router-select/next` takes. */
export const nextRequest = z.strictObject({
  decision_id: z.uuid(),
  failure: z.strictObject({
    attempt: count.min(1).optional().describe("Which one failed; told twice, answered the same."),
    http_status: count.min(100).max(599).nullish().describe("None: no answer came."),
    retry_after_ms: count.min(-999_999_999).max(999_999_999).nullish(),
    first_token_ms: count.min(0).max(999_999_999).nullish(),
    total_ms: count.min(0).max(999_999_999).nullish(),
    usage: z.record(z.string(), z.unknown()).nullish()
      .describe("Token counts as settle_route takes them."),
    error: z.string().max(1000).optional(),
  }),
});

const place = z.object({ provider: z.string(), model: z.string(), region: z.string() });

/** What both answer. `headers` holds no secret; the grant alone opens the key. */
export const routeAnswer = z.looseObject({
  decision_id: z.uuid(),
  attempt: count,
  ...place.shape,
  service: z.string(),
  model_id: count,
  api_format: z.enum(["openai", "anthropic", "google", "bedrock"]),
  base_url: z.string(),
  /** The only hosts that the key may be sent to. */
  allowed_hosts: z.array(z.string()),
  headers: z.record(z.string(), z.string()),
  auth: z.object({ style: z.string(), field: z.string() })
    .describe("Which header the opened key goes into. style none: no key is needed."),
  attempts: z.array(place).describe("Who is tried, in this order, when one fails."),
  grant: z.string().nullable().describe("Null for a repeat of what is settled or over."),
  grant_expires_at: z.string(),
  estimate_nano: count.describe("Nano-dollars held until it is settled."),
  policy: z.object({ id: count, name: z.string(), version: count }),
  limits: z.object({
    remaining_nano: count.nullable().describe("Null: no budget has a limit."),
    requests_remaining: count.nullable(),
  }),
  snapshot_version: count,
  degraded: z.object({ intended_model: z.string(), reason: z.string() }).optional(),
  passed_over: z.array(z.looseObject({ reason: z.string() })).optional(),
  health_is_old: z.boolean().optional(),
  repeated: z.boolean().optional(),
  wait_ms: z.number().optional().describe("Pause so long before the call."),
});

export type SelectRequest = z.infer<typeof selectRequest>;
export type NextRequest = z.infer<typeof nextRequest>;
export type RouteAnswer = z.infer<typeof routeAnswer>;
