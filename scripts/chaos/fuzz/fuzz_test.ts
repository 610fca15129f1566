import assert from "@std/assert";
import { fuzzSql } from "./fuzz.ts";
import { fuzzHttp, httpText } from "./http.ts";
import { refusalFault } from "./judge_refusal.ts";

Deno.test("nonsense over SQL is refused in our shape and leaves nothing behind", async () => {
  const { faults, codes, rpcs } = await fuzzSql({ seed: 20_261_123, calls: 800 }, () => {});
  assert.deepEqual(faults, []);
  assert.ok((codes.ok ?? 0) > 60, "hardly any call was answered, so little was tried");
  assert.ok(Object.keys(rpcs).length > 20);
});

Deno.test("nonsense over HTTP never answers 500, and every refusal tells the next step", async () => {
  const result = await fuzzHttp({ seed: 20_261_123, calls: 150 });
  assert.deepEqual(result.faults, [], httpText(20_261_123, result));
});

Deno.test("the judge of refusals sees what breaks the rules", () => {
  const good = { code: "PT400", message: "Cannot", detail: "bad_argument", hint: "Do" };
  assert.equal(refusalFault(good, false), undefined);
  const bad = [
    { ...good, code: "23505" },
    { ...good, code: "PT500" },
    { ...good, message: " " },
    { ...good, hint: null },
    { ...good, detail: "unheard_of" },
    { ...good, detail: "job_not_found" },
    { ...good, code: "22003", where: "PL/pgSQL function cogo.x()" },
    { ...good, code: "42501" },
  ];
  for (const one of bad) assert.ok(refusalFault(one, false), JSON.stringify(one));
});
