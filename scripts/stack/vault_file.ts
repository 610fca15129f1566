import { join } from "node:path";
import { z } from "zod";
import { exitCodes, messageOf, StackFailure } from "./failure.ts";
import { writePrivately } from "./stack_file.ts";

const secret = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, "must be 32 bytes in base64");

/** Secrets of the key-vault by the names of their variables: `KEK_<id>`, pepper, signing key. */
const vaultSecrets = z.record(
  z.string().regex(/^(KEK_[a-z0-9_]{1,32}|KEY_CHECKSUM_KEY|AUDIT_SIGNING_KEY)$/),
  secret,
);

/** {@link vaultSecrets}, checked. */
export type VaultSecrets = z.infer<typeof vaultSecrets>;

const fileOf = (dataFolder: string) => join(dataFolder, "vault.json");

/** 32 random bytes in base64. */
export function makeSecret(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
}

/** What a vault cannot do without; those that `there` has stay as they are. */
export function completeSecrets(there: VaultSecrets = {}): VaultSecrets {
  const hasKek = Object.keys(there).some((name) => name.startsWith("KEK_"));
  return {
    ...(hasKek ? {} : { KEK_k1: makeSecret() }),
    KEY_CHECKSUM_KEY: makeSecret(),
    AUDIT_SIGNING_KEY: makeSecret(),
    ...there,
  };
}

/** The ids of the KEKs among the secrets. */
export function kekIds(secrets: VaultSecrets): string[] {
  return Object.keys(secrets).filter((name) => name.startsWith("KEK_")).map((name) =>
    name.slice(4)
  );
}

/**
 * The vault's secrets of a data folder; made once, kept in `vault.json` (0600). Without them the keys
 * of this folder's database are lost: that is their purpose.
 * @throws StackFailure `vault_broken` when the file is there but cannot be used
 */
export function loadVault(dataFolder: string): VaultSecrets {
  let text: string;
  try {
    text = Deno.readTextFileSync(fileOf(dataFolder));
  } catch (thrown) {
    if (!(thrown instanceof Deno.errors.NotFound)) throw thrown;
    const made = completeSecrets();
    saveVault(dataFolder, made);
    return made;
  }
  try {
    return vaultSecrets.parse(JSON.parse(text));
  } catch (thrown) {
    throw new StackFailure(
      "vault_broken",
      `Cannot read the vault's secrets in ${fileOf(dataFolder)}: ${messageOf(thrown)}`,
      "Restore that file. Deleting it has new ones made; keys sealed before stay closed for good.",
      exitCodes.dataBroken,
    );
  }
}

/** Writes the secrets for this user alone; a running stack hands them on within a second. */
export function saveVault(dataFolder: string, secrets: VaultSecrets): void {
  writePrivately(fileOf(dataFolder), vaultSecrets.parse(secrets));
}

/**
 * Gives the secrets to the functions, which share this process' environment, now and whenever the
 * file changes.
 */
export function followVault(dataFolder: string): { stop(): void } {
  let seen = 0;
  const look = () => {
    const changed = Deno.statSync(fileOf(dataFolder)).mtime?.getTime() ?? 0;
    if (changed === seen) return;
    for (const [name, value] of Object.entries(loadVault(dataFolder))) Deno.env.set(name, value);
    seen = changed;
  };
  loadVault(dataFolder);
  look();
  const timer = setInterval(() => {
    try {
      look();
    } catch {
      // Half-written or gone for a moment: what was handed on stays.
    }
  }, 500);
  return { stop: () => clearInterval(timer) };
}
