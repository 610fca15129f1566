import { CallError, callsTo } from "../../functions/_shared/worker/transport.ts";
import { connect as connectTo } from "../postgres/databases.ts";
import { connect } from "../quality/cli/connect.ts";

/** The RPCs that a comparison needs, called as an operator. */
export type RpcName = "list_policies" | "list_models" | "compare_routes" | "record_router_report";

/** Calls one of them; what returns a set gives a list. @throws CallError */
export type RouterCall = (name: RpcName, args: object) => Promise<unknown>;

const timeoutMs = 120_000;

/**
 * Finds the project: what was typed, else SUPABASE_URL with its secret key, else DATABASE_URL, else
 * the stack that runs here. The caller closes it.
 * @throws EnvironmentError naming what is missing
 */
export function openCall(
  address: { readonly url?: string | undefined; readonly key?: string | undefined },
): { call: RouterCall; close: () => Promise<void> } {
  const names = ["SUPABASE_URL", "SUPABASE_DB_URL", "DATABASE_URL"];
  const set = address.url ?? names.map((name) => Deno.env.get(name)).find((url) => url);
  if (set !== undefined && /^postgres(ql)?:\/\//.test(set)) return overDatabase(set);
  const { url, key } = connect({ url: address.url, key: address.key, data: undefined });
  const call = callsTo({ url, key });
  return { call: (name, args) => call(name, args, timeoutMs), close: async () => {} };
}

function overDatabase(url: string): ReturnType<typeof openCall> {
  const sql = connectTo(url);
  const call: RouterCall = async (name, args) => {
    const given = Object.entries(args).filter(([, value]) => value !== null);
    const named = given.map(([key], place) => `${key} => $${place + 1}`).join(", ");
    const values = given.map(([, value]) =>
      typeof value === "object" ? sql.json(value as Parameters<typeof sql.json>[0]) : value
    );
    try {
      const statement = `select to_jsonb(answer) as answer from api.${name}(${named}) as answer`;
      const rows = await sql.unsafe(statement, values as Parameters<typeof sql.unsafe>[1]);
      const answers = rows.map(({ answer }) => answer as unknown);
      return name === "record_router_report" ? answers[0] : answers;
    } catch (error) {
      const { message, code, hint } = error as Error & { code?: string; hint?: string };
      const status = /^PT\d{3}$/.test(code ?? "") ? Number(code!.slice(2)) : 0;
      throw new CallError(message, status, code ?? "", hint ?? "");
    }
  };
  return { call, close: () => sql.end({ timeout: 1 }) };
}
