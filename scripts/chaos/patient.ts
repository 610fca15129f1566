import type { Sql } from "postgres";
import { connect } from "../postgres/databases.ts";
import { pause } from "./random.ts";

/** Gives a fresh session to `body`, again and again until the server, which may be dead, answers. */
export type Patient = <T>(body: (sql: Sql) => Promise<T>) => Promise<T>;

/** Sessions of the database's owner, or of whoever `open` signs in; gives up after some 20 s. */
export function patiently(
  url: string,
  open: (url: string) => Promise<Sql> = (url) => Promise.resolve(connect(url)),
): Patient {
  return async (body) => {
    for (let tries = 0;; tries++) {
      let sql: Sql | undefined;
      try {
        sql = await open(url);
        return await body(sql);
      } catch (error) {
        if (tries > 150) throw error;
        await pause(100);
      } finally {
        await sql?.end({ timeout: 1 }).catch(() => {});
      }
    }
  };
}
