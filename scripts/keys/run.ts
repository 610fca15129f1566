// npm run keys: keeps provider keys and what seals them (see help.ts).
import { EnvironmentError } from "../../functions/_shared/platform/env.ts";
import { CallError } from "../../functions/_shared/worker/transport.ts";
import { StackFailure } from "../stack/failure.ts";
import { breakGlass } from "./break_glass.ts";
import { helpText } from "./help.ts";
import { init, initHosted } from "./init.ts";
import { type Options, readOptions, UsageError, wordAt } from "./options.ts";
import { alerts, kek, list, makeCheckpoint, verifyAudit } from "./read_commands.ts";
import type { Told } from "./told.ts";
import { openVaultClient, type VaultClient, VaultRefusal } from "./vault_client.ts";
import { add, close, rewrap, rotate } from "./write_commands.ts";

type Command = (vault: VaultClient, options: Options) => Promise<Told>;

const commands: Readonly<Record<string, Command>> = {
  init,
  add,
  list,
  alerts,
  rotate,
  revoke: (vault, options) => close(vault, options, "revoke"),
  shred: (vault, options) => close(vault, options, "shred"),
  rewrap: (vault, options) => rewrap(vault, options, (line) => console.error(line)),
  kek,
  audit: verifyAudit,
  checkpoint: makeCheckpoint,
  "break-glass": breakGlass,
};

async function run(options: Options): Promise<Told> {
  const name = wordAt(options, 0, "COMMAND");
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new UsageError(`there is no command ${name}`);
  if (name === "init" && options.hosted !== undefined) {
    return await initHosted(options.hosted, options.to ?? "k1");
  }
  return await command(openVaultClient(options), options);
}

function tellFailure(thrown: unknown, asJson: boolean): number {
  if (thrown instanceof UsageError) {
    console.error(`Cannot do that: ${thrown.message}. See npm run keys -- --help`);
    return 2;
  }
  const isKnown = thrown instanceof VaultRefusal || thrown instanceof CallError ||
    thrown instanceof StackFailure || thrown instanceof EnvironmentError;
  if (!isKnown) throw thrown;
  const { message } = thrown;
  const hint = "hint" in thrown ? thrown.hint : "";
  const code = thrown instanceof VaultRefusal
    ? thrown.details
    : "code" in thrown
    ? thrown.code
    : "settings";
  if (asJson) console.log(JSON.stringify({ error: { code, message, hint } }));
  console.error(hint === "" ? message : `${message}\n${hint}`);
  return "status" in thrown && thrown.status === 0 ? 7 : thrown instanceof EnvironmentError ? 2 : 1;
}

/** Runs one call of `npm run keys` and answers its exit code. */
export async function main(args: string[]): Promise<number> {
  let asJson = args.includes("--json");
  try {
    const options = readOptions(args);
    asJson = options.json;
    if (options.help || options.words.length === 0) {
      console.log(helpText);
      return options.help ? 0 : 2;
    }
    const told = await run(options);
    if (asJson) console.log(JSON.stringify(told.json));
    else for (const line of told.lines) console.log(line);
    return told.exitCode ?? 0;
  } catch (thrown) {
    return tellFailure(thrown, asJson);
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
