import assert from "@std/assert";

const top = new URL("../../", import.meta.url);
const words = (text: string) => text.replaceAll("\\'", "'").replaceAll(/\s+/g, " ");

/** The last cell of each case: files, each with the sentence of a test in it or without. */
function named(page: string): { file: string; sentence: string | undefined }[] {
  const rows = page.split("\n").filter((line) => line.startsWith("|") && !/^\| -+ \|/.test(line))
    .map((line) => line.replace(/\s*\|$/, "").split(" | ").at(-1)!)
    .filter((cell) => cell.trim() !== "test");
  return rows.flatMap((cell) => {
    const found = [...cell.matchAll(/`([^`]+)`(?:: (.+?)(?=; `|$))?/g)];
    assert(found.length > 0, `no test is named in: ${cell}`);
    return found.map(([, file, sentence]) => ({ file: file!, sentence: sentence?.trim() }));
  });
}

Deno.test("every case of docs/security/bad-input.md has its test", async () => {
  const scripts = JSON.parse(await Deno.readTextFile(new URL("package.json", top))).scripts;
  const cases = named(await Deno.readTextFile(new URL("docs/security/bad-input.md", top)));
  assert(cases.length > 130, `${cases.length} tests are named`);
  for (const { file, sentence } of cases) {
    const [, script] = /^npm run ([\w:]+)/.exec(file) ?? [];
    if (script !== undefined) assert(scripts[script], file);
    else {
      const text = words(await Deno.readTextFile(new URL(file, top)));
      const wanted = words(sentence ?? "").replace(/…$/, "");
      assert(text.includes(wanted), `${file} has no test: ${wanted}`);
    }
  }
});
