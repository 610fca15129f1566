import assert from "@std/assert";
import { slowFirst, slowSteps } from "./slow_first.ts";
import { testGroups } from "./test_groups.ts";

Deno.test("gate: what is known to be slow begins first, and its names are files that are there", () => {
  const step = (name: string) => ({ name, next: "", run: () => Promise.reject(new Error(name)) });
  const [first = "", second = ""] = slowSteps;
  const names = slowFirst([step("a"), step(second), step("b"), step(first)]).map((one) => one.name);
  assert.deepEqual(names, [first, second, "a", "b"]);
  const { heavy } = testGroups();
  for (const name of slowSteps.filter((one) => one.endsWith("_test.ts"))) {
    assert.ok(heavy.includes(name), `${name} is no test with servers`);
  }
});
