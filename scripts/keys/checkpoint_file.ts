import { type Checkpoint, checkpoint } from "../../functions/_shared/keys/checkpoint_signature.ts";

/** The checkpoints of a file, one JSON object a line; none where there is no file. */
export async function readCheckpoints(file: string): Promise<Checkpoint[]> {
  let text: string;
  try {
    text = await Deno.readTextFile(file);
  } catch (thrown) {
    if (thrown instanceof Deno.errors.NotFound) return [];
    throw thrown;
  }
  return text.split("\n").filter((line) => line.trim() !== "")
    .map((line) => checkpoint.parse(JSON.parse(line)));
}

/** Appends checkpoints; the file is made for this user alone and only ever grows. */
export async function appendCheckpoints(
  file: string,
  checkpoints: readonly Checkpoint[],
): Promise<void> {
  const lines = checkpoints.map((one) => `${JSON.stringify(one)}\n`).join("");
  const open = await Deno.open(file, { append: true, create: true, mode: 0o600 });
  try {
    await open.write(new TextEncoder().encode(lines));
    await open.sync();
  } finally {
    open.close();
  }
}
