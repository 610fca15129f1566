import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readEnvironment } from "../../functions/_shared/platform/env.ts";
import { type Call, callsTo } from "../../functions/_shared/worker/transport.ts";
import { readStackFile } from "../stack/stack_file.ts";
import type { Options } from "./options.ts";

const body = z.looseObject({
  message: z.string(),
  details: z.string().nullish(),
  hint: z.string().nullish(),
});

/** A refusal of the vault, or that nobody answered (status 0). */
export class VaultRefusal extends Error {
  override readonly name = "VaultRefusal";
  constructor(
    message: string,
    readonly status: number,
    readonly details: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** The vault of one project, asked as an operator. */
export interface VaultClient {
  /** The data folder of the stack that runs here; undefined for a hosted project. */
  readonly localFolder: string | undefined;
  readonly dataFolder: string;
  /** RPCs of the same project. */
  readonly call: Call;
  /** `POST /key-vault`. @throws VaultRefusal */
  ask(request: object): Promise<unknown>;
}

const checkout = fileURLToPath(new URL("../../", import.meta.url));

function reach(options: Options) {
  const folder = options.data ?? Deno.env.get("COGO_DATA_DIR") ?? join(checkout, ".cogo");
  const dataFolder = resolve(folder);
  const set = readEnvironment();
  const stack = set.url === undefined || options.data !== undefined
    ? readStackFile(dataFolder)
    : undefined;
  if (stack === undefined) {
    const { url, secretKey, keyVaultUrl } = readEnvironment(["url", "secretKey"]);
    return { url, key: secretKey, vault: keyVaultUrl, dataFolder, localFolder: undefined };
  }
  const name = options.as ?? "default";
  const key = stack.secret_keys[name];
  if (key === undefined) {
    const names = Object.keys(stack.secret_keys).join(", ");
    throw new VaultRefusal(`Cannot call as ${name}`, 401, "missing_key", `There are: ${names}.`);
  }
  return { url: stack.url, key, vault: undefined, dataFolder, localFolder: dataFolder };
}

/** @throws EnvironmentError when no stack runs here and no project is set */
export function openVaultClient(options: Options): VaultClient {
  const { url, key, vault, dataFolder, localFolder } = reach(options);
  const address = vault ?? `${url.replace(/\/+$/, "")}/functions/v1/key-vault`;
  return {
    localFolder,
    dataFolder,
    call: callsTo({ url, key }),
    ask: async (request) => {
      let response: Response;
      try {
        response = await fetch(address, {
          method: "POST",
          headers: { apikey: key, "content-type": "application/json" },
          body: JSON.stringify(request),
          redirect: "manual",
          signal: AbortSignal.timeout(90_000),
        });
      } catch (thrown) {
        const message = `Cannot reach the vault: ${thrown instanceof Error ? thrown.message : ""}`;
        throw new VaultRefusal(message, 0, "", "Is it running? npm start");
      }
      const answer: unknown = await response.json().catch(() => ({}));
      if (response.ok) return answer;
      const told = body.catch({ message: `It answered ${response.status}` }).parse(answer);
      throw new VaultRefusal(told.message, response.status, told.details ?? "", told.hint ?? "");
    },
  };
}
