import { z } from "zod";

const scopes = z.array(z.string().min(1).max(400)).max(64);

/**
 * What `POST /agent-token` takes. With `Authorization: Bearer cga_…` nothing more is needed; else an
 * assertion that the agent signed (RFC 7523), or the token of an OIDC issuer (RFC 8693).
 */
export const tokenRequest = z.strictObject({
  grant_type: z.enum([
    "urn:ietf:params:oauth:grant-type:jwt-bearer",
    "urn:ietf:params:oauth:grant-type:token-exchange",
  ]).optional(),
  assertion: z.string().min(1).optional(),
  subject_token: z.string().min(1).optional(),
  subject_token_type: z.enum([
    "urn:ietf:params:oauth:token-type:jwt",
    "urn:ietf:params:oauth:token-type:id_token",
  ]).optional(),
  /** Fewer or narrower scopes than the agent has; all of them by default. */
  scopes: scopes.optional(),
  /** The same as OAuth spells it: divided by blanks. */
  scope: z.string().max(4096).optional(),
  /** Which agent, where an OIDC subject stands for several. */
  agent_id: z.uuid().optional(),
});

/** {@link tokenRequest}, checked. */
export type TokenRequest = z.output<typeof tokenRequest>;

/** What it answers. */
export const tokenAnswer = z.object({
  access_token: z.string(),
  token_type: z.literal("bearer"),
  /** Seconds. */
  expires_in: z.number().int(),
  tenant_id: z.uuid(),
  agent_id: z.uuid(),
  scopes: z.array(z.string()),
});

/** What SQL says that a token may claim. */
export const grantedClaims = z.object({
  tenant_id: z.string(),
  agent_id: z.string(),
  project_id: z.string().optional(),
  scopes: z.array(z.string()),
  signing_kid: z.string().nullable(),
});

/** {@link grantedClaims}, checked. */
export type GrantedClaims = z.output<typeof grantedClaims>;

/** The scopes that a request asks for; null = all. */
export function askedScopes({ scopes, scope }: TokenRequest): string[] | null {
  return scopes ?? scope?.split(" ").filter((one) => one !== "") ?? null;
}
