// needs: a native server
import assert from "@std/assert";
import { fuzzCost } from "./fuzz_cost.ts";

// A door that writes out what it is given: a few bytes of numbers become a hundred megabytes.
const plant = `
  create function api.a_spreads(value jsonb) returns integer language plpgsql security definer set search_path = '' as $$
  begin return length(a_spreads.value::text); end $$;
  grant execute on function api.a_spreads(jsonb) to authenticated;`;

Deno.test("no call of a door costs much more than reading what it was sent", async () => {
  const options = { seed: 20_261_126, share: 0.02, plant, whole: "a_spreads" };
  const { calls, rpcs, answered, faults } = await fuzzCost(options, () => {});
  assert.ok(rpcs > 90 && calls > 50, `${calls} calls of ${rpcs} doors`);
  assert.ok(answered > 80, "hardly any call was answered, so little was tried");
  const dear = new Set(faults.map(({ rpc, hostile }) => `${rpc}: ${hostile}`));
  assert.ok(dear.size > 0, "what is planted is not seen");
  assert.deepEqual([...dear].filter((one) => !one.startsWith("a_spreads")), []);
});
