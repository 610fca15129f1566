import { timingSafeEqual } from "node:crypto";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { createSupabaseContext } from "@supabase/server";
import { deadlineFetch } from "../_shared/platform/deadline_fetch.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import { demandOurToken } from "../_shared/platform/our_token.ts";

const deadline = { global: { fetch: deadlineFetch } };

const hint =
  "Send `Authorization: Bearer sb_secret_…` or `apikey: sb_secret_…` with a secret key " +
  "of this project (npm start prints one).";

/**
 * Lets operators in: a secret key (as apikey or as bearer), the older service_role key, or a
 * token whose role is service_role. Returns a client with an operator's rights.
 * @throws CogoError missing_key, invalid_token (401), operators_only (403)
 */
export async function openOperator(request: Request): Promise<SupabaseClient> {
  const bearer = request.headers.get("authorization")?.replace(/^Bearer\s+/i, "").trim() ?? "";
  const apikey = request.headers.get("apikey")?.trim() ?? "";
  if (bearer === "" && apikey === "") {
    throw new CogoError("missing_key", "Cannot schedule: the request carries no admin key", hint);
  }

  const olderKey = Deno.env.get("SUPABASE_SERVICE_ROLE_KEY") ?? "";
  const url = Deno.env.get("SUPABASE_URL") ?? "";
  for (const given of [bearer, apikey]) {
    if (isSame(given, olderKey)) return adminClient(url, olderKey);
  }

  const { data, error } = await createSupabaseContext(asApiKey(request, bearer), {
    auth: ["secret:*", "user"],
    supabaseOptions: deadline,
  });
  if (error) {
    const message = "Cannot schedule: the key or token is not known here";
    throw new CogoError("invalid_token", message, hint, { cause: error });
  }
  if (data.authMode === "user") demandOurToken(bearer, data.jwtClaims);
  if (data.authMode === "user" && data.jwtClaims?.["role"] !== "service_role") {
    const message = "Cannot schedule: only an operator may start a quality run";
    throw new CogoError("operators_only", message, hint);
  }
  return data.authMode === "user" ? data.supabase : data.supabaseAdmin;
}

/** A secret key that came as a bearer is moved to the header where the library looks for it. */
function asApiKey(request: Request, bearer: string): Request {
  const headers = new Headers(request.headers);
  if (bearer.startsWith("sb_secret_")) {
    headers.set("apikey", bearer);
    headers.delete("authorization");
  }
  return new Request(request.url, { headers });
}

function adminClient(url: string, key: string): SupabaseClient {
  const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };
  return createClient(url, key, { auth, ...deadline });
}

/** Compares in a time that does not tell how much was right. An empty key equals nothing. */
function isSame(given: string, known: string): boolean {
  if (known === "" || given.length !== known.length) return false;
  return timingSafeEqual(new TextEncoder().encode(given), new TextEncoder().encode(known));
}
