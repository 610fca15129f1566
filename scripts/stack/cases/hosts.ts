import assert from "node:assert/strict";
import { request } from "node:http";
import type { Case, TestStack } from "../test_stack.ts";

/** Asks with any `Host` header, which fetch does not let through; status and the error's word. */
function askAs(test: TestStack, host: string, path: string, headers: Record<string, string> = {}) {
  return new Promise<[number | undefined, string]>((resolve, reject) => {
    const sent = request(`${test.stack.file.url}${path}`, { headers: { ...headers, host } });
    sent.on("error", reject).on("response", (answer) => {
      let text = "";
      answer.on("data", (chunk) => text += chunk).on("end", () => {
        const details = text.startsWith("{") ? String(JSON.parse(text).details) : "";
        resolve([answer.statusCode, details]);
      });
    }).end();
  });
}

/** Names that point at this machine though it is not theirs. */
export const hostCases: Case[] = [
  [
    "pages and functions without a key answer this machine's names alone",
    async (test) => {
      const { port } = new URL(test.stack.file.url);
      for (const path of ["/", "/functions/v1/hello", "/_system/config"]) {
        for (const host of ["127.0.0.1", "localhost", "[::1]"]) {
          const [status] = await askAs(test, `${host}:${port}`, path);
          assert.notEqual(status, 403, `${path} as ${host}`);
        }
        for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example"]) {
          const refused = await askAs(test, `${host}:${port}`, path);
          assert.deepEqual(refused, [403, "foreign_host"], `${path} as ${host}`);
        }
      }
    },
  ],
  ["under a foreign name a key opens, and a made-up one does not", async (test) => {
    const path = "/functions/v1/hello";
    const good = { apikey: test.stack.file.publishable_key };
    assert.equal((await askAs(test, "tunnel.example", path, good))[0], 200);
    const bad = await askAs(test, "tunnel.example", path, { apikey: "made up" });
    assert.deepEqual(bad, [401, "invalid_token"]);
  }],
];
