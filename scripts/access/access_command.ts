import { z } from "zod";
import { CallError, callsTo } from "../../functions/_shared/worker/transport.ts";
import { runCommand } from "../command_line/run_command.ts";
import { readOptionsAndWords } from "../command_line/read_options.ts";
import { connect } from "../quality/cli/connect.ts";
import { readStackFile } from "../stack/stack_file.ts";

/** What a command has to say: lines for people, one JSON value with `--json`. */
export interface Told {
  readonly lines: readonly string[];
  readonly json: unknown;
}

/** The project whose access is administered. */
export interface Project {
  readonly url: string;
  /** The data folder of the stack that runs here; undefined for another project. */
  readonly localFolder: string | undefined;
  /** Calls an RPC as an operator. @throws CallError */
  call(rpc: string, args: object): Promise<unknown>;
}

/** Options that all commands of access take. */
export const addressOptions = {
  url: z.string().optional(),
  key: z.string().optional(),
  data: z.string().optional(),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
};

/** Words and options of one call. */
export interface Asked<Shape extends z.ZodRawShape> {
  readonly words: readonly string[];
  readonly options: z.output<z.ZodObject<Shape>>;
}

/** @throws EnvironmentError when no stack runs here and no project is set */
function openProject(
  options: { url?: string | undefined; key?: string | undefined; data?: string | undefined },
): Project {
  const { url, key, dataFolder } = connect(options as Parameters<typeof connect>[0]);
  const call = callsTo({ url, key });
  return {
    url,
    localFolder: readStackFile(dataFolder)?.url === url ? dataFolder : undefined,
    call: (rpc, args) => call(rpc, args, 15_000),
  };
}

/**
 * Runs a command of several verbs; answers its exit code: 0 done, 1 refused, 2 wrong usage, 7 nobody
 * answers.
 */
export async function runAccess<Shape extends z.ZodRawShape & typeof addressOptions>(
  usage: string,
  schema: z.ZodObject<Shape>,
  verbs: Readonly<Record<string, (project: Project, asked: Asked<Shape>) => Promise<Told>>>,
  args: string[] = Deno.args,
): Promise<number> {
  const asJson = args.includes("--json");
  return await runCommand({
    usage,
    read: (given) => {
      const { options, words } = readOptionsAndWords(schema, given);
      const { help } = options as { help: boolean };
      if (!help && !Object.hasOwn(verbs, words[0] ?? "")) {
        throw new Error(words[0] === undefined ? "A command is missing" : `No command ${words[0]}`);
      }
      return { help, options, words };
    },
    run: async ({ options, words }) => {
      const project = openProject(options as { url?: string; key?: string; data?: string });
      const told = await verbs[words[0]!]!(project, { words: words.slice(1), options });
      if (asJson) console.log(JSON.stringify(told.json));
      else for (const line of told.lines) console.log(line);
      return 0;
    },
    onError: (thrown) => {
      const { message } = thrown as Error;
      const { code = "settings", hint = "", status } = thrown as Partial<CallError>;
      if (asJson) console.log(JSON.stringify({ error: { code, message, hint } }));
      console.error(hint === "" ? message : `${message}\n${hint}`);
      return thrown instanceof CallError ? (status === 0 ? 7 : 1) : 2;
    },
  }, args);
}

/** The word at a place, or a sentence about what it should be. */
export function wordAt(words: readonly string[], place: number, name: string): string {
  const word = words[place];
  if (word === undefined) throw new Error(`${name} is missing`);
  return word;
}
