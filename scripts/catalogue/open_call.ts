import { callsTo } from "../../functions/_shared/worker/transport.ts";
import { connect as connectTo } from "../postgres/databases.ts";
import { connect } from "../quality/cli/connect.ts";
import { CatalogueError } from "./catalogue.ts";

/** Calls an RPC of schema `api` as an operator. */
export type CatalogueCall = (name: RpcName, args: Record<string, unknown>) => Promise<unknown>;

type RpcName = "import_catalogue" | "list_models" | "list_providers";

const timeoutMs = 60_000;

/** Where the project is, as far as it was typed. */
export interface Address {
  readonly url?: string | undefined;
  readonly key?: string | undefined;
}

/**
 * Finds the project: what was typed, else SUPABASE_URL with its secret key, else DATABASE_URL, else
 * the stack that runs here. The caller closes it.
 */
export function openCall(address: Address): { call: CatalogueCall; close: () => Promise<void> } {
  const typed = address.url ?? "";
  const database = /^postgres(ql)?:\/\//.test(typed)
    ? typed
    : typed === "" && Deno.env.get("SUPABASE_URL") === undefined
    ? Deno.env.get("DATABASE_URL") ?? Deno.env.get("SUPABASE_DB_URL")
    : undefined;
  if (database !== undefined) return overDatabase(database);
  const { url, key } = connect({ url: address.url, key: address.key, data: undefined });
  const call = callsTo({ url, key });
  return { call: (name, args) => call(name, args, timeoutMs), close: async () => {} };
}

function overDatabase(url: string): ReturnType<typeof openCall> {
  const sql = connectTo(url);
  const call: CatalogueCall = async (name, args) => {
    const json = (value: unknown) => sql.json(value as Parameters<typeof sql.json>[0]);
    try {
      if (name === "import_catalogue") {
        const [row] = await sql`
          select api.import_catalogue(${json(args["catalogue"])}, ${
          args["dry_run"] === true
        }) as answer`;
        return row?.["answer"];
      }
      if (name === "list_providers") return await sql`select * from api.list_providers()`;
      return await sql`select * from api.list_models(${String(args["only_provider"])})`;
    } catch (error) {
      throw new CatalogueError(error instanceof Error ? error.message : String(error));
    }
  };
  return { call, close: () => sql.end({ timeout: 1 }) };
}
