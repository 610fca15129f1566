import { join } from "node:path";
import { z } from "zod";

const stackFileSchema = z.object({
  pid: z.number().int(),
  url: z.string(),
  db_url: z.string(),
  wire_port: z.number().int().nullable(),
  publishable_key: z.string(),
  secret_key: z.string(),
  publishable_keys: z.record(z.string(), z.string()),
  secret_keys: z.record(z.string(), z.string()),
  jwks: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
  data_folder: z.string(),
  database: z.enum(["embedded", "postgres"]),
  started_at: z.string(),
});

/** What a running stack leaves in `<data>/stack.json` (0600) for scripts beside it. */
export type StackFile = z.infer<typeof stackFileSchema>;

const fileOf = (dataFolder: string) => join(dataFolder, "stack.json");

/** The stack file of a data folder, or undefined when there is none that can be read. */
export function readStackFile(dataFolder: string): StackFile | undefined {
  try {
    const read = stackFileSchema.safeParse(JSON.parse(Deno.readTextFileSync(fileOf(dataFolder))));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the stack file in one step, so that no reader sees half of it. */
export function writeStackFile(dataFolder: string, content: StackFile): void {
  writePrivately(fileOf(dataFolder), content);
}

/** Removes the stack file at a clean exit. */
export function removeStackFile(dataFolder: string): void {
  try {
    Deno.removeSync(fileOf(dataFolder));
  } catch (thrown) {
    if (!(thrown instanceof Deno.errors.NotFound)) throw thrown;
  }
}

/** Writes JSON that only this user may read. */
export function writePrivately(file: string, content: unknown): void {
  const half = `${file}.${Deno.pid}`;
  Deno.writeTextFileSync(half, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  Deno.renameSync(half, file);
}
