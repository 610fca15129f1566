/** Makes a folder, or takes one that is empty. @throws Error naming what is in it */
export async function makeEmptyFolder(folder: string): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  for await (const { name } of Deno.readDir(folder)) {
    throw new Error(`Cannot write into ${folder}: there is ${name} already`);
  }
}
