import type { Fault } from "../../functions/_shared/routing/fake_provider/mod.ts";

/** Answers of a provider that repeats the key it was given, as some do. */
export function echoing(key: string): Readonly<Record<string, Fault>> {
  const error = JSON.stringify({
    error: { message: `Incorrect API key provided: ${key}`, type: "e" },
  });
  return {
    "400 with the key": { status: 400, body: error },
    "429 with the key": {
      status: 429,
      body: error,
      headers: { "retry-after-ms": "1", "x-key": key },
    },
    "500 with the key in HTML": { status: 500, body: `<h1>${encodeURIComponent(key)}</h1>` },
    "200 with an error and the key": { body: error },
    "no JSON but the key": { body: key },
    "a redirect to the key": {
      status: 302,
      headers: { location: `http://127.0.0.1:1/?key=${encodeURIComponent(key)}` },
    },
    "an answer cut off within the key": { body: error, cutAt: error.length - 10 },
    "403 with the key": { status: 403, body: error },
    "401 with the key": { status: 401, body: error },
  };
}
