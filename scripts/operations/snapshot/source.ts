import { connect } from "../../postgres/databases.ts";
import { type Address, askDatabase, openCall } from "../../db/open_call.ts";

/** Where a snapshot is taken from. */
export interface Source {
  readonly kind: "database" | "api";
  /** Whether all parts are of one moment. */
  readonly is_consistent: boolean;
  /** Calls an RPC of snapshots. @throws CallError */
  call(name: "take_snapshot" | "list_snapshot_parts", args: object): Promise<unknown>;
}

const isDatabase = (url: string | undefined) => /^postgres(ql)?:\/\//.test(url ?? "");

/**
 * Lends a source: a database is read in one transaction, so that all is of one moment; an API part
 * by part. What was typed counts, else SUPABASE_DB_URL or DATABASE_URL, else SUPABASE_URL, else the
 * stack that runs here.
 * @throws EnvironmentError naming what is missing
 */
export async function withSource<Result>(
  address: Address,
  use: (source: Source) => Promise<Result>,
): Promise<Result> {
  const set = address.url || Deno.env.get("SUPABASE_DB_URL") || Deno.env.get("DATABASE_URL");
  if (set !== undefined && isDatabase(set)) return await withDatabase(set, use);
  const single = ["take_snapshot", "list_snapshot_parts"] as const;
  const opened = openCall<(typeof single)[number]>(address, { single, timeoutMs: 60_000 });
  try {
    return await use({ kind: "api", is_consistent: false, call: opened.call });
  } finally {
    await opened.close();
  }
}

async function withDatabase<Result>(
  url: string,
  use: (source: Source) => Promise<Result>,
): Promise<Result> {
  const sql = connect(url);
  try {
    // Of postgres.js: what the function returns is what begin resolves to.
    return await sql.begin("isolation level repeatable read", async (transaction) => {
      const call: Source["call"] = async (name, args) =>
        (await askDatabase(transaction, name, args))[0];
      return await use({ kind: "database", is_consistent: true, call });
    }) as Result;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
