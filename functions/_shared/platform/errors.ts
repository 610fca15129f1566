/**
 * Every machine word that an error of ours may carry in `details` (SQL: `detail`), with its HTTP
 * status and meaning. docs/errors.md tells what to do; a test compares both with sql/.
 */
export const errorCodes = {
  bad_argument: { status: 400, meaning: "An argument is missing, unknown or out of range." },
  invalid_token: { status: 401, meaning: "The token or key is malformed, expired or forged." },
  missing_key: { status: 401, meaning: "The request has neither a key nor a token." },
  not_an_agent: { status: 401, meaning: "The token has no tenant_id claim." },
  operators_only: { status: 403, meaning: "Only an operator's key may do this." },
  target_not_allowed: { status: 403, meaning: "A tenant may not name this target." },
  channel_forbidden: { status: 403, meaning: "The caller may not use this channel." },
  tenant_forbidden: { status: 403, meaning: "The token belongs to another tenant." },
  grant_refused: { status: 403, meaning: "The grant or lookup does not open this key now." },
  second_person_needed: { status: 403, meaning: "Two different people must break the glass." },
  key_not_found: { status: 404, meaning: "There is no such key, version or request." },
  job_not_found: { status: 404, meaning: "There is no such job, or another tenant's." },
  worker_not_found: { status: 404, meaning: "There is no such worker, or another tenant's." },
  dead_letter_not_found: { status: 404, meaning: "There is no such dead letter for the caller." },
  schedule_not_found: { status: 404, meaning: "There is no such schedule, or another tenant's." },
  decision_not_found: { status: 404, meaning: "There is no such attempt, or another tenant's." },
  lease_not_found: { status: 404, meaning: "There is no such lease, or another tenant's." },
  already_settled: { status: 409, meaning: "The attempt was settled with another usage." },
  budget_exceeded: { status: 402, meaning: "A budget has no room for the call." },
  quality_run_not_found: { status: 404, meaning: "There is no such run, or another tenant's." },
  workflow_not_found: { status: 404, meaning: "There is no such run, or another tenant's." },
  provider_not_found: { status: 404, meaning: "There is no such provider in the catalogue." },
  model_not_found: { status: 404, meaning: "There is no such model in the catalogue." },
  policy_not_found: { status: 404, meaning: "There is no such routing policy." },
  route_not_found: { status: 404, meaning: "The function has no such path." },
  method_not_allowed: { status: 405, meaning: "The path is there, the method is not." },
  artifact_not_found: { status: 404, meaning: "There is no such artifact, or another tenant's." },
  artifact_link_refused: { status: 403, meaning: "A link is altered, over, or revoked." },
  lease_lost: { status: 409, meaning: "The caller does not hold the job under this fence." },
  artifact_quota_exceeded: { status: 409, meaning: "The tenant's artifacts have no more room." },
  artifact_mismatch: { status: 422, meaning: "The bytes do not have the hash that they should." },
  upload_too_slow: { status: 408, meaning: "No byte of an upload came for too long." },
  artifacts_not_configured: { status: 503, meaning: "There is no store or link key." },
  artifact_store_failed: { status: 503, meaning: "The store does not take or give bytes." },
  try_again: { status: 409, meaning: "What it needs was being dropped just then." },
  idempotency_conflict: { status: 409, meaning: "The idempotency key belongs to other work." },
  worker_taken: { status: 409, meaning: "Another agent's worker has this name." },
  leadership_lost: { status: 409, meaning: "The lease of a leader is over." },
  subscription_not_found: { status: 404, meaning: "The caller has no such subscription." },
  request_timed_out: { status: 409, meaning: "The request that is its cause is over." },
  secret_already_shown: { status: 409, meaning: "A signing secret is shown once." },
  subscription_exists: { status: 409, meaning: "The name is another subscription's." },
  no_candidate: { status: 409, meaning: "No model passes what was asked." },
  policy_state: { status: 409, meaning: "A policy does not go from this state to that." },
  report_missing: { status: 409, meaning: "No report that passed speaks for the policy." },
  key_conflict: { status: 409, meaning: "The state of the key or KEK does not allow it." },
  plaintext_refused: { status: 409, meaning: "Only APP_ENV=dev may hold a key in clear." },
  lane_closed: { status: 409, meaning: "The job's lane is closed and leads nowhere." },
  project_not_empty: { status: 409, meaning: "The project holds what a restore would change." },
  body_timeout: { status: 408, meaning: "The body of the request did not arrive in time." },
  payload_too_large: { status: 413, meaning: "A payload or result is over 262144 bytes." },
  schema_mismatch: { status: 422, meaning: "A payload breaks the schema of its type." },
  queue_full: { status: 429, meaning: "The tenant has as many open jobs as it may." },
  rate_limited: { status: 429, meaning: "A rate limit or a provider says: later." },
  internal: { status: 500, meaning: "The server failed; its log tells why." },
  key_damaged: { status: 500, meaning: "The envelope of a key does not open." },
  keys_not_configured: { status: 503, meaning: "A KEK, pepper or signing key is missing." },
  cron_missing: { status: 503, meaning: "The database has no pg_cron." },
  webhooks_not_configured: { status: 503, meaning: "There is no WEBHOOK_SIGNING_KEY." },
  database_unreachable: { status: 503, meaning: "The database does not answer." },
  invalid_credential: { status: 401, meaning: "The credential gives no token." },
  agent_revoked: { status: 403, meaning: "The agent, member or tenant was revoked." },
  insufficient_scope: { status: 403, meaning: "The token lacks the scope." },
  owners_only: { status: 403, meaning: "Only an owner of the tenant may." },
  tenant_not_found: { status: 404, meaning: "There is no such tenant." },
  agent_not_found: { status: 404, meaning: "There is no such agent." },
  access_not_found: { status: 404, meaning: "There is no such credential or key." },
  access_conflict: { status: 409, meaning: "The state does not allow the change." },
  offboarding_not_ready: { status: 409, meaning: "The tenant cannot be erased yet." },
  result_not_found: { status: 404, meaning: "The job ended without a result." },
  invalid_signature: { status: 401, meaning: "The webhook is not signed as it should be." },
  overloaded: { status: 503, meaning: "Too much is in hand or waits: later." },
  tokens_not_configured: { status: 503, meaning: "There is no key to sign tokens with." },
} as const satisfies Record<string, { readonly status: number; readonly meaning: string }>;

