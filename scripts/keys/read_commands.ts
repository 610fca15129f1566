import { join } from "node:path";
import { z } from "zod";
import { checkpoint, isSigned } from "../../functions/_shared/keys/checkpoint_signature.ts";
import { appendCheckpoints, readCheckpoints } from "./checkpoint_file.ts";
import { readKeks } from "./init.ts";
import { type Options, UsageError, wordAt } from "./options.ts";
import type { Told } from "./told.ts";
import type { VaultClient } from "./vault_client.ts";

const row = z.looseObject({
  key_id: z.string(),
  provider: z.string(),
  alias: z.string(),
  version: z.number(),
  state: z.string(),
  last4: z.string(),
  alert: z.string().optional(),
  due_at: z.string().optional(),
  last_used_at: z.string().nullable(),
});

function tell(answer: unknown): Told {
  const keys = z.array(row).parse(answer);
  const lines = keys.map((key) =>
    [
      key.key_id,
      `${key.provider}/${key.alias}`.padEnd(24),
      `v${key.version}`.padEnd(4),
      key.state.padEnd(8),
      `…${key.last4}`.padEnd(6),
      key.alert === undefined
        ? `used ${key.last_used_at ?? "never"}`
        : `${key.alert} ${key.due_at}`,
    ].join("  ")
  );
  return { lines: lines.length > 0 ? lines : ["None."], json: answer };
}

/** `list`. */
export async function list(vault: VaultClient, options: Options): Promise<Told> {
  const { provider, state, tenant } = options;
  return tell(await vault.ask({ op: "list", provider, state, tenant_id: tenant, limit: 500 }));
}

/** `alerts`: exit code 1 when there are some, so that a clock can ask. */
export async function alerts(vault: VaultClient): Promise<Told> {
  const told = tell(await vault.ask({ op: "alerts" }));
  return { ...told, exitCode: (told.json as unknown[]).length > 0 ? 1 : 0 };
}

/** `kek`. */
export async function kek(vault: VaultClient): Promise<Told> {
  const keks = await readKeks(vault);
  const lines = keks.map(({ kek_id, state, wraps }) => `KEK ${kek_id}: ${state}, wraps ${wraps}`);
  return { lines, json: keks };
}

const fileOf = (vault: VaultClient, options: Options) =>
  options.file ?? join(vault.dataFolder, "audit-checkpoints.jsonl");

/** `checkpoint`: the file is the copy that whoever owns the database cannot cut. */
export async function makeCheckpoint(vault: VaultClient, options: Options): Promise<Told> {
  const { checkpoints } = z.object({ checkpoints: z.array(checkpoint) })
    .parse(await vault.ask({ op: "checkpoint" }));
  const file = fileOf(vault, options);
  await appendCheckpoints(file, checkpoints);
  const lines = checkpoints.map((one) => `tenant ${one.tenant_id}: ${one.seq} ${one.hash}`);
  return {
    lines: [...lines, `${checkpoints.length} checkpoints appended to ${file}`],
    json: { file, checkpoints },
  };
}

const problems = z.object({
  problems: z.array(z.object({
    tenant_id: z.string(),
    seq: z.number().nullable(),
    problem: z.string(),
  })),
});

/** `audit verify`: exit code 1 when anything does not hold. */
export async function verifyAudit(vault: VaultClient, options: Options): Promise<Told> {
  if (wordAt(options, 1, "verify") !== "verify") throw new UsageError("audit verify is meant");
  const file = fileOf(vault, options);
  const kept = await readCheckpoints(file);
  const forged = kept.filter((one) => !isSigned(one, options["public-key"]));
  const checkpoints = kept.map(({ tenant_id, seq, hash }) => ({ tenant_id, seq, hash }));
  const request = { op: "verify_audit", tenant_id: options.tenant, checkpoints };
  const told = problems.parse(await vault.ask(request)).problems;
  const lines = [
    ...forged.map((one) => `${file}: the checkpoint of seq ${one.seq} is not signed by the key`),
    ...told.map(({ tenant_id, seq, problem }) => `tenant ${tenant_id}, seq ${seq}: ${problem}`),
  ];
  const holds = lines.length === 0;
  return {
    lines: holds ? [`The audit holds; ${kept.length} checkpoints were compared.`] : lines,
    json: { holds, checkpoints: kept.length, forged: forged.length, problems: told },
    exitCode: holds ? 0 : 1,
  };
}
