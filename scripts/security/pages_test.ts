import assert from "@std/assert";
import { access, readdir, readFile } from "node:fs/promises";

const root = new URL("../../", import.meta.url);
const folder = new URL("docs/security/", root);
const pages = async () => (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();

/** The files that a page links to; anchors and other hosts left out. */
function linksOf(text: string): string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target));
}

Deno.test("security: every file that a page links to is there", async () => {
  const lost: string[] = [];
  for (const page of [...(await pages()).map((name) => `docs/security/${name}`), "SECURITY.md"]) {
    const here = new URL(page, root);
    for (const target of linksOf(await readFile(here, "utf8"))) {
      await access(new URL(target, here)).catch(() => lost.push(`${page}: ${target}`));
    }
  }
  assert.deepEqual(lost, []);
});

Deno.test("security: the index names every page of its folder", async () => {
  const listed = linksOf(await readFile(new URL("README.md", folder), "utf8"));
  const missing = (await pages()).filter((name) => name !== "README.md" && !listed.includes(name));
  assert.deepEqual(missing, []);
});

Deno.test("security: every threat of the model names a control and a test", async () => {
  const text = await readFile(new URL("threat-model.md", folder), "utf8");
  const rows = text.split("\n").filter((line) => /^\| [STRIDE] +\|/.test(line))
    .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  assert.ok(rows.length >= 30, `${rows.length} threats were read`);
  for (const [letter = "", threat = "", control = "", shown = ""] of rows) {
    const tests = linksOf(shown).filter((link) =>
      /_test\.ts|\.test\.sql|\/cases\/|_holes\.ts/.test(link)
    );
    assert.ok(threat && control && tests.length > 0, `${letter}: ${threat} names no test`);
  }
  const letters = new Set(rows.map(([letter]) => letter));
  assert.equal([..."STRIDE"].filter((letter) => !letters.has(letter)).join(""), "");
  const boundaries = [...text.matchAll(/^## (B\d):/gm)].map(([, name]) => name!);
  for (const name of boundaries) {
    assert.ok(text.includes(`"${name}:`), `${name} is not in the drawing`);
  }
  assert.match(text, /```mermaid\nflowchart/);
});
