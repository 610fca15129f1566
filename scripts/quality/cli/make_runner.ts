import { createClient } from "@supabase/supabase-js";
import { join, resolve } from "@std/path";
import { readEnvironment } from "../../../functions/_shared/platform/env.ts";
import { callsTo } from "../../../functions/_shared/worker/transport.ts";
import { bucketStore, folderStore } from "../artifacts/artifact_store.ts";
import { secretsOf } from "../artifacts/redact.ts";
import { qualityApi } from "../handlers/quality_api.ts";
import type { Runner } from "../handlers/runner.ts";
import { checkout, type Connection } from "./connect.ts";
import { nameTarget } from "./name_target.ts";
import type { Options } from "./options.ts";

/**
 * What the handlers work with: artifacts go to the bucket that ARTIFACTS_BUCKET names, else into
 * the data folder.
 */
export function makeRunner(connection: Connection, options: Options): Runner {
  const { url, key, dataFolder } = connection;
  const { artifactsBucket: bucket } = readEnvironment();
  const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };
  return {
    api: qualityApi(callsTo({ url, key })),
    store: bucket
      ? bucketStore(createClient(url, key, { auth }), bucket)
      : folderStore(join(dataFolder, "artifacts")),
    secrets: secretsOf(Deno.env.toObject(), [key]),
    base: checkout,
    cache: join(dataFolder, "cache", "dependencies"),
    limits: options.limits,
  };
}

/** The folder that "." stands for when `--target` names one. */
export function withBase(runner: Runner, target: string | undefined): Runner {
  return target === undefined ? runner : { ...runner, base: resolve(checkout, nameTarget(target)) };
}
