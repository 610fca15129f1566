import type { PGlite } from "@electric-sql/pglite";

/** What a wire client changed with SET: name to value. */
export type SessionSettings = Record<string, string>;

/**
 * Takes a client's settings (search_path, role, …) off the shared session, so that whoever comes
 * next finds it as new. Call at the end of a turn, outside a transaction.
 */
export async function takeSettings(db: PGlite): Promise<SessionSettings> {
  const { rows } = await db.query<{ name: string; setting: string }>(
    `select name, current_setting(name) as setting from pg_catalog.pg_settings
     where source = 'session' and context = 'user'`,
  );
  if (rows.length > 0) await db.exec("reset session authorization; reset role; reset all");
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

/** Gives a client its settings back at the begin of its turn; the role last, for it may forbid. */
export async function putSettings(db: PGlite, settings: SessionSettings): Promise<void> {
  const { role, session_authorization: user, ...rest } = settings;
  const ordered = [
    ...Object.entries(rest),
    ...(user === undefined ? [] : [["session_authorization", user] as const]),
    ...(role === undefined ? [] : [["role", role] as const]),
  ];
  for (const [name, setting] of ordered) {
    await db.query("select pg_catalog.set_config($1, $2, false)", [name, setting]);
  }
}
