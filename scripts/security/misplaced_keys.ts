import type { Journey } from "./journey_ground.ts";

interface Attempt {
  readonly name: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

// A key where none belongs, as people and agents put it by mistake. Not as an argument of an RPC: what is
// given to SQL is in the log of a server that logs its statements.
const attempts = (key: string): Attempt[] => [
  {
    name: "a bearer",
    path: "/functions/v1/router-select",
    headers: { authorization: `Bearer ${key}` },
  },
  { name: "an apikey", path: "/rest/v1/rpc/list_keys", headers: { apikey: key } },
  { name: "a query", path: `/functions/v1/key-vault?api_key=${encodeURIComponent(key)}` },
  {
    name: "api_key of a choice",
    path: "/functions/v1/router-select",
    body: JSON.stringify({ api_key: key }),
  },
  {
    name: "a model",
    path: "/functions/v1/router-select",
    body: JSON.stringify({ service: "chat", context_tokens: key }),
  },
  {
    name: "broken JSON",
    path: "/functions/v1/key-vault",
    body: `{"op": "upsert", "value": "${key}"`,
  },
  {
    name: "an unknown op",
    path: "/functions/v1/key-vault",
    body: JSON.stringify({ op: key, value: key }),
  },
  {
    name: "two lines",
    path: "/functions/v1/key-vault",
    body: JSON.stringify({ op: "upsert", provider: "one", value: `${key}\nx` }),
  },
  {
    name: "the provider",
    path: "/functions/v1/key-vault",
    body: JSON.stringify({ op: "upsert", provider: key, value: "x" }),
  },
  {
    name: "a grant",
    path: "/functions/v1/key-vault",
    body: JSON.stringify({ op: "resolve", grant: key }),
  },
];

/** Gives a key in wrong places. That the caller is told what was wrong is fine; the key is not. */
export async function misplaceKeys({ stack, hear }: Journey, key: string): Promise<void> {
  for (const { name, path, headers, body = "{}" } of attempts(key)) {
    const response = await fetch(`${stack.file.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", apikey: stack.file.secret_key, ...headers },
      body,
    });
    hear({ source: `answer to a key as ${name}`, text: await response.text() });
  }
}
