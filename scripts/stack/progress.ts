import { columnsOf, fold } from "./terminal.ts";

/** Where a start tells how far it is. */
export interface Progress {
  /** Runs one named step and prints how long it took. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Prints one line, folded where a terminal is too narrow for it. */
  say(line: string): void;
  /** In a terminal: shows `name` and its seconds below the last line while `work` runs. */
  during<T>(name: string, work: () => Promise<T>): Promise<T>;
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
  const columns = columnsOf(stream);
  let shown = "";

  const clear = () => {
    if (shown !== "") write(stream, "\r\x1b[2K");
    shown = "";
  };
  const say = (text: string) => {
    clear();
    const lines = columns === undefined
      ? [text]
      : text.split("\n").flatMap((line) => fold(line, columns));
    write(stream, `${lines.join("\n")}\n`);
  };

  async function during<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (columns === undefined) return await work();
    const began = performance.now();
    const show = () => {
      const took = `${Math.round((performance.now() - began) / 1000)} s`;
      clear();
      shown = `  … ${name.padEnd(44)} ${took.padStart(7)}`.slice(0, columns - 1);
      write(stream, shown);
    };
    const timer = setInterval(show, 1000);
    try {
      return await work();
    } finally {
      clearInterval(timer);
      clear();
    }
  }

  return {
    say,
    during,
    async step(name, work) {
      const began = performance.now();
      const result = await during(name, work);
      say(`  ✓ ${name.padEnd(44)} ${seconds(performance.now() - began).padStart(7)}`);
      return result;
    },
  };
}

/** For tests: says nothing. */
export const silent: Progress = {
  say: () => {},
  step: (_name, work) => work(),
  during: (_name, work) => work(),
};
