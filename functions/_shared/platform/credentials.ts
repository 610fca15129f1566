import { CogoError } from "./errors.ts";

/** What a caller without a good key or token does next. */
export const credentialsHint =
  "Send `apikey: sb_secret_…` as an operator, or `Authorization: Bearer TOKEN` as an agent.";

/** Whether a request carries a key or token at all, good or not. */
export function hasCredentials(request: Request): boolean {
  return request.headers.has("authorization") || request.headers.has("apikey");
}

/** @throws CogoError missing_key (401) */
export function demandCredentials(request: Request): void {
  if (hasCredentials(request)) return;
  throw new CogoError(
    "missing_key",
    "Cannot answer: the request has neither key nor token",
    credentialsHint,
  );
}

/** What to throw when a key or token was not accepted: invalid_token, or database_unreachable. */
export function refusedCredentials(error: Error & { readonly status: number }): CogoError {
  const code = error.status >= 500 ? "database_unreachable" : "invalid_token";
  const message = `Cannot answer: ${error.message}`;
  return new CogoError(code, message, credentialsHint, { cause: error });
}
