/** Whom a server runs as: nothing to change, or the ids that root drops to. */
export type ServerUser = Record<never, never> | { readonly uid: number; readonly gid: number };

function idOf(kind: "-u" | "-g", name: string): number | undefined {
  try {
    const { success, stdout } = new Deno.Command("id", { args: [kind, name], stderr: "null" })
      .outputSync();
    return success ? Number(new TextDecoder().decode(stdout)) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Postgres refuses root, so under root it runs as `postgres`, or `nobody` where that is missing.
 * Throws when root finds neither.
 */
export function serverUser(): ServerUser {
  if (Deno.build.os === "windows" || Deno.uid() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error(
    "Cannot start Postgres: it refuses to run as root and this machine has no user postgres or " +
      "nobody. Run the command as another user.",
  );
}

/** Runs a program to its end as that user; throws with its output when it fails. */
export async function runAs(user: ServerUser, program: string, args: string[]): Promise<string> {
  const command = new Deno.Command(program, { args, ...user, cwd: rootFolder() });
  const { success, stdout, stderr } = await command.output();
  const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  if (!success) throw new Error(`${program} failed: ${text.trim()}`);
  return text;
}

/** A folder that every user may stand in, so that programs do not complain about ours. */
export function rootFolder(): string {
  return Deno.build.os === "windows" ? "C:\\" : "/";
}
