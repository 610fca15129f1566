import { Capture, type Captured } from "./capture.ts";
import type { Limits, StoppedBy } from "./limits.ts";
import { readOutput } from "./output_reader.ts";
import { ProcessFamily } from "./process_family.ts";
import { wrapCommand } from "./shell_wrapper.ts";
import { type Peaks, watchFamily } from "./watch_family.ts";

/** A tool to run. */
export interface LimitedCommand {
  /** A line for /bin/sh. */
  command: string;
  /** Its working folder. */
  cwd: string;
  /** Its whole environment; nothing of ours is added but the mark of the group. */
  env: Record<string, string>;
  /** The folder whose growth counts against `disk_mb`. */
  scratch: string;
  limits: Limits;
  signal?: AbortSignal | undefined;
  /** False: do without process ids of its own even where the kernel has them. */
  ownProcessIds?: boolean;
}

/** How a tool ended. */
export interface LimitedResult {
  /** Exit code, 128 + n when signal n ended it; null when we stopped it. */
  exitCode: number | null;
  stoppedBy: StoppedBy | null;
  stdout: Captured;
  stderr: Captured;
  durationMs: number;
  peaks: Peaks;
}

/**
 * Runs one tool in a process group of its own under limits and kills all of it at the end.
 * Never throws for what the tool does; throws when /bin/sh itself cannot start.
 */
export async function runLimited(wanted: LimitedCommand): Promise<LimitedResult> {
  const { limits, signal } = wanted;
  const startedAt = performance.now();
  const { child, family } = await start(wanted);
  const ended = new AbortController();
  let stoppedBy: StoppedBy | null = null;
  let killing: Promise<void> | undefined;
  const stop = (why: StoppedBy) => {
    if (ended.signal.aborted || stoppedBy !== null) return;
    stoppedBy = why;
    killing = family.kill();
  };

  const stdout = new Capture(limits.kept_bytes);
  const stderr = new Capture(limits.kept_bytes);
  const onWrite = () => {
    if (stdout.totalBytes + stderr.totalBytes > limits.output_mb * 1024 * 1024) stop("output");
  };
  const readers = [
    readOutput(child.stdout, stdout, onWrite),
    readOutput(child.stderr, stderr, onWrite),
  ];
  const watching = watchFamily(family, wanted.scratch, limits, ended.signal, stop);
  const timer = setTimeout(() => stop("wall_time"), limits.wall_seconds * 1000);
  const onAbort = () => stop("cancelled");
  signal?.addEventListener("abort", onAbort, { once: true });
  if (signal?.aborted) onAbort();

  const status = await child.status;
  ended.abort();
  clearTimeout(timer);
  signal?.removeEventListener("abort", onAbort);
  const durationMs = Math.round(performance.now() - startedAt);
  await killing;
  await family.kill();
  await child.stdin.close().catch(() => {});
  const peaks = await watching;
  await Promise.all(readers.map((reader) => reader.finish()));

  return {
    exitCode: stoppedBy === null ? status.code : null,
    stoppedBy,
    stdout: stdout.result(),
    stderr: stderr.result(),
    durationMs,
    peaks,
  };
}

async function start({ command, cwd, env, limits, ownProcessIds = true }: LimitedCommand) {
  const mark = `COGO_QUALITY_MARK=${crypto.randomUUID()}`;
  const [name = "", value = ""] = mark.split("=");
  const [program = "", ...args] = await wrapCommand(command, limits, ownProcessIds);
  const child = new Deno.Command(program, {
    args,
    cwd,
    clearEnv: true,
    env: { ...env, [name]: value },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
    detached: true,
  }).spawn();
  return { child, family: new ProcessFamily(child.pid, mark) };
}
