// needs: a native server
import assert from "@std/assert";
import { openArena } from "../../arena.ts";
import { layGround } from "../tenants/plant.ts";
import { findUnbounded } from "./stored_bytes.ts";

// A door that keeps whatever text it is given.
const keeper = `
  create table cogo.kept (words text);
  create function api.a_keeps(words text) returns void language plpgsql security definer set search_path = '' as $$
  begin insert into cogo.kept values (a_keeps.words); end $$;
  grant execute on function api.a_keeps(text) to authenticated;`;

Deno.test("no argument of any door makes the server keep more than a payload", async () => {
  const arena = await openArena(0, { full_page_writes: "off" });
  try {
    await layGround(arena.owner);
    await arena.owner.unsafe(keeper);
    const { tried, stored } = await findUnbounded(arena.owner, arena.url);
    assert.ok(tried > 200, `only ${tried} places were tried`);
    assert.deepEqual(stored.map(({ rpc, parameter, place }) => `${rpc} ${parameter}${place}`), [
      "a_keeps words",
    ]);
  } finally {
    await arena.close();
  }
});
