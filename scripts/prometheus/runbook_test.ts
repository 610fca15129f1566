import assert from "@std/assert";

const root = new URL("../../", import.meta.url);
const read = (path: string) => Deno.readTextFile(new URL(path, root));
const all = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), (match) => match[1] ?? "");

const runbook = await read("docs/runbook.md");
const rules = await read("docs/prometheus/alerts.yml");
const sections = new Map(
  runbook.split(/^## /m).slice(1).map((section) => [section.split("\n")[0] ?? "", section]),
);
const defaults = all(
  await read("sql/alerts/functions/default_slos.sql"),
  /^ {6}\('([a-z0-9_]+)', '/gm,
);
const ruleParts = rules.split(/^ {6}- alert: /m).slice(1);

/** The sections that rules lead to; CogoSqlAlert leads to that of the SLO which it was told of. */
const anchors = ruleParts.flatMap((part) => {
  const anchor = /runbook_url: ["']?docs\/runbook\.md#([^"'\n]+)/.exec(part)?.[1] ?? "none";
  return anchor === "{{ $labels.slo }}" ? (/slo=~"([^"]+)"/.exec(part)?.[1] ?? "").split("|") : [
    anchor,
  ];
});

Deno.test("runbook: every SLO and every Prometheus rule has its section, and no other is there", () => {
  assert.ok(defaults.length >= 20, "default_slos.sql is read");
  assert.deepEqual([...sections.keys()].sort(), [...new Set([...defaults, ...anchors])].sort());
});

Deno.test("runbook: each section says what it means, how to look, what to do and when it is over", () => {
  for (const [name, section] of sections) {
    for (const part of ["**Means.**", "**Look.**", "**Do.**", "**Over when**"]) {
      assert.ok(section.includes(part), `${name} lacks ${part}`);
    }
  }
});

Deno.test("runbook: every RPC it names is there, and every link leads somewhere", async () => {
  const known = new Set<string>();
  for await (const room of Deno.readDir(new URL("sql/", root))) {
    if (!room.isDirectory) continue;
    for (const kind of ["api", "functions"]) {
      const folder = new URL(`sql/${room.name}/${kind}/`, root);
      const files = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
      for (const file of files) {
        known.add(`${kind === "api" ? "api" : "cogo"}.${file.name.replace(".sql", "")}`);
      }
    }
  }
  const guide = await read("docs/guides/alerts.md");
  const named = all(runbook + guide, /\b(api\.[a-z_]+|cogo\.[a-z_]+(?=\())/g);
  assert.deepEqual([...new Set(named)].filter((name) => !known.has(name)), []);
  for (const link of all(runbook, /\]\(#([^)]+)\)/g)) assert.ok(sections.has(link), link);
  for (const link of all(runbook, /\]\((guides\/[^)#]+)\)/g)) await read(`docs/${link}`);
});

Deno.test("prometheus rules: each has a severity, a summary and a runbook, and a test of its own", async () => {
  const tests = await read("docs/prometheus/alerts_test.yml");
  for (const part of ruleParts) {
    const name = part.split("\n")[0] ?? "";
    assert.ok(/severity: (warning|critical)|max by \(slo, severity\)/.test(part), name);
    assert.ok(part.includes("summary: ") && part.includes("runbook_url: "), name);
    const fires = new RegExp(`alertname="${name}", alertstate="firing", [^}]*\\}',\\s*value: 1`);
    assert.ok(fires.test(tests), `${name} is not seen firing in alerts_test.yml`);
  }
});
