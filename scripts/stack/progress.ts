/** Where a start tells how far it is. */
export interface Progress {
  /** Runs one named step and prints how long it took. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Prints one line. */
  say(line: string): void;
}

const encoder = new TextEncoder();

/** Writes all of `text`, whatever console functions were replaced with. */
export function write(stream: typeof Deno.stdout | typeof Deno.stderr, text: string): void {
  let bytes = encoder.encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(stream.writeSync(bytes));
}

/** `0.3 s`, `12.0 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Progress on stdout, or on stderr when stdout is kept for JSON.
 */
export function createProgress(json: boolean): Progress {
  const stream = json ? Deno.stderr : Deno.stdout;
  const say = (line: string) => write(stream, `${line}\n`);
  return {
    say,
    async step(name, work) {
      const began = performance.now();
      const result = await work();
      say(`  ✓ ${name.padEnd(44)} ${seconds(performance.now() - began).padStart(7)}`);
      return result;
    },
  };
}

/** For tests: says nothing. */
export const silent: Progress = { say: () => {}, step: (_name, work) => work() };
