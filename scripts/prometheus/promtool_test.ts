import assert from "@std/assert";

const folder = new URL("../../docs/prometheus/", import.meta.url);

async function promtool(...args: string[]): Promise<{ code: number; said: string } | undefined> {
  try {
    const { code, stdout, stderr } = await new Deno.Command("promtool", { args, cwd: folder })
      .output();
    const decoder = new TextDecoder();
    return { code, said: decoder.decode(stdout) + decoder.decode(stderr) };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

const isThere = await promtool("--version") !== undefined;
if (!isThere) console.warn("SKIPPED: promtool check and test rules: no promtool.");

Deno.test({
  name: "promtool check rules: the rules of docs/prometheus are in order",
  ignore: !isThere,
  fn: async () => {
    const checked = await promtool("check", "rules", "recording.yml", "alerts.yml");
    assert.equal(checked?.code, 0, checked?.said);
  },
});

Deno.test({
  name: "promtool test rules: every alert fires and clears",
  ignore: !isThere,
  fn: async () => {
    const tested = await promtool("test", "rules", "alerts_test.yml");
    assert.equal(tested?.code, 0, tested?.said);
  },
});
