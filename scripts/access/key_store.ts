import { z } from "zod";
import { loadKeys, makeSigningKey, publicJwk, saveKeys, type SigningKey } from "../stack/keys.ts";
import { writePrivately } from "../stack/stack_file.ts";
import type { Project } from "./access_command.ts";

const published = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) });

/** What agents' tokens are checked by: no `key_ops`, which not every verifier knows. */
function withoutUses(key: SigningKey): object {
  const { key_ops: _uses, ...jwk } = publicJwk(key);
  return jwk;
}

/** Waits until the stack that runs here has taken the keys over. */
async function untilTaken({ url }: Project, kids: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${url}/auth/v1/.well-known/jwks.json`);
    const { keys } = published.parse(await answer.json());
    if (String(keys.map(({ kid }) => kid)) === String(kids)) return;
    await new Promise((go) => setTimeout(go, 100));
  }
  throw new Error("The stack did not take the keys over. Start it anew: npm start");
}

async function change(
  project: Project,
  changed: (keys: SigningKey[]) => SigningKey[],
): Promise<void> {
  const folder = project.localFolder;
  if (folder === undefined) return;
  const keys = await loadKeys(folder);
  const signing_keys = changed(keys.signing_keys);
  saveKeys(folder, { ...keys, signing_keys });
  await untilTaken(project, signing_keys.map(({ kid }) => kid));
}

/** Tells the database of the key that signs until now, so that it becomes `previous` one day. */
export async function keepBoth(project: Project): Promise<void> {
  const [first] = (await loadKeys(project.localFolder!)).signing_keys;
  const known = z.array(z.unknown()).parse(await project.call("list_signing_keys", {}));
  if (known.length > 0 || first === undefined) return;
  await project.call("add_signing_key", { jwk: withoutUses(first) });
  await project.call("promote_signing_key", { kid: first.kid });
}

/** Adds a key to the stack's file, last: it does not sign. Answers its public half. */
export async function createLocal(project: Project): Promise<object> {
  const made = await makeSigningKey();
  await change(project, (keys) => [...keys, made]);
  return withoutUses(made);
}

/** Puts a key first in the stack's file, where there is one. */
export const firstLocal = (project: Project, kid: string): Promise<void> =>
  change(project, (keys) => keys.toSorted((a, b) => Number(b.kid === kid) - Number(a.kid === kid)));

/** Drops a key from the stack's file, where there is one. */
export const dropLocal = (project: Project, kid: string): Promise<void> =>
  change(project, (keys) => keys.filter((key) => key.kid !== kid));

const secrets = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) });

/**
 * Writes AGENT_SIGNING_KEYS, with one more key than the variable holds here, into a file that only
 * this user may read.
 */
export async function createHosted(file: string): Promise<{ jwk: object; lines: string[] }> {
  const set = Deno.env.get("AGENT_SIGNING_KEYS");
  const there = set ? secrets.parse(JSON.parse(set)).keys : [];
  const made = await makeSigningKey();
  const jwks = JSON.stringify({ keys: [...there, made] });
  Deno.writeTextFileSync(file, `AGENT_SIGNING_KEYS='${jwks}'\n`, { mode: 0o600 });
  const imported = `${file}.jwk`;
  writePrivately(imported, made);
  return {
    jwk: withoutUses(made),
    lines: [
      `1. Import ${imported} as a standby key: dashboard, Project settings, JWT keys.`,
      `2. supabase secrets set --env-file ${file}`,
      "3. Delete both files. Wait 20 minutes: verifiers keep the old set that long.",
      `4. npm run agent-keys -- promote ${made.kid}`,
    ],
  };
}
