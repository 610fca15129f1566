import { join } from "node:path";
import { type Keys, loadKeys, publicJwks } from "./keys.ts";
import { type StackFile, writeStackFile } from "./stack_file.ts";

/** Gives the signing keys to the functions, which share this process' environment. */
function handOn(keys: Keys): void {
  Deno.env.set("SUPABASE_JWKS", JSON.stringify(publicJwks(keys)));
  Deno.env.set("AGENT_SIGNING_KEYS", JSON.stringify({ keys: keys.signing_keys }));
}

/**
 * Takes over the signing keys of keys.json now and whenever that file changes: `keys`, stack.json and
 * the functions have them within a second, so that a rotation needs no restart.
 */
export function followKeys(keys: Keys, file: StackFile): { stop(): void } {
  const path = join(file.data_folder, "keys.json");
  const changedAt = () => Deno.statSync(path).mtime?.getTime() ?? 0;
  let seen = changedAt();
  handOn(keys);
  const look = async () => {
    const changed = changedAt();
    if (changed === seen) return;
    keys.signing_keys = (await loadKeys(file.data_folder)).signing_keys;
    file.jwks = publicJwks(keys);
    writeStackFile(file.data_folder, file);
    handOn(keys);
    seen = changed;
  };
  // Half-written or gone for a moment: what was handed on stays.
  const timer = setInterval(() => void look().catch(() => {}), 500);
  return { stop: () => clearInterval(timer) };
}
