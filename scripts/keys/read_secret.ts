import { UsageError } from "./options.ts";

const encoder = new TextEncoder();

/** A line from the terminal whose characters are not shown. @throws UsageError on Ctrl-C */
async function readUnseen(prompt: string): Promise<string> {
  const out = Deno.stderr;
  await out.write(encoder.encode(prompt));
  Deno.stdin.setRaw(true);
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(1024);
  let line = "";
  try {
    while (true) {
      const count = await Deno.stdin.read(buffer);
      if (count === null) return line;
      for (const letter of decoder.decode(buffer.subarray(0, count), { stream: true })) {
        if (letter === "\r" || letter === "\n" || letter === "\u0004") return line;
        if (letter === "\u0003") throw new UsageError("stopped; nothing was stored");
        if (letter === "\u007f" || letter === "\b") line = line.slice(0, -1);
        else line += letter;
      }
    }
  } finally {
    Deno.stdin.setRaw(false);
    await out.write(encoder.encode("\n"));
  }
}

/**
 * A key, typed unseen or piped in; white space around it goes.
 * @throws UsageError when there is none
 */
export async function readSecret(name: string): Promise<string> {
  const text = Deno.stdin.isTerminal()
    ? await readUnseen(`Key of ${name} (not shown): `)
    : await new Response(Deno.stdin.readable).text();
  const secret = text.trim();
  if (secret === "") throw new UsageError("no key was given; type it, or pipe it in");
  return secret;
}

/** Asks before what cannot be undone. @throws UsageError unless the answer is yes */
export function demandYes(question: string, yes: boolean): void {
  if (yes) return;
  if (!Deno.stdin.isTerminal()) throw new UsageError(`${question} Say so with --yes`);
  if (!confirm(question)) throw new UsageError("stopped; nothing was changed");
}
