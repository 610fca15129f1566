import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { completeSecrets, kekIds, loadVault, makeSecret, saveVault } from "../stack/vault_file.ts";
import { makeFirstRows } from "./first_rows.ts";
import { type Options, UsageError } from "./options.ts";
import type { Told } from "./told.ts";
import { type VaultClient, VaultRefusal } from "./vault_client.ts";

const keks = z.array(z.object({ kek_id: z.string(), state: z.string(), wraps: z.number() }));

/** The states of the KEKs that the database knows. */
export async function readKeks(vault: VaultClient) {
  return keks.parse(await vault.ask({ op: "kek", action: "list" }));
}

/** Registers a KEK; the functions of a running stack get it within a second. */
async function register(vault: VaultClient, kek_id: string): Promise<void> {
  for (let tries = 1;; tries++) {
    try {
      await vault.ask({ op: "kek", action: "register", kek_id });
      return;
    } catch (thrown) {
      const waits = thrown instanceof VaultRefusal && thrown.details === "keys_not_configured";
      if (!waits || vault.localFolder === undefined || tries > 12) throw thrown;
      await pause(250);
    }
  }
}

function nextKekId(taken: readonly string[]): string {
  const numbers = taken.map((id) => Number(/^k(\d{1,6})$/.exec(id)?.[1] ?? 0));
  return `k${Math.max(0, ...numbers) + 1}`;
}

/** Makes the local vault usable, or adds a KEK; secrets that are there stay. @throws VaultRefusal */
export async function init(vault: VaultClient, options: Options): Promise<Told> {
  const known = (await readKeks(vault)).filter(({ state }) => state !== "destroyed");
  let ids = known.map(({ kek_id }) => kek_id);
  if (vault.localFolder !== undefined) {
    let secrets = completeSecrets(loadVault(vault.localFolder));
    if (options["new-kek"]) {
      secrets = { ...secrets, [`KEK_${nextKekId(kekIds(secrets))}`]: makeSecret() };
    }
    saveVault(vault.localFolder, secrets);
    ids = kekIds(secrets);
  } else if (ids.length === 0 || options.to !== undefined) {
    ids = [options.to ?? "k1"];
  }
  for (const id of ids) await register(vault, id);
  const rows = await makeFirstRows(vault.call);
  const registered = await readKeks(vault);
  const lines = [
    ...registered.map(({ kek_id, state }) => `KEK ${kek_id}: ${state}`),
    ...rows.map(({ name, outcome }) => `${name}: ${outcome}`),
    "Next: npm run keys -- add openai",
  ];
  return { lines, json: { keks: registered, rows } };
}

/**
 * Writes the secrets of a hosted project into a file of this user's, which is the only copy: keep
 * it where the database is not. Nothing secret is printed.
 * @throws UsageError when the file is there: it would be lost
 */
export async function initHosted(file: string, kekId: string): Promise<Told> {
  const path = resolve(file);
  const { KEK_k1: kek = makeSecret(), ...others } = completeSecrets();
  const lines = Object.entries({ [`KEK_${kekId}`]: kek, ...others })
    .map(([name, value]) => `${name}=${value}\n`).join("");
  try {
    await Deno.writeTextFile(path, `${lines}APP_ENV=production\n`, {
      createNew: true,
      mode: 0o600,
    });
  } catch (thrown) {
    if (!(thrown instanceof Deno.errors.AlreadyExists)) throw thrown;
    throw new UsageError(`${path} is there already and was left as it is`);
  }
  const command = `npx supabase secrets set --env-file ${path}`;
  return {
    lines: [
      `Wrote the secrets into ${path}. Run, then keep that file safe, away from the database:`,
      `  ${command}`,
      "  npm run keys -- init",
    ],
    json: { file: path, command },
  };
}
