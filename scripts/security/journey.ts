import { fileURLToPath } from "node:url";
import type { FakeProvider } from "../../functions/_shared/routing/fake_provider/mod.ts";
import { newCanary } from "./canary.ts";
import type { Journey } from "./journey_ground.ts";
import { layModels } from "./lay_models.ts";
import { misplaceKeys } from "./misplaced_keys.ts";
import { callModels } from "./model_calls.ts";
import { echoing } from "./provider_failures.ts";

const keysProgram = fileURLToPath(new URL("../keys/run.ts", import.meta.url));

function catalogue({ openaiUrl, anthropicUrl }: FakeProvider): string {
  const host = "127.0.0.1";
  const laid = layModels("scan", [
    { provider: "one", model: "m1", format: "openai", url: openaiUrl, host, auth: "bearer" },
    {
      provider: "two",
      model: "m2",
      format: "anthropic",
      url: anthropicUrl,
      host,
      auth: "x-api-key",
    },
  ]);
  return `${laid}\nselect cogo.tick_routes();`;
}

/** Runs `npm run keys` with something on its standard input. */
async function keys({ stack, hear }: Journey, input: string, ...words: string[]): Promise<string> {
  const data = ["--data", stack.file.data_folder];
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "-A", keysProgram, ...words, ...data],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input));
  await writer.close();
  const { stdout, stderr } = await child.output();
  const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  hear({ source: `keys ${words[0]}`, text: `${out}\n${err}` });
  return out!;
}

/** Asks the vault as an operator. What `resolve` answers is the one thing that may hold a key. */
async function vault({ stack, hear }: Journey, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${stack.file.url}/functions/v1/key-vault`, {
    method: "POST",
    headers: { apikey: stack.file.secret_keys["default"]! },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const answer = JSON.parse(text) as Record<string, unknown>;
  const op = String((body as { op: string }).op);
  const headers = JSON.stringify([...response.headers]);
  const { value: _value, ...rest } = answer;
  hear({
    source: `answer of ${op}`,
    text: headers + (op === "resolve" ? JSON.stringify(rest) : text),
  });
  return answer;
}

/**
 * Takes canary keys through everything that a key goes through: given, chosen for, opened, sent,
 * echoed by failures, given in wrong places, rotated, rewrapped, seen by two people, revoked,
 * shredded. Answers them by name.
 */
export async function travel(journey: Journey): Promise<Record<string, string>> {
  const { sql, provider } = journey;
  const canaries = {
    one: newCanary(),
    two: newCanary(),
    next: newCanary(),
    misplaced: newCanary(),
  };
  await keys(journey, "", "init");
  await sql.unsafe(catalogue(provider)).simple();
  await keys(journey, `${canaries.one}\n`, "add", "one", "--shared");
  const two = await vault(journey, {
    op: "upsert",
    provider: "two",
    value: canaries.two,
    shared: true,
  });
  await sql`select cogo.tick_routes()`;
  for (const name of ["one", "two"] as const) {
    // Only this provider, so that what it repeats is the key that it got.
    await sql`update cogo.llm_models set enabled = provider = ${name}, changed_at = now()`;
    await sql`select cogo.tick_routes()`;
    const { "401 with the key": last, ...others } = echoing(canaries[name]);
    // Both API formats fail the same way in the client: once through all is enough.
    await callModels(journey, { ...(name === "one" ? others : {}), "401 with the key": last! });
  }
  await vault(journey, { op: "resolve", provider: "one", purpose: "a scan" });

  const next = await vault(journey, {
    op: "upsert",
    provider: "two",
    value: canaries.next,
    state: "next",
    shared: true,
  });
  await vault(journey, { op: "rotate", key_id: next["id"], overlap_seconds: 0 });
  await vault(journey, { op: "resolve", provider: "two", purpose: "a scan" });
  await misplaceKeys(journey, canaries.misplaced);
  const asked = await vault(journey, {
    op: "break_glass",
    action: "request",
    key_id: next["id"],
    reason: "a scan of canaries",
  });
  await vault(journey, {
    op: "break_glass",
    action: "approve",
    break_glass_id: asked["break_glass_id"],
  });
  for (const op of ["revoke", "shred"]) {
    await vault(journey, { op, key_id: two["id"], reason: "a scan" });
  }
  await vault(journey, { op: "rewrap" });
  await vault(journey, { op: "checkpoint" });
  await vault(journey, { op: "list" });
  await sql`select cogo.seal_audit()`;
  return canaries;
}
