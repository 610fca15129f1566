import assert from "node:assert/strict";
import { chatNeed, hello, onStage, thrownBy, visible } from "./cases.ts";
import { placeAt } from "./fake_places.ts";

onStage("keys of a call", {
  "a key travels in the header of its provider, to its provider, and nowhere else": async (s) => {
    for (
      const [style, header] of [
        ["bearer", "authorization"],
        ["x-api-key", "x-api-key"],
        ["api-key", "api-key"],
        ["x-goog-api-key", "x-goog-api-key"],
      ] as const
    ) {
      s.core.places = [
        placeAt(s.provider, "openai", { auth_style: style, headers: { "x-version": "1" } }),
      ];
      const llm = await s.router().route(chatNeed);
      await llm.chat(hello);
      const { headers, credential, path, text } = s.provider.seen.at(-1)!;
      assert.equal(credential, s.core.providerKey);
      assert.ok(headers.get(header)?.includes(s.core.providerKey));
      assert.equal(headers.get("x-version"), "1");
      assert.ok(!(path + text).includes(s.core.providerKey));
      await s.core.settlement(llm.decisionId);
    }
    assert.ok(!visible(s).includes(s.core.providerKey));
  },

  "a provider that wants no key gets none, and its grant is opened all the same": async (s) => {
    s.core.disturb("key-vault", () => Response.json({ value: null }));
    s.core.places = [placeAt(s.provider, "openai", { auth_style: "none" })];
    await (await s.router().route(chatNeed)).chat(hello);
    assert.equal(s.provider.seen[0]?.credential, null);
    assert.ok(s.core.calls.some(({ name }) => name === "key-vault"));
  },

  "a redirect to a metadata address is not followed": async (s) => {
    for (const status of [301, 302, 307, 308]) {
      const headers = { location: "http://169.254.169.254/latest/meta-data/" };
      s.provider.next({ status, headers });
      const llm = await s.route(["openai", "openai"]);
      await llm.chat(hello);
      const settled = await s.core.settlement(llm.decisionId, 1);
      assert.deepEqual([settled.status, settled.http_status], ["failed", status]);
    }
  },

  "a redirect to another port of this machine is not followed": async (s) => {
    const stranger: string[] = [];
    const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (one) => {
      stranger.push(one.url);
      return new Response();
    });
    s.provider.next({
      status: 307,
      headers: { location: `http://127.0.0.1:${server.addr.port}/` },
    });
    await thrownBy((await s.route()).chat(hello));
    assert.deepEqual(stranger, []);
    await server.shutdown();
  },

  "an answer of the core that names a foreign host gets no key and no request": async (s) => {
    for (
      const place of [
        { base_url: "https://evil.example/v1" },
        { base_url: "https://169.254.169.254/v1", allowed_hosts: ["169.254.169.254"] },
        { headers: { authorization: "Bearer x" } },
        { headers: { Host: "evil.example" } },
        { auth_style: "query" },
        { api_format: "bedrock" as "openai" },
      ]
    ) {
      s.core.places = [placeAt(s.provider, "openai", place)];
      const thrown = await thrownBy(s.router().route(chatNeed));
      assert.equal(thrown.code, "unsafe_target", JSON.stringify(place));
    }
    assert.ok(!s.core.calls.some(({ name }) => name === "key-vault"));
    assert.equal(s.provider.seen.length, 0);
  },

  "a body that says where to go, or with which key, is refused": async (s) => {
    for (const name of ["api_key", "api_base", "base_url", "headers", "extra_headers"]) {
      const thrown = await thrownBy((await s.route()).chat({ ...hello, [name]: "x" }));
      assert.equal(thrown.code, "bad_argument");
    }
    assert.equal(s.provider.seen.length, 0);
  },

  "a body that asks for more tokens than were reserved is refused, and its money freed": async (
    s,
  ) => {
    const llm = await s.route();
    const thrown = await thrownBy(llm.chat({ ...hello, max_tokens: 101 }));
    assert.equal(thrown.code, "bad_argument");
    const { status, usage } = await s.core.settlement(llm.decisionId);
    assert.deepEqual([status, usage], ["cancelled", null]);
  },

  "a provider that echoes the key does not bring it into an error": async (s) => {
    const { providerKey } = s.core;
    const body = JSON.stringify({ error: { message: `Incorrect key: ${providerKey}`, type: "x" } });
    s.provider.next({ status: 400, body }, { status: 500, body: `<p>${providerKey}</p>` }, {
      body,
    });
    for (let nth = 0; nth < 3; nth++) {
      const thrown = await thrownBy((await s.route()).chat(hello));
      assert.match(thrown.message, /\[key\]/);
      assert.ok(!visible(s, thrown).includes(providerKey));
    }
  },

  "a key of more than one line is no key, and is not told": async (s) => {
    s.core.disturb("key-vault", () => Response.json({ value: "sk-canary-two\r\nhost: evil" }));
    const thrown = await thrownBy((await s.route()).chat(hello));
    assert.equal(thrown.code, "unavailable");
    assert.ok(!visible(s, thrown).includes("sk-canary-two"));
    assert.equal(s.provider.seen.length, 0);
  },
});
