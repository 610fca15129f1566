import type { DataFolder } from "./data_folder.ts";
import type { Database } from "./database.ts";
import { type Keys, publicJwks } from "./keys.ts";
import { removeStackFile, type StackFile, writeStackFile } from "./stack_file.ts";

/** Writes stack.json for scripts beside the stack; `remove` takes it away at a clean exit. */
export function announce(parts: {
  keys: Keys;
  url: string;
  data: DataFolder;
  database: Database;
  wirePort: number | null;
}): { content: StackFile; remove(): void } {
  const { keys, url, data, database, wirePort } = parts;
  const content: StackFile = {
    pid: Deno.pid,
    url,
    db_url: database.url ??
      `postgres://postgres:postgres@127.0.0.1:${wirePort}/postgres?sslmode=disable`,
    wire_port: wirePort,
    publishable_key: keys.publishable.default ?? "",
    secret_key: keys.secret.default ?? "",
    publishable_keys: keys.publishable,
    secret_keys: keys.secret,
    jwks: publicJwks(keys),
    data_folder: data.path,
    database: database.kind,
    started_at: new Date().toISOString(),
  };
  writeStackFile(data.path, content);
  return { content, remove: () => removeStackFile(data.path) };
}
