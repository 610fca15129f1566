// npm start runs this file in Deno; scripts/start.mjs is the way in.
import { asFailure, exitCodes } from "./failure.ts";
import { helpText, readOptions, type StackOptions } from "./options.ts";
import { createProgress, type Progress, seconds, write } from "./progress.ts";
import { startStack } from "./stack.ts";
import type { Stack } from "./stack_settings.ts";
import { stopRequested } from "./stop_signal.ts";
import { describeRun, doWeeklyRun, gatePassed } from "./weekly_run.ts";
import { welcome } from "./welcome.ts";

/** Milliseconds that a run which is told to stop gets before the stack goes. */
const patienceAtEnd = 2000;

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
const printJson = (value: unknown) => write(Deno.stdout, `${JSON.stringify(value)}\n`);

/** Does the weekly run and prints it; the exit code that its verdict asks for. */
async function weekly(
  stack: Stack,
  options: StackOptions,
  progress: Progress,
  signal: AbortSignal,
): Promise<number> {
  const began = performance.now();
  progress.say("  Weekly quality run (npm start -- --no-run starts without)");
  const tell = (line: string) => progress.say(`    ${line}`);
  const summary = await progress.during(
    "the quality run works",
    () => doWeeklyRun(stack.file, options.target, signal, tell),
  );
  progress.say(describeRun(summary, seconds(performance.now() - began)));
  if (options.json) printJson(summary);
  return gatePassed(summary) ? exitCodes.ok : exitCodes.gateFailed;
}

async function run(options: StackOptions): Promise<number> {
  const progress = createProgress(options.json);
  const began = performance.now();
  const stopping = new AbortController();
  const stop = stopRequested(() => Deno.exit(exitCodes.interrupted)).then(() => {
    progress.say("\n  Stopping (Ctrl-C again ends it at once)");
    stopping.abort();
  });
  progress.say("COGO Agent Core");
  const stack = await startStack({ ...options, progress });
  try {
    progress.say(`  ready after ${seconds(performance.now() - began)}`);
    progress.say(welcome(stack));
    if (!options.run) {
      if (options.json) printJson({ url: stack.file.url, pid: Deno.pid });
      progress.say("  Ctrl-C stops it.");
      return await stop.then(() => exitCodes.ok);
    }
    const first = weekly(stack, options, progress, stopping.signal).catch((thrown) => {
      if (stopping.signal.aborted) return exitCodes.interrupted;
      throw thrown;
    });
    // The run's workers give their jobs back while there is still somebody to take them.
    const settled = first.then(() => {}, () => {});
    const stopped = stop.then(() => Promise.race([settled, pause(patienceAtEnd)]));
    if (options.once) return await Promise.race([first, stopped.then(() => exitCodes.interrupted)]);
    // The stack stays up whatever the first run came to.
    first.then(
      () => stopping.signal.aborted || progress.say("\n  Ctrl-C stops it."),
      (thrown) => progress.say(describeFailure(thrown)),
    );
    return await stopped.then(() => exitCodes.ok);
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
