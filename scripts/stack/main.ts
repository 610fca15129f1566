// npm start runs this file in Deno; scripts/start.mjs is the way in.
import { asFailure, exitCodes } from "./failure.ts";
import { helpText, readOptions, type StackOptions } from "./options.ts";
import { createProgress, type Progress, seconds, write } from "./progress.ts";
import { type Stack, startStack } from "./stack.ts";
import { stopRequested } from "./stop_signal.ts";
import { describeRun, doWeeklyRun, gatePassed } from "./weekly_run.ts";
import { welcome } from "./welcome.ts";

const printJson = (value: unknown) => write(Deno.stdout, `${JSON.stringify(value)}\n`);

/** Does the weekly run and prints it; the exit code that its verdict asks for. */
async function weekly(stack: Stack, options: StackOptions, progress: Progress): Promise<number> {
  const began = performance.now();
  progress.say("  Weekly quality run");
  const summary = await doWeeklyRun(
    stack.file,
    options.target,
    (line) => progress.say(`    ${line}`),
  );
  progress.say(describeRun(summary, stack.file, seconds(performance.now() - began)));
  if (options.json) printJson(summary);
  return gatePassed(summary) ? exitCodes.ok : exitCodes.gateFailed;
}

async function run(options: StackOptions): Promise<number> {
  const progress = createProgress(options.json);
  const began = performance.now();
  const stop = stopRequested();
  progress.say("COGO Agent Core");
  const stack = await startStack({
    port: options.port,
    wirePort: options.wirePort,
    dataFolder: options.dataFolder,
    databaseUrl: options.databaseUrl,
    fresh: options.fresh,
    progress,
  });
  try {
    progress.say(`  ready after ${seconds(performance.now() - began)}`);
    progress.say(welcome(stack));
    const first = options.run ? weekly(stack, options, progress) : Promise.resolve(exitCodes.ok);
    if (options.once) return await Promise.race([first, stop]);
    if (options.json && !options.run) printJson({ url: stack.file.url, pid: Deno.pid });
    // The stack stays up whatever the first run came to.
    first.catch((thrown) => progress.say(describeFailure(thrown)));
    progress.say("  Ctrl-C stops it.");
    return await stop;
  } finally {
    await stack.close();
  }
}

function describeFailure(thrown: unknown): string {
  const failure = asFailure(thrown);
  const trace = Deno.env.get("COGO_DEBUG") && failure.cause instanceof Error
    ? `\n${failure.cause.stack}`
    : "";
  return `\n  ✗ ${failure.message}\n    ${failure.hint}${trace}`;
}

async function main(): Promise<number> {
  const json = Deno.args.includes("--json");
  try {
    const options = readOptions(Deno.args, Deno.env.get("COGO_START_FOLDER") ?? Deno.cwd());
    if (options.help) {
      write(Deno.stdout, helpText);
      return exitCodes.ok;
    }
    return await run(options);
  } catch (thrown) {
    const { code, message, hint, exitCode } = asFailure(thrown);
    write(Deno.stderr, `${describeFailure(thrown)}\n`);
    if (json) printJson({ error: { code, message, hint } });
    return exitCode;
  }
}

Deno.exit(await main());
