import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "../database.types.ts";
import { deadlineFetch } from "./deadline_fetch.ts";
import { readEnvironment, type Variables } from "./env.ts";

/** A supabase-js client whose `rpc` calls the functions of schema `api`. */
export type ApiClient = SupabaseClient<Database, "api", "api">;

const options = {
  db: { schema: "api" },
  auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  global: { fetch: deadlineFetch },
} as const;

/** A client with any key: publishable, secret, anon or service_role. Opens no connection. */
export function apiClient(url: string, key: string): ApiClient {
  return createClient<Database, "api", "api">(url, key, options);
}

/** A client with an operator's rights. Throws an `EnvironmentError` when its settings are missing. */
export function operatorClient(variables?: Variables): ApiClient {
  const { url, secretKey } = readEnvironment(["url", "secretKey"], variables);
  return apiClient(url, secretKey);
}

/**
 * A client that acts for the holder of `token`, such as an agent. Throws an `EnvironmentError` when
 * the project's settings are missing; a refused token shows on the first call.
 */
export function agentClient(token: string, variables?: Variables): ApiClient {
  const { url, publishableKey } = readEnvironment(["url", "publishableKey"], variables);
  return createClient<Database, "api", "api">(url, publishableKey, {
    ...options,
    global: { fetch: deadlineFetch, headers: { authorization: `Bearer ${token}` } },
  });
}
