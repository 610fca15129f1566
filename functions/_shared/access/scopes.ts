/** Everything that a token can allow; the list is cogo.scopes (sql/access/views/scopes.sql). */
export const allScopes = [
  "jobs:read",
  "jobs:write",
  "jobs:work",
  "flows:read",
  "flows:write",
  "schedules:read",
  "schedules:write",
  "route:select",
  "keys:resolve",
  "events:publish",
  "events:subscribe",
  "quality:read",
  "quality:write",
  "metrics:read",
  "money:read",
  "artifacts:read",
  "artifacts:write",
] as const;

/** Whether the claims of a checked token hold a scope, whole. */
export function holdsScope(claims: Readonly<Record<string, unknown>>, scope: string): boolean {
  const scopes = claims["scopes"];
  return Array.isArray(scopes) && scopes.includes(scope);
}
