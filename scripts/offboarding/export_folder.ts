import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { makeEmptyFolder } from "../operations/empty_folder.ts";
import { manifestFile, sha256 } from "../operations/snapshot/manifest.ts";
import type { ByteStore } from "./byte_store.ts";
import { bytesOf } from "./byte_store.ts";
import type { Call } from "./calls.ts";

/** The layout of exports that this version writes. */
export const exportFormat = "cogo-export/1";

const pageSchema = z.object({
  rows: z.array(z.record(z.string(), z.unknown())),
  next: z.record(z.string(), z.unknown()).nullable(),
});

interface WrittenFile {
  name: string;
  bytes: number;
  sha256: string;
  rows?: number;
}

/** Settings of {@link exportTenant}. */
export interface ExportOptions {
  readonly tenantId: string;
  /** Of package.json. */
  readonly product: string;
  /** Rows that a call looks at; 2000 by default. */
  readonly pageRows?: number;
  /** Hears of each part that was written. */
  readonly onPart?: (part: string, rows: number) => void;
}

/**
 * Writes all that is kept of a tenant into an empty folder: a file of JSON lines for each part,
 * the bytes of its artifacts, and at last manifest.json with their SHA-256.
 * @returns the SHA-256 of the manifest
 * @throws Error when something is in the folder, CallError, and what the store throws
 */
export async function exportTenant(
  call: Call,
  store: ByteStore,
  folder: string,
  { tenantId, product, pageRows = 2000, onPart = () => {} }: ExportOptions,
): Promise<string> {
  await makeEmptyFolder(folder);
  const files: WrittenFile[] = [];
  for (const part of z.array(z.string()).parse(await call("list_export_parts", {}))) {
    const written = await writePart(call, join(folder, `${part}.jsonl`), tenantId, part, pageRows);
    files.push({ name: `${part}.jsonl`, ...written });
    onPart(part, written.rows);
  }
  files.push(...await writeBytes(call, store, folder, tenantId));
  const manifest = { format: exportFormat, product, tenant_id: tenantId, files };
  const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  await Deno.writeFile(join(folder, manifestFile), bytes, { mode: 0o600 });
  return sha256(bytes);
}

/** A page at a time: the largest part need not fit into memory. */
async function writePart(
  call: Call,
  path: string,
  tenant_id: string,
  part: string,
  row_limit: number,
) {
  const file = await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
  const writer = file.writable.getWriter();
  const hash = createHash("sha256");
  let [rows, size] = [0, 0];
  try {
    for (let after: Record<string, unknown> | null = null;;) {
      const page: z.output<typeof pageSchema> = pageSchema.parse(
        await call("export_tenant", { tenant_id, part, after, row_limit }),
      );
      const text = page.rows.map((row) => `${JSON.stringify(row)}\n`).join("");
      const bytes = new TextEncoder().encode(text);
      await writer.write(bytes);
      hash.update(bytes);
      rows += page.rows.length;
      size += bytes.length;
      after = page.next;
      if (after === null) break;
    }
  } finally {
    await writer.close();
  }
  return { bytes: size, sha256: hash.digest("hex"), rows };
}

async function writeBytes(call: Call, store: ByteStore, folder: string, tenantId: string) {
  const written = new Map<string, WrittenFile>();
  for await (const { location } of bytesOf(call, tenantId)) {
    const bytes = await store.read(location);
    if (bytes === undefined) continue; // gone already, as its row says nothing of it
    const name = `artifacts/${sha256(bytes)}`;
    if (written.has(name)) continue;
    await Deno.mkdir(join(folder, "artifacts"), { recursive: true });
    await Deno.writeFile(join(folder, name), bytes, { mode: 0o600 });
    written.set(name, { name, bytes: bytes.length, sha256: sha256(bytes) });
  }
  return written.values();
}
