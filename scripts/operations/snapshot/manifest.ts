import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";

/** The layout of snapshots that this version writes and reads. */
export const snapshotFormat = "cogo-snapshot/1";
/** Names what is in a snapshot's folder; written last, so that half a snapshot has none. */
export const manifestFile = "manifest.json";

const fileSchema = z.object({
  /** Beside the manifest; never a path that leads away. */
  name: z.string().regex(/^[a-z][a-z0-9_]{0,80}\.json$/),
  bytes: z.number().int(),
  sha256: z.string(),
  /** Of tables. */
  rows: z.number().int().optional(),
});

/** What a manifest says. */
export const manifestSchema = z.object({
  format: z.literal(snapshotFormat),
  taken_at: z.string(),
  source: z.enum(["database", "api"]),
  /** Whether all parts are of one moment. */
  is_consistent: z.boolean(),
  versions: z.looseObject({
    product: z.string(),
    postgres: z.string().nullish(),
    migrations: z.array(z.string()).nullish(),
  }),
  /** Invariants that did not hold; [] in a healthy project. */
  violations: z.number().int(),
  files: z.array(fileSchema),
});

/** {@link manifestSchema}, checked. */
export type Manifest = z.output<typeof manifestSchema>;

/** SHA-256 in lower-case hex. */
export const sha256 = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/**
 * Reads the manifest of a folder and holds every file against it.
 * @throws Error naming the first that is missing, changed or not listed
 */
export async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = await Deno.readTextFile(join(folder, manifestFile));
  } catch {
    throw new Error(`Cannot read ${join(folder, manifestFile)}: is it the folder of a snapshot?`);
  }
  const read = z.string().transform((json) => JSON.parse(json) as unknown).pipe(manifestSchema)
    .safeParse(text);
  if (!read.success) {
    throw new Error(`The manifest is not one of ${snapshotFormat}: ${z.prettifyError(read.error)}`);
  }
  for (const { name, sha256: expected } of read.data.files) {
    const bytes = await Deno.readFile(join(folder, name)).catch(() => undefined);
    if (bytes === undefined) {
      throw new Error(`The snapshot has no ${name}, which its manifest names`);
    }
    if (sha256(bytes) !== expected) {
      throw new Error(`${name} is not as the manifest says: it was changed`);
    }
  }
  const listed = new Set(read.data.files.map(({ name }) => name));
  for await (const { name } of Deno.readDir(folder)) {
    if (name !== manifestFile && !listed.has(name)) {
      throw new Error(`${name} is not in the manifest`);
    }
  }
  return read.data;
}
