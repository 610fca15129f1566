import { connect } from "../../postgres/databases.ts";
import { openCall } from "../../db/open_call.ts";

/** Where a snapshot is taken from. */
export interface Source {
  readonly kind: "database" | "api";
  /** Whether all parts are of one moment. */
  readonly is_consistent: boolean;
  /** Calls an RPC of snapshots. @throws CallError, or what the driver throws */
  call(name: "take_snapshot" | "list_snapshot_parts", args: object): Promise<unknown>;
}

/** Where the project is, as far as it was typed. */
export interface Address {
  readonly url: string | undefined;
  readonly key: string | undefined;
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
      const call: Source["call"] = async (name, args) => {
        const given = Object.entries(args).filter(([, value]) => (value ?? null) !== null);
        const named = given.map(([key], nth) => `${key} => $${nth + 1}`).join(", ");
        const values = given.map(([, value]) =>
          typeof value === "object" ? transaction.json(value) : value
        );
        const statement = `select api.${name}(${named}) as answer`;
        const [row] = await transaction.unsafe(statement, values);
        return row?.["answer"] as unknown;
      };
      return await use({ kind: "database", is_consistent: true, call });
    }) as Result;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
