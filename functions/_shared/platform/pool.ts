import postgres from "postgres";
import { spanned } from "../tracing/spanned.ts";
import { CallError } from "../worker/transport.ts";
import { type DatabaseTrouble, guardDriver, readTrouble } from "./pool_errors.ts";
import { readEnvironment } from "./env.ts";
import { statementOf, textOf } from "./pool_statement.ts";

/** Claims of a verified token; null = an operator. */
export type Claims = Readonly<Record<string, unknown>>;

/** Settings of {@link openPool}. */
export interface PoolOptions {
  /** Connection text; SUPABASE_DB_URL or DATABASE_URL by default. */
  readonly url?: string;
  /** Connections at most (3). */
  readonly max?: number;
  /** Milliseconds after which a call is given up (5,000). */
  readonly timeoutMs?: number;
  /** Named statements: faster over a direct connection, wrong over a pooler in transaction mode. */
  readonly prepare?: boolean;
}

/** RPCs of one database over its own protocol: one round trip and one transaction a call. */
export interface Pool {
  /**
   * Calls `api.<rpc>` with the rights that `claims` give, and returns its one value.
   * `rpc` and the names of `args` are written by the program, never by a caller. A list of plain
   * values becomes an array of Postgres; where the RPC wants a list as jsonb, give JSON text.
   * @throws CallError as PostgREST would answer; `database_unreachable` (503) when nothing answers
   */
  callAs(claims: Claims | null, rpc: string, args: object, timeoutMs?: number): Promise<unknown>;
  /** Calls `cogo.<name>`, which no API serves: a function that is granted to this server's code. */
  callInside(name: string, args: object, timeoutMs?: number): Promise<unknown>;
  /** Closes what is open; the next call opens anew. */
  close(): Promise<void>;
}

/** Keeps a statement without `args` in the extended protocol; known to the driver, not to its types. */
const oneTrip: object = { simple: false };
/** Opens nothing yet: the first call does. @throws EnvironmentError without a connection text */
export function openPool(options: PoolOptions = {}): Pool {
  const url = options.url ?? readEnvironment(["databaseUrl"]).databaseUrl;
  const patience = options.timeoutMs ?? 5_000;
  guardDriver();
  let current: postgres.Sql | undefined;
  const open = () =>
    current ??= postgres(url, {
      max: options.max ?? 3,
      prepare: options.prepare ?? false,
      fetch_types: false,
      idle_timeout: 30,
      connect_timeout: Math.max(1, Math.ceil(patience / 1000)),
      backoff: false,
      onnotice: () => {},
      connection: { application_name: "cogo" },
    });
  /** What hangs is left to itself: later calls get fresh connections. */
  const retire = (old: postgres.Sql) => {
    if (current === old) current = undefined;
    old.end({ timeout: 5 }).catch(() => {});
  };

  const call = async (
    schema: "api" | "cogo",
    claims: Claims | null,
    rpc: string,
    args: object,
    timeoutMs: number,
  ) => {
    const given = Object.entries(args).filter(([, value]) => value !== undefined);
    const statement = statementOf(schema, rpc, given.map(([name]) => name));
    const values = [
      claims === null ? "" : JSON.stringify(claims),
      ...given.map(([, value]) => textOf(value)),
    ];
    const sql = open();
    // Given as `args`, the driver would ask the server for their types first: a trip of its own.
    const query = sql.unsafe(statement, [], { ...oneTrip, prepare: options.prepare ?? false });
    Object.assign(query, { parameters: values });
    const slow = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      query.cancel(); // or the server goes on with what nobody waits for
      slow.reject(new Error(`no answer in ${timeoutMs} ms`));
    }, timeoutMs);
    query.catch(() => {});
    try {
      const rows = await Promise.race([query, slow.promise]);
      return JSON.parse(String(rows[0]?.["answer"] ?? "null"));
    } catch (thrown) {
      const trouble: DatabaseTrouble = readTrouble(thrown);
      if (trouble.isUnreachable) retire(sql);
      throw new CallError(
        trouble.isUnreachable ? `${rpc} got no answer: ${trouble.message}` : trouble.message,
        trouble.status,
        trouble.code,
        trouble.hint,
      );
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    callAs: (claims, rpc, args, timeoutMs = patience) =>
      spanned(`rpc ${rpc}`, { "cogo.rpc": rpc }, () => call("api", claims, rpc, args, timeoutMs)),
    callInside: (name, args, timeoutMs = patience) =>
      spanned(`rpc ${name}`, { "cogo.rpc": name }, () => call("cogo", null, name, args, timeoutMs)),
    close: async () => {
      const old = current;
      current = undefined;
      await old?.end({ timeout: 5 });
    },
  };
}
