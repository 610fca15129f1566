import { z } from "zod";
import {
  type RouteAnswer,
  routeAnswer,
  type SelectRequest,
} from "../../functions/_shared/routing/contract.ts";
import { UsageError } from "./options.ts";

/** What a function answered: a route, or why there is none. */
export type Answer =
  & { readonly ms: number }
  & (
    | { readonly route: RouteAnswer }
    | {
      readonly refused: {
        readonly status: number;
        readonly details: string;
        readonly message: string;
      };
    }
  );

const timeoutMs = 15_000;
const refusal = z.looseObject({
  message: z.string(),
  details: z.string(),
  hint: z.string().catch(""),
});

/**
 * An absolute URL of a router-select function.
 * @throws UsageError for a relative one, which has no meaning outside a browser
 */
export function absoluteUrl(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return value.replace(/\/+$/, "");
  throw new UsageError(
    `${name} must be an absolute URL, and is ${JSON.stringify(value)}. ` +
      `Next step: ${name}=https://PROJECT.supabase.co/functions/v1/router-select`,
  );
}

/** The two headers of a call. @throws UsageError naming what is missing */
export function liveHeaders(variables: Readonly<Record<string, string | undefined>>) {
  const read = (name: string, what: string) => {
    const value = variables[name]?.trim();
    if (value) return value;
    throw new UsageError(`${name} is missing: ${what}.`);
  };
  return {
    authorization: `Bearer ${
      read("SUPABASE_ANON_KEY", "the token that router-select is called with, an agent's")
    }`,
    apikey: read("SUPABASE_PUBLISHABLE_KEY", "the project's publishable key"),
  };
}

/**
 * Asks once.
 * @throws UsageError when nobody answers, or the key is refused
 */
export async function askLive(
  url: string,
  headers: Readonly<Record<string, string>>,
  asked: SelectRequest,
): Promise<Answer> {
  const began = performance.now();
  let status: number;
  let body: unknown;
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(asked),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    status = response.status;
    body = await response.json();
  } catch (error) {
    throw new UsageError(
      `${url} gave no answer: ${error instanceof Error ? error.message : error}`,
    );
  }
  const ms = performance.now() - began;
  const route = status === 200 ? routeAnswer.safeParse(body) : undefined;
  if (route?.success) return { ms, route: route.data };
  const told = refusal.safeParse(body);
  if (status === 401) {
    throw new UsageError(
      `${url} refused the key: ${told.data?.message ?? status}. ` +
        "SUPABASE_ANON_KEY must be a token that router-select takes: an agent's, with tenant_id.",
    );
  }
  const details = told.data?.details ?? "bad_answer";
  const message = told.data?.message ??
    (status === 200 ? "the answer breaks the contract" : `status ${status}`);
  return { ms, refused: { status, details, message } };
}