/** A row of docs/errors.md. */
export type ErrorCode = keyof typeof errorCodes;

/** The four fields of every error body, from SQL and from functions alike. */
export interface ErrorBody {
  /** `PT` and the HTTP status; an SQLSTATE for errors that are not ours. */
  readonly code: string;
  readonly message: string;
  /** The machine word, or whatever Postgres put there. */
  readonly details: string | null;
  readonly hint: string | null;
}

/** An error that a function answers with: `throw new CogoError("bad_argument", "Cannot …", "Send …")`. */
export class CogoError extends Error {
  override readonly name = "CogoError";
  readonly details: ErrorCode;
  readonly hint: string;

  /** `message` reads "Cannot do: state"; `hint` is the next step. */
  constructor(details: ErrorCode, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.details = details;
    this.hint = hint;
  }

  /** The HTTP status of the code. */
  get status(): number {
    return errorCodes[this.details].status;
  }

  /** The body that clients see. */
  get body(): ErrorBody {
    const { message, details, hint } = this;
    return { code: `PT${this.status}`, message, details, hint };
  }
}

/** Whether a word is one of ours. */
export function isErrorCode(word: unknown): word is ErrorCode {
  return typeof word === "string" && Object.hasOwn(errorCodes, word);
}

/**
 * The machine word of any error: of ours, of PostgREST and postgres.js (which carry it in `details`
 * or `detail`), or of `@supabase/server` (which carries one in `code`). Undefined for the rest.
 */
export function reasonOf(error: unknown): ErrorCode | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { details, detail, code } = error as Record<string, unknown>;
  return [details, detail, code].find(isErrorCode);
}
