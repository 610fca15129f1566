/**
 * The least a database must offer to our runners: one session, so that `begin` and `commit` sent
 * through {@link exec} surround what follows.
 */
export interface Executor {
  /** Runs one or many statements without parameters. Rejects with the server's error. */
  exec(sql: string): Promise<void>;
  /** Runs one statement; `params` fill `$1`, `$2`, … and are sent as text. */
  query(sql: string, params?: unknown[]): Promise<Record<string, unknown>[]>;
}

/** The part of PGlite that we use; a lite connection or a turn of ours fits as well. */
export interface PgliteLike {
  exec(sql: string): Promise<unknown>;
  query(sql: string, params?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** The part of a reserved postgres.js connection that we use. */
export interface PostgresJsLike {
  unsafe(
    sql: string,
    params?: never[],
  ): { simple(): PromiseLike<unknown> } & PromiseLike<Iterable<unknown>>;
}

/** An executor over PGlite (or what looks like it). */
export function pgliteExecutor(database: PgliteLike): Executor {
  return {
    exec: async (sql) => {
      await database.exec(sql);
    },
    query: async (sql, params = []) =>
      (await database.query(sql, params)).rows as Record<string, unknown>[],
  };
}

/** An executor over one reserved connection of postgres.js: `postgres(url, { max: 1 })` or `reserve()`. */
export function postgresExecutor(connection: PostgresJsLike): Executor {
  return {
    exec: async (sql) => {
      await connection.unsafe(sql).simple();
    },
    query: async (sql, params = []) =>
      [
        ...await connection.unsafe(sql, params as never[]),
      ] as Record<string, unknown>[],
  };
}
