import type { PGlite } from "@electric-sql/pglite";

/** What a wire client changed with SET: name to value. */
export type SessionSettings = Record<string, string>;

/** Settings that the catalogue does not list, and what they are on a fresh session. */
const unlisted: Record<string, string[]> = {
  role: ["", "none"],
  session_authorization: ["", "postgres"],
};

/** Names of settings that a statement changes, as far as its text tells. */
export function namesSet(statement: string): string[] {
  const found = [
    ...statement.matchAll(/\bset\s+(?:session\s+)?([a-z_][\w.]*)/gi),
    ...statement.matchAll(/\bset_config\s*\(\s*'([^']+)'/gi),
  ];
  return found.map(([, name = ""]) => name.toLowerCase());
}

/**
 * Takes a client's settings (search_path, role, …) off the shared session, so that whoever comes
 * next finds it as new. Call at the end of a turn, outside a transaction.
 * @param custom names of the client's own, such as `request.jwt.claims`
 */
export async function takeSettings(db: PGlite, custom: Set<string>): Promise<SessionSettings> {
  const { rows } = await db.query<{ name: string; setting: string | null }>(
    `select name, current_setting(name) as setting from pg_catalog.pg_settings
     where source = 'session' and context = 'user'
     union
     select name, current_setting(name, true) from unnest($1::text[]) as own (name)`,
    [[...Object.keys(unlisted), ...custom].filter((name) =>
      name in unlisted || name.includes(".")
    )],
  );
  await db.exec("reset session authorization; reset role; reset all");
  const changed = rows.filter(({ name, setting }) =>
    setting !== null && !unlisted[name]?.includes(setting)
  );
  return Object.fromEntries(changed.map(({ name, setting }) => [name, setting ?? ""]));
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
