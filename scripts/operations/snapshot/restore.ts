import { join } from "node:path";
import { z } from "zod";
import { connect } from "../../postgres/databases.ts";
import { type Manifest, readManifest } from "./manifest.ts";

const partsSchema = z.object({ tables: z.array(z.string()) });
const rowsSchema = z.array(z.record(z.string(), z.unknown()));
const rowsAtOnce = 2000;

/** What came back. */
export interface Restored {
  readonly manifest: Manifest;
  /** Rows by part; open runs and what belongs to keys do not come back. */
  readonly rows: Readonly<Record<string, number>>;
  /** What verify() finds in a snapshot that was taken part by part; of one moment it must be nothing. */
  readonly violations: readonly string[];
}

/**
 * Puts a snapshot back into an empty project: in one transaction, which is given up when a file is
 * not as the manifest says, when the project is in use, when it is too old for the snapshot, or,
 * where all of it is of one moment, when an invariant does not hold afterwards.
 * @param url postgresql://…
 * @throws Error saying which; the database is then as it was
 */
export async function restoreSnapshot(
  folder: string,
  url: string,
  onPart: (part: string, rows: number) => void = () => {},
): Promise<Restored> {
  const manifest = await readManifest(folder);
  const sql = connect(url);
  try {
    const { rows, violations } = await sql.begin(async (transaction) => {
      await transaction`select cogo.demand_empty_project()`;
      const [known] = await transaction`select cogo.list_snapshot_parts() as parts`;
      const { tables } = partsSchema.parse(known?.["parts"]);
      refuseUnknown(manifest, tables);
      const restored: Record<string, number> = {};
      for (
        const part of tables.filter((one) =>
          manifest.files.some(({ name }) => name === `${one}.json`)
        )
      ) {
        const text = await Deno.readTextFile(join(folder, `${part}.json`));
        const all = rowsSchema.parse(JSON.parse(text));
        restored[part] = 0;
        for (let at = 0; at < all.length; at += rowsAtOnce) {
          const some = all.slice(at, at + rowsAtOnce) as Parameters<typeof sql.json>[0];
          const [done] = await transaction`select cogo.restore_part(${part}, ${
            transaction.json(some)
          }) as rows`;
          restored[part] += Number(done?.["rows"] ?? 0);
        }
        onPart(part, restored[part]);
      }
      const broken = await transaction`select invariant, problem from cogo.verify()`;
      const found = broken.map(({ invariant, problem }) => `${invariant}: ${problem}`);
      if (found.length > 0 && manifest.is_consistent) {
        throw new Error(`After the restore an invariant does not hold: ${found[0]}`);
      }
      return { rows: restored, violations: found };
    });
    return { manifest, rows, violations };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A table that the project does not have must not be lost unseen. */
function refuseUnknown({ files }: Manifest, tables: readonly string[]): void {
  const unknown = files.find(({ name, rows }) =>
    rows !== undefined && rows > 0 && !tables.includes(name.replace(/\.json$/, ""))
  );
  if (unknown !== undefined) {
    throw new Error(
      `This project knows no ${unknown.name}: migrate it to the snapshot's version first`,
    );
  }
}
