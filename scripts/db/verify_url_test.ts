import assert from "@std/assert";
import { fileURLToPath } from "node:url";
import { migrate } from "./migrate.ts";
import { openImage } from "./serve_pglite.ts";

const program = fileURLToPath(new URL("./verify_url.ts", import.meta.url));

async function verify(...args: string[]): Promise<{ code: number; text: string }> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "--no-prompt", "-A", program, ...args],
    env: { DATABASE_URL: "", SUPABASE_DB_URL: "" },
  }).output();
  return { code, text: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr) };
}

Deno.test("npm run verify tells a healthy database from a broken one and from none", async () => {
  const image = await openImage();
  try {
    const url = await image.serve();
    assert.match((await verify(url)).text, /no schema cogo/);
    await migrate(image.executor);
    assert.deepEqual([(await verify(url)).code, (await verify(url, "--json")).code], [0, 0]);

    await image.executor.exec("select count(*) from api.enqueue_job('demo.a')");
    await image.executor.exec(
      "insert into cogo.waiting (job_id, run_at, attempt) values (1, now(), 1)",
    );
    const broken = await verify(url);
    assert.equal(broken.code, 1);
    assert.match(broken.text, /a job stands in exactly one place +\| 1 jobs stand elsewhere/);
    const told = JSON.parse((await verify(url, "--json")).text);
    assert.deepEqual([told.clean, told.violations.length > 0], [false, true]);
  } finally {
    await image.close();
  }
  const cases = [["postgresql://127.0.0.1:1/none"], ["--what"], [], ["http://example.org"]];
  for (const args of cases) assert.equal((await verify(...args)).code, 2, args.join(" "));
});
