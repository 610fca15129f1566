import assert from "@std/assert";

const root = new URL("../../", import.meta.url);
const read = (path: string) => Deno.readTextFile(new URL(path, root));
const checklist =
  "supabase/tests/contract/the_tables_of_the_rls_review_hold_its_checklist.test.sql";

Deno.test("each line of the review of row level security names a test that is there", async () => {
  const [page, sql] = await Promise.all([read("docs/security/rls-review.md"), read(checklist)]);
  const sentences = [...page.matchAll(/\| [_*]([^|]+?)[_*] +\|/g)].map(([, sentence]) => sentence!);
  const asserted = [...sql.matchAll(/^ {2}'(.+)'$/gm)].map(([, sentence]) => sentence!);
  assert.deepEqual(sentences.toSorted(), asserted.toSorted());
  const files = [...page.matchAll(/`((?:supabase|scripts)\/[^`]+)`/g)].map(([, path]) => path!);
  assert.ok(files.length > 5);
  for (const file of files) assert.ok((await read(file)).length > 0, file);
});
