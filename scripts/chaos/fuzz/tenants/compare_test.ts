import assert from "@std/assert";
import { comparable, leaked } from "./compare.ts";
import { victim } from "./sides.ts";

Deno.test("the judge tells ids that leak, and not numbers that end a uuid", () => {
  const ids = ["51000001", "aaaaaaaa-2222-4222-8222-00000000000a"];
  const uuid = "019d43c3-d200-7000-8003-25ab51000001";
  assert.equal(leaked(`{"id":"${uuid}"}`, "", victim, ids), undefined);
  assert.equal(leaked(`{"job_id":"51000001"}`, "", victim, ids), "51000001");
  assert.equal(leaked(`{"job_id":"51000001"}`, "51000001", victim, ids), undefined);
  assert.equal(leaked(`[${ids[1]}]`, "", victim, ids), ids[1]);
  assert.equal(leaked(`[mark-of-a]`, "", victim, ids), "mark-of-a");
});

Deno.test("answers are alike but for ids and secrets, not for words and counts", () => {
  const asked = ["51000001", "51400001"];
  const same = (one: string, two: string) => comparable(one, asked) === comparable(two, asked);
  assert.ok(same("no job 51000001", "no job 51400001"));
  assert.ok(!same("no job 51000001", "no job 52000001"), "another id than the one asked for");
  assert.ok(!same("1 of 2", "0 of 2"));
  assert.ok(!same("not yours", "not there"));
});
