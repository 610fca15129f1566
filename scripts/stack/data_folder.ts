import { join } from "node:path";
import { exitCodes, StackFailure } from "./failure.ts";
import { readStackFile } from "./stack_file.ts";

/** The data folder, held by this process alone until `release`. */
export interface DataFolder {
  path: string;
  databasePath: string;
  artifactsPath: string;
  release(): void;
}

function inUse(path: string): StackFailure {
  const other = readStackFile(path);
  const who = other ? `process ${other.pid} at ${other.url}` : "another process";
  return new StackFailure(
    "data_in_use",
    `Cannot open ${path}: ${who} is using it`,
    other
      ? `Use ${other.url}, or stop it with \`kill ${other.pid}\`, or choose another folder: ` +
        "npm start -- --data .cogo-second --port 54421"
      : "Wait a moment and try again, or choose another folder with --data.",
    exitCodes.dataInUse,
  );
}

function notWritable(path: string, cause: unknown): StackFailure {
  return new StackFailure(
    "data_not_writable",
    `Cannot write to the data folder ${path}: ${cause instanceof Error ? cause.message : cause}`,
    "Give this user the right to write there, or choose another folder with --data.",
    exitCodes.dataBroken,
    { cause },
  );
}

/**
 * Takes the folder's file lock. The system frees it when the process ends, however it ends:
 * two processes on one folder would lose rows without a word.
 * @param fresh delete the database and the artifacts first; keys stay
 * @throws StackFailure `data_in_use` naming the holder, or `data_not_writable`
 */
export function openDataFolder(path: string, fresh: boolean): DataFolder {
  let lock: Deno.FsFile;
  try {
    Deno.mkdirSync(path, { recursive: true, mode: 0o700 });
    lock = Deno.openSync(join(path, "lock"), { read: true, write: true, create: true });
  } catch (thrown) {
    throw notWritable(path, thrown);
  }
  if (!lock.tryLockSync(true)) {
    lock.close();
    throw inUse(path);
  }
  const databasePath = join(path, "db");
  const artifactsPath = join(path, "artifacts");
  if (fresh) {
    for (const folder of [databasePath, artifactsPath]) removeIfThere(folder);
  }
  Deno.mkdirSync(artifactsPath, { recursive: true });
  return { path, databasePath, artifactsPath, release: () => lock.close() };
}

function removeIfThere(path: string): void {
  try {
    Deno.removeSync(path, { recursive: true });
  } catch (thrown) {
    if (!(thrown instanceof Deno.errors.NotFound)) throw thrown;
  }
}
