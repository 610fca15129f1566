/** How a tool that only looks is made to mend. */
export interface FixingTool {
  /** The same call with the tool's own fixer switched on; undefined when it has none. */
  fix(args: string[]): string[] | undefined;
  /** A call that writes what the tool finds, as JSON, into the file `$COGO_REPORT`. */
  report?: { kind: "eslint" | "report"; call(args: string[]): string[] };
}

const adds = (flag: string) => (args: string[]) => args.includes(flag) ? args : [...args, flag];

/** The arguments without some options, and without the value of those that take one. */
function without(args: string[], flags: string[], takeValue: string[]): string[] {
  return args.filter((arg, at) => {
    const name = arg.split("=")[0] ?? "";
    return !flags.includes(name) && !takeValue.includes(name) &&
      !takeValue.includes(args[at - 1] ?? "");
  });
}

const eslint: FixingTool = {
  fix: (args) => adds("--fix")(without(args, ["--fix-dry-run"], [])),
  report: {
    kind: "eslint",
    call: (args) => [
      ...without(args, ["--fix", "--fix-dry-run"], ["-f", "--format", "-o", "--output-file"]),
      "--format",
      "json",
      "--output-file",
      '"$COGO_REPORT"',
    ],
  },
};

const xo: FixingTool = {
  fix: adds("--fix"),
  report: {
    kind: "eslint", // xo prints ESLint's own format
    call: (
      args,
    ) => [...without(args, ["--fix"], ["--reporter"]), "--reporter=json", ">", '"$COGO_REPORT"'],
  },
};

const prettier: FixingTool = {
  fix(args) {
    const checks = ["--check", "-c", "--list-different", "-l"];
    return adds("--write")(without(args, checks, []));
  },
};

const biome: FixingTool = {
  fix([command = "", ...args]) {
    if (!["lint", "check", "format", "ci"].includes(command)) return undefined;
    return [command === "ci" ? "check" : command, ...adds("--write")(args)];
  },
};

const deno: FixingTool = {
  fix([command = "", ...args]) {
    if (command === "lint") return ["lint", "--fix", ...args];
    return command === "fmt" ? ["fmt", ...without(args, ["--check"], [])] : undefined;
  },
  report: {
    kind: "report",
    call: ([command = "", ...args]) =>
      command === "lint" ? ["lint", "--json", ...args, ">", '"$COGO_REPORT"'] : [],
  },
};

const dprint: FixingTool = {
  fix: ([command, ...args]) => command === "check" ? ["fmt", ...args] : undefined,
};

/** The tools whose findings can be mended, by the name of their program. */
export const fixingTools: Readonly<Record<string, FixingTool>> = {
  eslint,
  xo,
  prettier,
  biome,
  deno,
  dprint,
  standard: { fix: adds("--fix") },
  semistandard: { fix: adds("--fix") },
  "ts-standard": { fix: adds("--fix") },
  oxlint: { fix: adds("--fix") },
  stylelint: { fix: adds("--fix") },
};
