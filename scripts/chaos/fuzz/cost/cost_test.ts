// needs: a native server
import assert from "@std/assert";
import { plantCrowd } from "./crowd.ts";
import { fuzzCost } from "./fuzz_cost.ts";
import { withCostGround } from "./ground.ts";
import { isWalk, readQuietly } from "./quiet_tenant.ts";
import { findUnbounded } from "./stored_bytes.ts";

// A door that writes out what it is given (a few bytes of numbers become a hundred megabytes), and
// one that keeps whatever text it is given.
const plant = `
  create function api.a_spreads(value jsonb) returns integer language plpgsql security definer set search_path = '' as $$
  begin return length(a_spreads.value::text); end $$;
  create table cogo.kept (words text);
  create function api.a_keeps(words text) returns void language plpgsql security definer set search_path = '' as $$
  begin insert into cogo.kept values (a_keeps.words); end $$;
  grant execute on function api.a_spreads(jsonb), api.a_keeps(text) to authenticated`;

const readers =
  /^(list|get|count|metrics|show|explain|queue|spend|provider)_|_(events|history|summary|recent|job)$/;

// One server and one session for all: each door is compiled, and its call found, once.
Deno.test("what a call may cost others", async (t) => {
  await withCostGround(async (ground) => {
    await t.step("no call of a door costs much more than reading what it was sent", async () => {
      const options = { seed: 20_261_126, share: 0.02, whole: "a_spreads" };
      const { calls, rpcs, answered, faults } = await fuzzCost(ground, options, () => {});
      assert.ok(rpcs > 90 && calls > 50, `${calls} calls of ${rpcs} doors`);
      assert.ok(answered > 80, "hardly any call was answered, so little was tried");
      const dear = new Set(faults.map(({ rpc, hostile }) => `${rpc}: ${hostile}`));
      assert.ok(dear.size > 0, "what is planted is not seen");
      assert.deepEqual([...dear].filter((one) => !one.startsWith("a_spreads")), []);
    });
    await t.step("no argument of any door makes the server keep more than a payload", async () => {
      const { tried, stored } = await findUnbounded(ground);
      assert.ok(tried > 200, `only ${tried} places were tried`);
      assert.deepEqual(stored.map(({ rpc, parameter, place }) => `${rpc} ${parameter}${place}`), [
        "a_keeps words",
      ]);
    });
    await t.step("a tenant with few rows reads few pages, however many others have", async () => {
      await plantCrowd(ground.owner, 20_000);
      const reads = await readQuietly(ground, readers);
      assert.ok(reads.filter(({ word }) => word === "ok").length > 30, "hardly any was answered");
      assert.deepEqual(reads.filter(isWalk), []);
      // The step can fail: without its index, a list reads what others have.
      await ground.owner.unsafe("drop index cogo.routing_decisions_tenant_idx");
      const walks = (await readQuietly(ground, /^list_decisions$/)).filter(isWalk);
      assert.deepEqual(walks.map(({ rpc }) => rpc), ["list_decisions"]);
    });
  }, plant);
});
