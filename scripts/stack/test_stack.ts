import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { allScopes } from "../../functions/_shared/access/scopes.ts";
import { silent } from "./progress.ts";
import { startStack } from "./stack.ts";
import type { Stack } from "./stack_settings.ts";

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

/** A stack on free ports and a data folder of its own, with what the tests need. */
export interface TestStack {
  stack: Stack;
  /** Copy of the fixture functions that a test may change. */
  functionsFolder: string;
  notices: string[];
  close(): Promise<void>;
}

/** Starts a stack with the fixture schema and functions and short limits. */
export async function startTestStack(
  where: { databaseUrl?: string } = {},
): Promise<TestStack> {
  const folder = await Deno.makeTempDir({ prefix: "cogo-stack-" });
  const functionsFolder = join(folder, "functions");
  await copyFolder(fixture("functions"), functionsFolder);
  const notices: string[] = [];
  const stack = await startStack({
    ...where,
    port: 0,
    wirePort: 0,
    dataFolder: join(folder, "data"),
    migrationsFolder: fixture("migrations"),
    functionsFolder,
    patience: 1500,
    wallClock: 2000,
    progress: { ...silent, say: (line) => notices.push(line) },
  });
  return {
    stack,
    functionsFolder,
    notices,
    async close() {
      await stack.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const entry of Deno.readDir(from)) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory) await copyFolder(source, target);
    else await Deno.copyFile(source, target);
  }
}

/** One sentence of behaviour and the proof of it, run against a shared stack. */
export type Case = [sentence: string, prove: (test: TestStack) => Promise<void>];

/** Claims of an agent, for tokens of the tests. */
export const agentClaims = {
  sub: "11111111-1111-4111-8111-111111111111",
  role: "authenticated",
  aud: "authenticated",
  tenant_id: "22222222-2222-4222-8222-222222222222",
  agent_id: "11111111-1111-4111-8111-111111111111",
  scopes: [...allScopes],
};

/** Calls an RPC as supabase-js would, without its help. */
export function callRpc(
  test: TestStack,
  name: string,
  headers: Record<string, string>,
  body: unknown = {},
): Promise<Response> {
  return fetch(`${test.stack.file.url}/rest/v1/rpc/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}
