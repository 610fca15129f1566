/** What a value must be like. */
export type Form = "32 bytes" | "private keys" | "api key" | "database" | "text";

/** A secret of an environment: a row of docs/security/secrets.md. */
export interface KnownSecret {
  /** The variable's name, or how such names begin (with a final `*`). */
  readonly name: string;
  readonly form: Form;
  /** Whether the functions of a hosted project cannot do without it. */
  readonly isNeeded: boolean;
}

const secret = (name: string, form: Form, isNeeded = false): KnownSecret => ({
  name,
  form,
  isNeeded,
});

/** Every secret there is, whoever holds it. */
export const knownSecrets: readonly KnownSecret[] = [
  secret("SUPABASE_SECRET_KEYS", "api key"),
  secret("SUPABASE_SECRET_KEY", "api key"),
  secret("SUPABASE_SERVICE_ROLE_KEY", "api key"),
  secret("SUPABASE_DB_URL", "database"),
  secret("DATABASE_URL", "database"),
  secret("AGENT_SIGNING_KEYS", "private keys", true),
  secret("KEK_*", "32 bytes", true),
  secret("KEY_CHECKSUM_KEY", "32 bytes", true),
  secret("AUDIT_SIGNING_KEY", "32 bytes", true),
  secret("WEBHOOK_SIGNING_KEY", "text", true),
  secret("ARTIFACT_LINK_KEY", "32 bytes", true),
  secret("ARTIFACT_LINK_KEY_PREVIOUS", "32 bytes"),
  secret("HOOK_*", "text"),
  secret("NOTIFY_*", "text"),
  secret("SLACK_*", "text"),
  secret("GOOGLE_CHAT_*", "text"),
  secret("GITHUB_*", "text"),
  secret("SMTP_*", "text"),
  secret("STAGING_SUPABASE_ACCESS_TOKEN", "text"),
  secret("STAGING_SUPABASE_DB_PASSWORD", "text"),
  secret("STAGING_SUPABASE_SERVICE_ROLE_KEY", "api key"),
  secret("PRODUCTION_SUPABASE_ACCESS_TOKEN", "text"),
  secret("PRODUCTION_SUPABASE_DB_PASSWORD", "text"),
];

/** The secret that a variable is; undefined: it is none. */
export function secretOf(variable: string): KnownSecret | undefined {
  return knownSecrets.find(({ name }) =>
    name.endsWith("*")
      ? variable.startsWith(name.slice(0, -1)) && variable.length >= name.length
      : variable === name
  );
}
