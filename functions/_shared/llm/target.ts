import { allowedUrl } from "./allowed_url.ts";
import type { ApiFormat } from "./api_format.ts";
import { apiFormats } from "./api_formats.ts";
import type { RouteAnswer } from "./contract.ts";
import { LlmError } from "./llm_error.ts";

/** The model that an attempt goes to. */
export interface Target {
  readonly attempt: number;
  readonly provider: string;
  readonly model: string;
  readonly region: string | null;
  /** The API it speaks: `openai` or `anthropic`. */
  readonly apiFormat: string;
  /** Where its API begins; what an SDK calls baseURL. */
  readonly baseUrl: string;
}

/** {@link Target}, with what only the library needs. */
export interface Destination extends Target {
  readonly format: ApiFormat;
  readonly url: URL;
  readonly authStyle: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly grant: string | null;
  /** Milliseconds that the core says to wait before it. */
  readonly waitMs: number;
}

/** How a key travels. Never in a URL. */
const authHeaders: Readonly<Record<string, (key: string) => [string, string]>> = {
  bearer: (key) => ["authorization", `Bearer ${key}`],
  "x-api-key": (key) => ["x-api-key", key],
  "x-goog-api-key": (key) => ["x-goog-api-key", key],
  "api-key": (key) => ["api-key", key],
};

/** Headers that an answer of the core may not set. */
const reserved =
  /^(authorization|proxy-.*|cookie|host|connection|content-.*|transfer-encoding|te|forwarded|x-forwarded-.*|.*(api-?key|secret).*)$/i;

/**
 * Checks where an answer of the core would send a call.
 * @throws LlmError unsafe_target
 */
export function destinationOf(
  answer: RouteAnswer,
  service: string,
  localHosts: readonly string[],
): Destination {
  const { provider, model, attempt, api_format, base_url, auth: { style } } = answer;
  const format = apiFormats[api_format];
  if (format === undefined) {
    throw new LlmError(
      "unsafe_target",
      `Cannot call ${provider}: no one here speaks ${api_format}`,
    );
  }
  if (style !== "none" && authHeaders[style] === undefined) {
    throw new LlmError("unsafe_target", `Cannot call ${provider}: ${style} is not supported`);
  }
  const wrong = Object.keys(answer.headers).find((name) => reserved.test(name));
  if (wrong !== undefined) {
    throw new LlmError("unsafe_target", `Cannot call ${provider}: its headers set ${wrong}`);
  }
  const base = base_url.replace(/\/+$/, "");
  return {
    attempt,
    provider,
    model,
    region: answer.region ?? null,
    apiFormat: api_format,
    baseUrl: base,
    format,
    url: allowedUrl(
      base + format.path(service, base),
      answer.allowed_hosts ?? [hostOf(base)],
      localHosts,
    ),
    authStyle: style,
    headers: answer.headers,
    grant: answer.grant ?? null,
    waitMs: answer.wait_ms ?? 0,
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}

/** Headers of a call: the provider's own, and the key where it wants one. */
export function headersOf(destination: Destination, key: string | undefined): Headers {
  const headers = new Headers({ ...destination.headers, "content-type": "application/json" });
  if (key !== undefined) {
    const [name, value] = authHeaders[destination.authStyle]!(key);
    headers.set(name, value);
  }
  return headers;
}
