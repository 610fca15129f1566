import { dirname, join } from "node:path";
import { sha256 } from "../snapshot/manifest.ts";

/** A file of the bundle. */
export interface EvidenceFile {
  /** Its path within the bundle, with slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Something that the page says, and what it rests on. */
export interface Claim {
  readonly says: string;
  /** Files of the repository at a commit. */
  readonly cites: readonly Citation[];
  /** Files of the bundle. */
  readonly files: readonly EvidenceFile[];
}

/** A file as it was at a commit. */
export interface Citation {
  readonly path: string;
  readonly commit: string;
}

/** A part of the evidence; one that is missing says why and claims nothing. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly missing?: string;
  readonly claims: readonly Claim[];
}

/** A part that is not there. */
export const missingPart = (id: string, title: string, missing: string): Part => ({
  id,
  title,
  missing,
  claims: [],
});

/** Writes a file into the bundle. */
export async function keep(bundle: string, path: string, bytes: Uint8Array): Promise<EvidenceFile> {
  const file = join(bundle, ...path.split("/"));
  await Deno.mkdir(dirname(file), { recursive: true });
  await Deno.writeFile(file, bytes);
  return { path, bytes: bytes.length, sha256: sha256(bytes) };
}

/** Copies a folder into the bundle, in the order of names. @throws Deno.errors.NotFound */
export async function keepFolder(
  bundle: string,
  folder: string,
  as: string,
): Promise<EvidenceFile[]> {
  const kept: EvidenceFile[] = [];
  const entries = await Array.fromAsync(Deno.readDir(folder));
  for (
    const { name, isDirectory, isFile } of entries.sort((one, two) => one.name < two.name ? -1 : 1)
  ) {
    const [from, to] = [join(folder, name), `${as}/${name}`];
    if (isDirectory) kept.push(...await keepFolder(bundle, from, to));
    else if (isFile) kept.push(await keep(bundle, to, await Deno.readFile(from)));
  }
  return kept;
}
