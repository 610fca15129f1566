import { connect } from "../postgres/databases.ts";
import type { Arena } from "./arena.ts";

/** Sets the budgets of a round's tenant, and room in the organisation's; answers the price to bill by. */
export async function layRound(arena: Arena, tenant: string, callers: number): Promise<number> {
  const sql = connect(arena.url);
  try {
    // A quarter of the first calls fit; what is given back lets some more in.
    const room = callers * 250;
    await sql`select api.set_budget(coalesce((select sum(spent_nano + debt_nano) from cogo.budget_windows
      join cogo.budgets using (budget_id) where scope = 'organisation'), 0) + ${room}, 'organisation', 'total')`;
    await sql`select api.set_budget(${Math.floor(room * 0.9)}, 'tenant', 'month', ${tenant})`;
    for (let nth = 0; nth < 8; nth++) {
      await sql`select api.set_budget(${room}, 'agent', 'day', ${tenant}, agent_id => ${`00000000-0000-4000-8000-00000000000${nth}`})`;
    }
    const [row] =
      await sql`select coalesce((select min(price_id) from cogo.llm_prices), tests.lay_price())::int as price`;
    return Number(row?.price);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** For the owner, once: one nano-dollar per input token. */
export const layPrice = `create function tests.lay_price() returns bigint language sql as $$
  insert into cogo.llm_providers (provider, name, api_format, base_url, allowed_hosts, source, changed_at)
  values ('storm', 'Storm', 'openai', 'https://storm.test', '{storm.test}', 'test', cogo.now_());
  insert into cogo.llm_models (provider, model, context_tokens, source, changed_at) values ('storm', 'm', 1000, 'test', cogo.now_());
  insert into cogo.llm_prices (model_id, valid_from, input_price, output_price, source, source_sha256, imported_at)
  select model_id, cogo.now_(), 1000000, 1000000, 'test', '', cogo.now_() from cogo.llm_models returning price_id $$`;
