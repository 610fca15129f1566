/** One thing that an entry point may need, the names it goes by and where a person gets it. */
export interface Setting {
  /** Environment names in the order in which they are asked; the first that is set wins. */
  readonly names: readonly [string, ...string[]];
  readonly where: string;
  /** Whoever has its value may do what it opens: it needs a row in docs/security/secrets.md. */
  readonly isSecret?: true;
}

const apiKeys = "Supabase dashboard, Project settings, API keys; locally `npm start` prints it";

/**
 * Every setting of the product. Keys have three forms: the map of named keys that hosted functions
 * get (its `default` counts), the newer single name, and the older name.
 */
export const settings = {
  url: {
    names: ["SUPABASE_URL"],
    where: "Supabase dashboard, Project settings, Data API; locally `npm start` prints it",
  },
  publishableKey: {
    names: ["SUPABASE_PUBLISHABLE_KEYS", "SUPABASE_PUBLISHABLE_KEY", "SUPABASE_ANON_KEY"],
    where: `${apiKeys} (publishable, or the older anon key)`,
  },
  secretKey: {
    names: ["SUPABASE_SECRET_KEYS", "SUPABASE_SECRET_KEY", "SUPABASE_SERVICE_ROLE_KEY"],
    where: `${apiKeys} (secret, or the older service_role key)`,
    isSecret: true,
  },
  jwks: {
    names: ["SUPABASE_JWKS"],
    where: "SUPABASE_URL/auth/v1/.well-known/jwks.json; hosted functions have it",
  },
  databaseUrl: {
    names: ["SUPABASE_DB_URL", "DATABASE_URL"],
    where: "Supabase dashboard, Connect; locally `npm start` prints it",
    isSecret: true,
  },
  routerSelectUrl: {
    names: ["ROUTER_SELECT_URL"],
    where:
      "the absolute URL of the router-select function: SUPABASE_URL/functions/v1/router-select",
  },
  keyVaultUrl: {
    names: ["KEY_VAULT_URL"],
    where: "the absolute URL of the key-vault function: SUPABASE_URL/functions/v1/key-vault",
  },
  artifactsBucket: {
    names: ["ARTIFACTS_BUCKET"],
    where:
      "the name of a private bucket, Supabase dashboard, Storage; unset: files in .cogo/artifacts",
  },
  artifactsFolder: {
    names: ["ARTIFACTS_DIR"],
    where: "a folder for artifacts where there is no bucket; the local stack has its own",
  },
  artifactsUrl: {
    names: ["ARTIFACTS_URL"],
    where: "the absolute URL of the artifacts function; unset: SUPABASE_URL/functions/v1/artifacts",
  },
  artifactLinkKey: {
    names: ["ARTIFACT_LINK_KEY"],
    where: "you make it: openssl rand -base64 32; the local stack makes its own",
    isSecret: true,
  },
  artifactLinkKeyPrevious: {
    names: ["ARTIFACT_LINK_KEY_PREVIOUS"],
    where: "what ARTIFACT_LINK_KEY was before it was changed; unset a week later",
    isSecret: true,
  },
} as const satisfies Record<string, Setting>;

/** A setting by the name that code uses. */
export type SettingName = keyof typeof settings;
