// needs: a native server
import assert from "@std/assert";
import { fuzzTenants, withTenants } from "./fuzz_tenants.ts";

const seed = 20_261_126;
const quiet = () => {};

const door = (name: string, body: string) => `
  create function api.${name}(job_id bigint) returns jsonb language plpgsql security definer set search_path = '' as $$
  begin ${body} end $$;
  grant execute on function api.${name}(bigint) to authenticated;`;

Deno.test("one tenant with another's ids", async (t) => {
  await withTenants(async (tenants) => {
    await t.step(
      "learns nothing, changes nothing and is answered as with absent ones",
      async () => {
        const options = { seed, calls: 600 };
        const { faults, answered, looks, rpcs } = await fuzzTenants(tenants, options, quiet);
        assert.deepEqual(faults, []);
        assert.ok(rpcs > 90);
        assert.ok(answered > 90, "hardly any call was answered, so little was tried");
        assert.ok(looks > 20, "the other's rows were hardly looked at");
      },
    );
    await t.step(
      "is seen where doors tell, change, and let it be known what is there",
      async () => {
        const plant = [
          door(
            "a_tells",
            "return (select to_jsonb(job) from cogo.jobs as job where id = a_tells.job_id);",
          ),
          door(
            "a_changes",
            "update cogo.quality_runs set target = 'x' where tenant_id = (select tenant_id from cogo.jobs where id = a_changes.job_id); return '{}';",
          ),
          door(
            "a_hints",
            `if exists (select from cogo.jobs where id = a_hints.job_id) then raise sqlstate 'PT403' using message = 'Not yours'; end if;
       raise sqlstate 'PT404' using message = 'Not there';`,
          ),
        ].join("\n");
        await tenants.owner.unsafe(plant);
        const { faults } = await fuzzTenants(tenants, { seed, calls: 60, only: /^a_/ }, quiet);
        const told = (name: string) => faults.filter(({ call }) => call.includes(`api.${name}(`));
        assert.match(told("a_tells").map(({ fault }) => fault).join("\n"), /tells /);
        assert.match(told("a_changes").map(({ fault }) => fault).join("\n"), /changed the other/);
        assert.match(
          told("a_hints").map(({ fault }) => fault).join("\n"),
          /not yours: .*Not yours/,
        );
        assert.equal(faults.length, ["a_tells", "a_changes", "a_hints"].flatMap(told).length);
      },
    );
  });
});
