import assert from "@std/assert";
import { readdir, readFile } from "node:fs/promises";
import { settings } from "../../../functions/_shared/platform/setting_names.ts";
import { makeSecret } from "../../stack/vault_file.ts";
import { judgeSecrets } from "./judge_secrets.ts";
import { knownSecrets, secretOf } from "./known_secrets.ts";

const root = new URL("../../../", import.meta.url);

function whole(): Record<string, string> {
  const d = makeSecret().slice(0, 43);
  return {
    SUPABASE_DB_URL: `postgresql://postgres:${
      makeSecret().slice(0, 20).replaceAll("/", "_")
    }@db.example/postgres`,
    AGENT_SIGNING_KEYS: JSON.stringify({ keys: [{ kid: "k", kty: "EC", d }] }),
    KEK_k1: makeSecret(),
    KEY_CHECKSUM_KEY: makeSecret(),
    AUDIT_SIGNING_KEY: makeSecret(),
    WEBHOOK_SIGNING_KEY: makeSecret(),
    ARTIFACT_LINK_KEY: makeSecret(),
  };
}
const told = (...all: [string, Record<string, string>][]) =>
  judgeSecrets(all.map(([environment, variables]) => ({ environment, variables })))
    .map(({ environment, variable, problem }) => `${environment} ${variable} ${problem}`);

Deno.test("secrets:check has nothing to say of good ones", () => {
  assert.deepEqual(told(["production", whole()], ["staging", whole()], ["local", {}]), []);
});

Deno.test("secrets:check tells what is missing, weak, known, shared or local, and no value", () => {
  const { KEK_k1, ...lacking } = whole();
  assert.deepEqual(told(["production", lacking]), ["production KEK_* is missing"]);
  const other = whole();
  assert.deepEqual(
    told(["staging", { ...other, KEK_k1: KEK_k1! }], ["production", {
      ...whole(),
      KEK_k1: KEK_k1!,
    }]),
    [
      "production KEK_k1 is the same as KEK_k1 of staging",
    ],
  );
  assert.deepEqual(told(["production", { ...other, WEBHOOK_SIGNING_KEY: other["KEK_k1"]! }]), [
    "production WEBHOOK_SIGNING_KEY is the same as KEK_k1",
  ]);
  const cases: [string, string, RegExp][] = [
    ["KEK_k1", "short", /not 32 bytes/],
    ["KEK_k1", `${"A".repeat(43)}=`, /not random/],
    ["WEBHOOK_SIGNING_KEY", "changeme-changeme-changeme", /everybody knows/],
    ["WEBHOOK_SIGNING_KEY", "aaaaaaaaaaaaaaaaaaaaaaaa", /too plain/],
    ["SUPABASE_DB_URL", "postgresql://postgres:postgres@127.0.0.1:54322/postgres", /everybody/],
    ["SUPABASE_DB_URL", "postgresql://postgres@db.example/postgres", /no password/],
    ["AGENT_SIGNING_KEYS", '{"keys": [{"kid": "k", "x": "x"}]}', /no JWK set/],
    [
      "SUPABASE_SERVICE_ROLE_KEY",
      `e30.${btoa('{"iss":"supabase-demo","role":"service_role"}')}.x`,
      /everybody/,
    ],
    ["COGO_LOCAL", "1", /only this machine/],
    ["APP_ENV", "DEV", /only this machine/],
  ];
  for (const [name, value, problem] of cases) {
    const lines = told(["production", { ...whole(), [name]: value }]);
    assert.equal(lines.length, 1, `${name}: ${lines}`);
    assert.match(lines[0]!, problem);
    assert.ok(!lines[0]!.includes(value) || value === "1" || value === "short", "a value is told");
  }
});

/** What is read somewhere under the name of a secret. */
async function namesInUse(): Promise<string[]> {
  const names: string[] = Object.values(settings)
    .flatMap((setting) => "isSecret" in setting ? [...setting.names] : []);
  const files = await readdir(new URL("functions/", root), { recursive: true });
  for (const file of files.filter((name) => name.endsWith(".ts") && !/_test|\/page\//.test(name))) {
    const text = await readFile(new URL(`functions/${file}`, root), "utf8");
    const read = /(?:env\.get|secretBytes|readSecret)\(\s*[`"]([A-Z][A-Z0-9_]+)/g;
    names.push(
      ...[...text.matchAll(read)].map(([, name]) => name!)
        .filter((name) => /(KEYS?|SECRET|TOKEN|PASSWORD|^KEK_)$/.test(name)),
    );
  }
  for (const file of await readdir(new URL(".github/workflows/", root))) {
    const text = await readFile(new URL(`.github/workflows/${file}`, root), "utf8");
    names.push(...[...text.matchAll(/secrets\.([A-Z0-9_]+)/g)].map(([, name]) => name!));
  }
  // An address, and what GitHub makes itself for each run.
  return [...new Set(names)].filter((name) => !/SUPABASE_URL$|^GITHUB_TOKEN$/.test(name)).sort();
}

Deno.test("every secret that something reads is known, and has a row in docs/security/secrets.md", async () => {
  const used = await namesInUse();
  assert.ok(used.includes("AGENT_SIGNING_KEYS") && used.includes("SUPABASE_SECRET_KEYS"));
  const unknown = used.filter((name) => secretOf(name === "KEK_" ? "KEK_k1" : name) === undefined);
  assert.deepEqual(unknown, [], "add it to scripts/security/secrets/known_secrets.ts");
  const page = await readFile(new URL("docs/security/secrets.md", root), "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("| "));
  const missing = knownSecrets.filter(({ name }) =>
    !rows.some((row) => row.includes(`\`${name}\``))
  );
  assert.deepEqual(missing, [], "a row is missing");
});
