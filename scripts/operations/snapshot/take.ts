import { join } from "node:path";
import { z } from "zod";
import { makeEmptyFolder } from "../empty_folder.ts";
import { type Manifest, manifestFile, sha256, snapshotFormat } from "./manifest.ts";
import type { Source } from "./source.ts";

const partsSchema = z.object({ documents: z.array(z.string()), tables: z.array(z.string()) });
const pageSchema = z.object({
  rows: z.array(z.record(z.string(), z.unknown())),
  next: z.record(z.string(), z.unknown()).nullable(),
});
const versionsSchema = z.looseObject({ at: z.string() });

/** Settings of {@link takeSnapshot}. */
export interface TakeOptions {
  /** Of package.json. */
  readonly product: string;
  /** Rows per call; 2000 by default. */
  readonly pageRows?: number;
  /** Hears the name of each part before it is read. */
  readonly onPart?: (part: string) => void;
}

/**
 * Writes a snapshot into a folder that is empty or not there yet; the manifest comes last.
 * @throws Error when something is in the folder, and what the source throws
 */
export async function takeSnapshot(
  source: Source,
  folder: string,
  { product, pageRows = 2000, onPart = () => {} }: TakeOptions,
): Promise<Manifest> {
  await makeEmptyFolder(folder);
  const files: Manifest["files"] = [];
  const write = async (part: string, text: string, rows?: number) => {
    const name = `${part}.json`;
    const bytes = new TextEncoder().encode(text);
    await Deno.writeFile(join(folder, name), bytes);
    const counted = rows === undefined ? {} : { rows };
    files.push({ name, bytes: bytes.length, sha256: sha256(bytes), ...counted });
  };

  const parts = partsSchema.parse(await source.call("list_snapshot_parts", {}));
  const told: Record<string, unknown> = {};
  for (const part of parts.documents) {
    onPart(part);
    told[part] = await source.call("take_snapshot", { part });
    await write(part, `${JSON.stringify(told[part], null, 1)}\n`);
  }
  for (const part of parts.tables) {
    onPart(part);
    const rows = await rowsOf(source, part, pageRows);
    // A line for each row: two snapshots can be compared by any tool.
    const lines = rows.map((row) => JSON.stringify(row)).join(",\n");
    await write(part, lines === "" ? "[]\n" : `[\n${lines}\n]\n`, rows.length);
  }
  const { at, ...versions } = versionsSchema.parse(told["versions"]);
  const manifest: Manifest = {
    format: snapshotFormat,
    taken_at: at,
    source: source.kind,
    is_consistent: source.is_consistent,
    versions: { product, ...versions },
    violations: z.array(z.unknown()).parse(told["verify"]).length,
    files,
  };
  await Deno.writeTextFile(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

async function rowsOf(source: Source, part: string, row_limit: number) {
  const rows: Record<string, unknown>[] = [];
  for (let after: Record<string, unknown> | null = null;;) {
    const page: z.output<typeof pageSchema> = pageSchema.parse(
      await source.call("take_snapshot", { part, after, row_limit }),
    );
    rows.push(...page.rows);
    after = page.next;
    if (after === null) return rows;
  }
}
