import postgres, { type Sql } from "postgres";
import { layPreparedData } from "../../../../stack/prepared_data.ts";
import { silent } from "../../../../stack/progress.ts";
import { startStack } from "../../../../stack/stack.ts";
import type { Stack } from "../../../../stack/stack_settings.ts";

/** A session of a stack's database that may do everything. */
export function openOwner(stack: Stack): Sql {
  return postgres(stack.file.db_url, { max: 1, onnotice: () => {} });
}

/**
 * Starts a stack of its own, and throws it away afterwards.
 * @param databaseUrl a native database, whose schema is there; the embedded one without it
 */
export async function withStack<Value>(
  use: (stack: Stack, owner: Sql) => Promise<Value>,
  databaseUrl?: string,
): Promise<Value> {
  const dataFolder = await Deno.makeTempDir({ prefix: "cogo-doors-" });
  try {
    if (databaseUrl === undefined) await layPreparedData(dataFolder);
    const stack = await startStack({
      ...{ port: 0, wirePort: 0, dataFolder, progress: silent },
      databaseUrl,
    });
    const owner = openOwner(stack);
    try {
      return await use(stack, owner);
    } finally {
      await owner.end({ timeout: 1 });
      await stack.close();
    }
  } finally {
    await Deno.remove(dataFolder, { recursive: true });
  }
}
