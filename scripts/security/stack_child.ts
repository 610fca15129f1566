import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { loadKeys } from "../stack/keys.ts";
import { layPreparedData } from "../stack/prepared_data.ts";
import { readStackFile, type StackFile } from "../stack/stack_file.ts";
import { createTokens, type Tokens } from "../stack/tokens.ts";

const mainFile = fileURLToPath(new URL("../stack/main.ts", import.meta.url));

/** A stack in a process of its own, all of whose output is kept. */
export interface StackChild {
  readonly file: StackFile;
  readonly tokens: Tokens;
  /** What it and its functions printed so far. */
  log(): string;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
}

async function gather(from: ReadableStream<Uint8Array>, into: string[]): Promise<void> {
  const decoder = new TextDecoder();
  for await (const piece of from) into.push(decoder.decode(piece, { stream: true }));
}

/** Starts it on free ports over a data folder, with an embedded database or the one at a URL. */
export async function startStackChild(folder: string, databaseUrl?: string): Promise<StackChild> {
  if (databaseUrl === undefined) await layPreparedData(folder);
  const where = databaseUrl === undefined ? [] : ["--db", databaseUrl];
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      mainFile,
      "--no-run",
      "--port",
      "0",
      "--data",
      folder,
      ...where,
    ],
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const printed: string[] = [];
  const ended = Promise.all([gather(child.stdout, printed), gather(child.stderr, printed)]);
  let gone = false;
  child.status.then(() => gone = true);
  const stop = async () => {
    if (!gone) child.kill("SIGINT");
    await child.status;
    await ended;
  };
  const patience = performance.now() + 60_000;
  let file: StackFile | undefined;
  while ((file = readStackFile(folder)) === undefined) {
    if (gone || performance.now() > patience) {
      await stop();
      throw new Error(`The stack did not start in ${join(folder)}:\n${printed.join("")}`);
    }
    await pause(50);
  }
  const tokens = await createTokens(await loadKeys(folder), file.url);
  return { file, tokens, log: () => printed.join(""), stop };
}
