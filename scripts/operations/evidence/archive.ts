import { join } from "node:path";

const block = 512;
const encoder = new TextEncoder();

/**
 * Packs a folder as .tar.gz (ustar), in the order of names and without times, owners or rights of
 * this machine: the same files make the same archive.
 * @param as the folder that everything is in when it is unpacked
 */
export async function packFolder(folder: string, as: string): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const path of await pathsIn(folder)) {
    const bytes = await Deno.readFile(join(folder, ...path.split("/")));
    parts.push(
      headerOf(`${as}/${path}`, bytes.length),
      bytes,
      new Uint8Array(-bytes.length & (block - 1)),
    );
  }
  parts.push(new Uint8Array(2 * block));
  const packed = new Blob(parts).stream().pipeThrough(new CompressionStream("gzip"));
  return await new Response(packed).bytes();
}

async function pathsIn(folder: string, below = ""): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  const paths = await Promise.all(
    entries.map(({ name, isDirectory }) =>
      isDirectory ? pathsIn(join(folder, name), `${below}${name}/`) : [`${below}${name}`]
    ),
  );
  return paths.flat().sort();
}

function headerOf(path: string, size: number): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(block);
  const write = (text: string, at: number) => header.set(encoder.encode(text), at);
  const [name, prefix] = split(path);
  write(name, 0);
  write("0000644\0", 100);
  write("0000000\0", 108);
  write("0000000\0", 116);
  write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  write(`${"0".repeat(11)}\0`, 136);
  write(" ".repeat(8), 148);
  write("0", 156);
  write("ustar\u000000", 257);
  write(prefix, 345);
  const sum = header.reduce((total, byte) => total + byte, 0);
  write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

/** A path as ustar holds it: 100 bytes, and 155 of folders before them. */
function split(path: string): [name: string, prefix: string] {
  const length = (text: string) => encoder.encode(text).length;
  if (length(path) <= 100) return [path, ""];
  const parts = path.split("/");
  for (let nth = parts.length - 1; nth > 0; nth--) {
    const [prefix, name] = [parts.slice(0, nth).join("/"), parts.slice(nth).join("/")];
    if (length(prefix) <= 155 && length(name) <= 100) return [name, prefix];
  }
  throw new Error(`Cannot pack ${path}: its path is too long`);
}
