// npm run simulate: seeded schedules of crashes and lost calls in virtual time (see options.ts).
import { runCommand, tellError } from "../command_line/run_command.ts";
import { readOptions, type SimulateOptions, usage } from "./options.ts";
import { simulate, type SimulateResult } from "./simulate.ts";

function tell(result: SimulateResult, { file, moves, plant, on }: SimulateOptions): void {
  const { schedules, seconds, effects, failures, failing, story, calls, ends } = result;
  const troubled = Object.entries(calls).filter(([name]) => name !== "none")
    .map(([name, times]) => `${times} ${name}`).join(", ");
  console.log(
    `${schedules} schedules in ${seconds.toFixed(1)} s: ${effects} handlers ran; ` +
      `calls in trouble: ${troubled}`,
  );
  for (const [end, times] of Object.entries(ends)) {
    console.log(`${String(times).padStart(7)}  ${end}`);
  }
  if (failures === 0) {
    if (story.length > 0) console.log(story.join("\n"));
    return console.log("Everything held.");
  }
  console.log(`\n${failures} schedules broke something:`);
  for (const { seed, invariant, problem } of failing) {
    console.log(`  seed ${seed}: ${invariant}: ${problem.slice(0, 200)}`);
  }
  const [first] = failing;
  console.log(`\nThe shortest story of seed ${first!.seed}:\n\n${story.join("\n")}`);
  const args = `--file ${file} --moves ${moves} --seed ${first!.seed} --schedules 1`;
  const more = `${plant ? ` --plant ${plant}` : ""}${on === "native" ? " --on native" : ""}`;
  console.log(`\nAgain: npm run simulate -- ${args}${more}`);
}

async function run(options: SimulateOptions): Promise<number> {
  console.error(`seed ${options.seed}`);
  const result = await simulate(options, (line) => console.error(line));
  if (options.json) console.log(JSON.stringify(result));
  else tell(result, options);
  return result.failures === 0 ? 0 : 1;
}

// Never 1: that says that something did not hold.
function onError(error: unknown): number {
  tellError(error);
  return 2;
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run, onError }));
