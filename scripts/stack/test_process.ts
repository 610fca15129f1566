import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readStackFile } from "./stack_file.ts";

const mainFile = fileURLToPath(new URL("./main.ts", import.meta.url));

function spawn(args: string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", mainFile, "--no-run", "--json", ...args],
    stdout: "piped",
    stderr: "null",
  }).spawn();
}

async function lastLine(child: Deno.ChildProcess): Promise<unknown> {
  const text = await new Response(child.stdout).text();
  return JSON.parse(text.trimEnd().split("\n").at(-1) ?? "");
}

/** A stack in a process of its own. */
export interface StackProcess {
  pid: number;
  url: string;
  dbUrl: string;
  /** Sends a signal and waits for the end; the exit code. */
  end(signal: Deno.Signal): Promise<number>;
}

/** Starts a stack process on free ports and waits until it is ready (at most 30 s). */
export async function startProcess(folder: string, more: string[] = []): Promise<StackProcess> {
  const child = spawn(["--data", folder, "--port", "0", ...more]);
  const reader = child.stdout.getReader();
  const first = await reader.read();
  assert.ok(first.value, "the stack ended before it was ready");
  const file = readStackFile(folder);
  assert.ok(file, join(folder, "stack.json"));
  return {
    pid: child.pid,
    url: file.url,
    dbUrl: file.db_url,
    async end(signal) {
      child.kill(signal);
      const { code } = await child.status;
      await reader.cancel();
      return code;
    },
  };
}

const failedSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }),
});

/** Runs a start that must fail; its exit code and the JSON error of its last line. */
export async function endWith(args: string[]) {
  const child = spawn(args);
  const [line, { code }] = await Promise.all([lastLine(child), child.status]);
  return { code, ...failedSchema.parse(line) };
}
