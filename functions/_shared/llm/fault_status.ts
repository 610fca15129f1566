import { countOf } from "./usage.ts";

/** HTTP statuses of the error types that both formats use. */
const statusOf: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  invalid_api_key: 401,
  billing_error: 402,
  insufficient_quota: 402,
  permission_error: 403,
  not_found_error: 404,
  model_not_found: 404,
  request_too_large: 413,
  context_length_exceeded: 400,
  rate_limit_error: 429,
  rate_limit_exceeded: 429,
  overloaded_error: 529,
};

/** The status that an error inside a 200 stands for: its number, its code or its type; else 502. */
export function faultStatus(error: { code?: unknown; type?: unknown; status?: unknown }): number {
  for (const word of [error.status, error.code, error.type]) {
    const number = countOf(typeof word === "string" && /^\d{3}$/.test(word) ? Number(word) : word);
    if (number !== undefined && number >= 400 && number <= 599) return number;
    const known = typeof word === "string" ? statusOf[word] : undefined;
    if (known !== undefined) return known;
  }
  return 502;
}
