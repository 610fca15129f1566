import assert from "@std/assert";
import { Buffer } from "node:buffer";
import { demandPlainToken, repeatedName } from "./strict_token.ts";

const token = (payload: string, header = '{"alg":"ES256"}') =>
  [header, payload, "x"].map((part) => Buffer.from(part).toString("base64url")).join(".");

Deno.test("strict tokens: a name that stands twice is found, however it is written", () => {
  assert.equal(repeatedName('{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}'), undefined);
  assert.equal(repeatedName('{"a":"a\\":","b":1}'), undefined);
  assert.equal(repeatedName('{"scopes":[],"scopes":["jobs:read"]}'), "scopes");
  assert.equal(repeatedName('{"scopes" : [], "\\u0073copes":[1]}'), "scopes");
  assert.equal(repeatedName('{"x":{"a":1,"a":2}}'), "a");
});

Deno.test("strict tokens: what is too long, unsigned or ambiguous is refused", () => {
  demandPlainToken(token('{"scopes":[]}'));
  for (
    const wrong of [
      token('{"scopes":[],"scopes":["jobs:work"]}'),
      token("{}", '{"alg":"none","alg":"ES256"}'),
      token("{}", `{"alg":"ES256","pad":"${"x".repeat(8192)}"}`),
      token("{}").replace(/\.[^.]*$/, "."),
      token("{}") + ".x",
      "",
    ]
  ) assert.throws(() => demandPlainToken(wrong), Error, wrong.slice(0, 40));
});
