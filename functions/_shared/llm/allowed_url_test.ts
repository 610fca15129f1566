import assert from "node:assert/strict";
import { allowedUrl } from "./allowed_url.ts";
import { LlmError } from "./llm_error.ts";

Deno.test("hosts: a key goes by https to a host of its provider, and nowhere else", () => {
  const hosts = ["api.openai.com"];
  const check = (url: string, allowed = hosts, local: string[] = []) => {
    try {
      return allowedUrl(url, allowed, local).href;
    } catch (thrown) {
      assert.ok(thrown instanceof LlmError);
      return thrown.code;
    }
  };
  assert.equal(check("https://api.openai.com/v1/x"), "https://api.openai.com/v1/x");
  assert.equal(check("https://api.openai.com:8443/x"), "https://api.openai.com:8443/x");
  const wrong = [
    "http://api.openai.com/v1",
    "https://api.openai.com.evil.tld/v1",
    "https://evil.tld/api.openai.com",
    "https://me:pw@api.openai.com/v1",
    "https://api.openai.com@evil.tld/v1",
    "https://evil.tld\\@api.openai.com/v1",
    "https://api.openai.com./v1",
    "https://api%2eopenai.com/v1",
    "https://аpi.openai.com/v1", // a Cyrillic а
    "https://api.openai.com/v1?key=1",
    "https://api.openai.com/v1#x",
    "https://api.openai.com/v1\r\nHost: evil.tld",
    "https://169.254.169.254/latest/meta-data",
    "ftp://api.openai.com/v1",
    "file:///etc/passwd",
    "//api.openai.com/v1",
    "",
  ];
  for (const url of wrong) assert.equal(check(url), "unsafe_target", url);
  // Not even where the row allows it: addresses in all their spellings, and names of the inside.
  const inside = [
    "169.254.169.254",
    "2852039166",
    "0xa9fea9fe",
    "127.1",
    "0",
    "127.0.0.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[fd00:ec2::254]",
    "localhost",
    "metadata.google.internal",
    "vault.local",
    "intranet",
  ];
  for (const host of inside) {
    const allowed = [host, new URL(`https://${host}`).hostname];
    assert.equal(check(`https://${host}/v1`, allowed), "unsafe_target", host);
    assert.equal(check(`http://${host}/v1`, allowed), "unsafe_target", host);
  }
});

Deno.test("hosts: a model of one's own is reached where its caller says so", () => {
  const at = (local: string[]) => () =>
    allowedUrl("http://localhost:11434/v1", ["localhost"], local);
  assert.equal(at(["localhost:11434"])().port, "11434");
  assert.equal(at(["localhost"])().port, "11434");
  assert.throws(at(["localhost:11435"]), LlmError);
  assert.throws(() => allowedUrl("http://localhost/v1", ["x.example"], ["localhost"]), LlmError);
});
