import type { Sql, TransactionSql } from "postgres";
import { CallError, callsTo } from "../../functions/_shared/worker/transport.ts";
import { connect as connectTo } from "../postgres/databases.ts";
import { connect } from "../quality/cli/connect.ts";

/** Calls an RPC of schema `api` as an operator; what returns a set gives a list. @throws CallError */
export type OperatorCall<Name extends string> = (name: Name, args: object) => Promise<unknown>;

/** The project that calls go to; the caller closes it. */
export interface OpenedCall<Name extends string> {
  readonly call: OperatorCall<Name>;
  close(): Promise<void>;
}

/** Where the project is, as far as it was typed. */
export interface Address {
  readonly url?: string | undefined;
  readonly key?: string | undefined;
}

/** Settings of {@link openCall}. */
export interface CallSettings<Name extends string> {
  /** RPCs that answer with one value, not with a set. */
  readonly single: readonly Name[];
  /** How long the API may take for an answer. */
  readonly timeoutMs: number;
}

/**
 * Finds the project: what was typed, else SUPABASE_URL with its secret key, else SUPABASE_DB_URL or
 * DATABASE_URL, else the stack that runs here.
 * @throws EnvironmentError naming what is missing
 */
export function openCall<Name extends string>(
  address: Address,
  { single, timeoutMs }: CallSettings<Name>,
): OpenedCall<Name> {
  const typed = address.url || undefined;
  const names = ["SUPABASE_URL", "SUPABASE_DB_URL", "DATABASE_URL"];
  const set = typed ?? names.map((name) => Deno.env.get(name)).find((url) => url);
  if (set !== undefined && /^postgres(ql)?:\/\//.test(set)) return overDatabase(set, single);
  const { url, key } = connect({ url: typed, key: address.key, data: undefined });
  const call = callsTo({ url, key });
  return { call: (name, args) => call(name, args, timeoutMs), close: async () => {} };
}

function overDatabase<Name extends string>(
  url: string,
  single: readonly Name[],
): OpenedCall<Name> {
  const sql = connectTo(url);
  return {
    call: async (name, args) => {
      const answers = await askDatabase(sql, name, args);
      return single.includes(name) ? answers[0] : answers;
    },
    close: () => sql.end({ timeout: 1 }),
  };
}

type Refusal = Partial<Record<"code" | "detail" | "hint", string>>;

/** The rows of an RPC of schema `api`: an object of `args` goes as jsonb, a list as an array. @throws CallError */
export async function askDatabase(
  sql: Sql | TransactionSql,
  name: string,
  args: object,
): Promise<unknown[]> {
  const given = Object.entries(args).filter(([, value]) => (value ?? null) !== null);
  const named = given.map(([key], place) => `${key} => $${place + 1}`).join(", ");
  const values = given.map(([, value]) =>
    Array.isArray(value)
      ? `{${value.map((one) => JSON.stringify(one)).join(",")}}` // as Postgres writes it
      : typeof value === "object"
      ? sql.json(value)
      : value
  );
  try {
    const statement = `select to_jsonb(answer) as answer from api.${name}(${named}) as answer`;
    const rows = await sql.unsafe(statement, values);
    return rows.map(({ answer }) => answer as unknown);
  } catch (error) {
    const { message, code = "", detail = "", hint = "" } = error as Error & Refusal;
    const isRefusal = /^PT\d{3}$/.test(code);
    throw new CallError(
      message,
      isRefusal ? Number(code.slice(2)) : 0,
      isRefusal ? detail : code,
      hint,
    );
  }
}
