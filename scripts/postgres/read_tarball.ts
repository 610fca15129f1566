import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";

/** One file of an archive: its path inside and its bytes. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replace(/\0.*$/s, "");

/** The plain files of a `.tar.gz` with short names (ustar), as PGlite's extensions are packed. */
export async function readTarball(file: string): Promise<ArchivedFile[]> {
  const archive = new Uint8Array(gunzipSync(await readFile(file)));
  const files: ArchivedFile[] = [];
  let at = 0;
  while (at + 512 <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + 512);
    const size = parseInt(text(header.subarray(124, 136)).trim() || "0", 8);
    const prefix = text(header.subarray(345, 500));
    const name = text(header.subarray(0, 100));
    const kind = String.fromCharCode(header[156] ?? 0);
    if (kind === "0" || kind === "\0") {
      const path = prefix === "" ? name : `${prefix}/${name}`;
      files.push({ path, bytes: archive.slice(at + 512, at + 512 + size) });
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
