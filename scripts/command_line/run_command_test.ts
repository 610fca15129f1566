import assert from "@std/assert";
import { z } from "zod";
import { count, readOptionsAndWords, readOptionsBy } from "./read_options.ts";
import { type Command, runCommand } from "./run_command.ts";

const schema = z.object({
  rounds: count(1, 9).default(3),
  name: z.string().optional(),
  quick: z.boolean().default(false),
  dry: z.boolean().optional(),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema>;

const usage = "npm run thing -- [options]";
const read = (args: string[]) => readOptionsBy(schema, args);

/** Runs it with what it prints caught. */
async function call(args: string[], command: Partial<Command<Options>> = {}) {
  const { log, error } = console;
  const out: unknown[] = [];
  const err: unknown[] = [];
  console.log = (line) => out.push(line);
  console.error = (line) => err.push(line);
  try {
    const run = () => Promise.reject(new Error("it must not run"));
    return { code: await runCommand({ usage, read, run, ...command }, args), out, err };
  } finally {
    Object.assign(console, { log, error });
  }
}

Deno.test("a value that is wrong is told with the usage and exits 2", async () => {
  const expected = `--rounds: Too big: expected number to be <=9\n\n${usage}`;
  assert.deepEqual(await call(["--rounds", "10"]), { code: 2, out: [], err: [expected] });
});

Deno.test("an unknown option, a missing value and a stray word exit 2, even with --help", async () => {
  for (const args of [["--nonsense"], ["--rounds"], ["word"], ["--quick=yes"]]) {
    const { code, out, err } = await call(["--help", ...args]);
    assert.deepEqual([code, out, err.length], [2, [], 1], args.join(" "));
    assert.ok(String(err[0]).endsWith(`\n\n${usage}`));
  }
});

Deno.test("--help prints the usage to standard output, runs nothing and exits 0", async () => {
  assert.deepEqual(await call(["--help"]), { code: 0, out: [usage], err: [] });
});

Deno.test("run is given the options, and its answer is the exit code", async () => {
  let given: Options | undefined;
  const run = (options: Options) => Promise.resolve((given = options).rounds);
  const args = ["--rounds", "7", "--dry", "--name=x"];
  assert.deepEqual(await call(args, { run }), { code: 7, out: [], err: [] });
  assert.deepEqual(given, { rounds: 7, name: "x", quick: false, dry: true, help: false });
});

Deno.test("what run throws is told without the usage and exits 1", async () => {
  const thrown = await call([], { run: () => Promise.reject(new Error("the disk is full")) });
  assert.deepEqual(thrown, { code: 1, out: [], err: ["the disk is full"] });
  const odd = await call([], { run: () => Promise.reject({ odd: true }) });
  assert.deepEqual(odd, { code: 1, out: [], err: [{ odd: true }] });
});

Deno.test("a command may tell what was thrown in its own way", async () => {
  const seen: unknown[] = [];
  const onError = (error: unknown) => seen.push(error) + 4;
  const answer = await call([], { onError, run: () => Promise.reject("late") });
  assert.deepEqual([answer, seen], [{ code: 5, out: [], err: [] }, ["late"]]);
});

Deno.test("an option whose schema is a list may be repeated", () => {
  const listed = schema.extend({ folder: z.array(z.string()).default([]) });
  assert.deepEqual(readOptionsBy(listed, ["--folder", "a", "--folder=b"]).folder, ["a", "b"]);
  assert.deepEqual(readOptionsBy(listed, []).folder, []);
});

Deno.test("words beside the options are kept in their order", () => {
  const { options, words } = readOptionsAndWords(schema, ["b", "--quick", "a", "--rounds", "2"]);
  assert.deepEqual([words, options.quick, options.rounds], [["b", "a"], true, 2]);
  assert.throws(() => readOptionsAndWords(schema, ["a", "--rounds", "x"]), /^Error: --rounds: /);
});
