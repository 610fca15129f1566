import assert from "@std/assert";
import { isLocalStack } from "./local_stack.ts";

Deno.test("the local stack's own freedoms do not come along into a hosted project", () => {
  const names = ["COGO_LOCAL", "SUPABASE_URL"] as const;
  const before = names.map((name) => [name, Deno.env.get(name)] as const);
  const isLocal = (url: string, flag = "1") => {
    Deno.env.set("COGO_LOCAL", flag);
    Deno.env.set("SUPABASE_URL", url);
    return isLocalStack();
  };
  try {
    assert.ok(isLocal("http://127.0.0.1:54321"));
    assert.ok(isLocal("http://localhost:54321"));
    assert.ok(!isLocal("http://127.0.0.1:54321", "0"));
    for (
      const url of [
        "https://abc.supabase.co",
        "http://kong:8000",
        "http://127.0.0.1.evil.example",
        "x",
      ]
    ) {
      assert.ok(!isLocal(url), url);
    }
  } finally {
    for (const [name, value] of before) {
      value === undefined ? Deno.env.delete(name) : Deno.env.set(name, value);
    }
  }
});
