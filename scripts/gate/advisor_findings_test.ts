import assert from "@std/assert";
import { type Finding, judgeFindings, readListed } from "./advisor_findings.ts";

const info = (key: string): Finding => ({ key, level: "INFO", detail: "…" });

Deno.test("a finding that is not listed, or is more than info, or is gone is told", () => {
  const listed = ["no_primary_key_cogo_routes", "unused_index_cogo_*"];
  const usual = [info("no_primary_key_cogo_routes"), info("unused_index_cogo_jobs_jobs_idx")];
  assert.deepEqual(judgeFindings(usual, listed), []);
  assert.match(
    judgeFindings([...usual, info("no_primary_key_cogo_new")], listed).join(),
    /^INFO no_primary_key_cogo_new/,
  );
  assert.match(
    judgeFindings([...usual, { ...info("unused_index_cogo_x"), level: "WARN" }], listed).join(),
    /^WARN unused_index_cogo_x/,
  );
  assert.match(judgeFindings(usual.slice(1), listed).join(), /lists no_primary_key_cogo_routes/);
});

Deno.test("the page lists keys, each with a reason", async () => {
  const text = "| `a_b` | because |\n| `c_*` |  |\n| finding | reason |\n| `d_*`  | so |";
  assert.deepEqual(await readListed(text), ["a_b", "d_*"]);
  const listed = await readListed();
  assert.ok(listed.includes("rls_enabled_no_policy_cogo_*"), "the page is read");
  const broad = listed.filter((row) => row.endsWith("*"));
  assert.deepEqual(broad, ["rls_enabled_no_policy_cogo_*", "unused_index_cogo_*"]);
});
