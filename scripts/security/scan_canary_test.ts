// needs: a stack in a process of its own
import assert from "@std/assert";
import { finderOf, formsOf, needlesOf, newCanary } from "./canary.ts";
import { scanEmbedded } from "./scan.ts";

Deno.test("a canary is found in each form, wherever it stands, whole or by half", () => {
  const canary = newCanary();
  const find = finderOf(needlesOf({ it: canary }));
  for (const before of ["", "x", "xy"]) {
    for (const [form, text] of formsOf(`${before}${canary}`)) {
      const found = find("here", `…${text}…`).map((one) => one.form);
      assert(found.includes(form), `${form} after ${before.length} characters`);
    }
    const short = `${before}${canary}`.slice(0, before.length + 27);
    assert.equal(find("here", btoa(short)).length, 1, "cut short");
  }
  assert.deepEqual(find("here", newCanary()), []);
});

Deno.test("keys are found nowhere after all that keys go through, and planted ones are", async () => {
  const { findings, planted, planted_found, sources } = await scanEmbedded();
  assert.deepEqual(findings, []);
  assert(sources > 100);
  assert.equal(planted_found, planted);
});
