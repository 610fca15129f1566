import type { PGlite } from "@electric-sql/pglite";
import type { Connection } from "@supabase/lite";
import type { Executor } from "../db/executor.ts";
import type { Turns } from "./turns.ts";

/** The database behind a stack: PGlite inside this process, or a Postgres somewhere. */
export interface Database {
  kind: "embedded" | "postgres";
  /** Owner access. On the embedded database each call waits for its turn. */
  executor: Executor;
  /** Runs `work` on one session as the owner, before anybody else is let in: takes no turns. */
  setup<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
  /** The gateway's connection to the same data. */
  connection: Connection;
  /** Set on the embedded database, where everybody shares one session. */
  session: { db: PGlite; turns: Turns } | undefined;
  /** Connection URL; undefined on the embedded one, where the wire server decides. */
  url: string | undefined;
  close(): Promise<void>;
}

/**
 * Keeps the gateway from handing out rights. Left alone it would grant everything on every
 * schema with a protected table to anon; our SQL says itself who may do what.
 */
export function keepGrantsAsTheyAre(connection: Connection): void {
  if (!Reflect.has(connection, "rlsState")) {
    throw new Error("Cannot start the gateway: @supabase/lite no longer has `rlsState`");
  }
  Reflect.set(connection, "rlsState", "active");
}
