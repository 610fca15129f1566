/** How a git call ended. */
export interface GitResult {
  ok: boolean;
  stdout: string;
  stderr: string;
}

/**
 * Runs git without prompts, hooks or a pager. Targets may only be reached over https, ssh or,
 * for folders on this machine, as files.
 */
export async function git(
  args: string[],
  cwd?: string,
  signal?: AbortSignal,
  environment: Record<string, string> = {},
): Promise<GitResult> {
  const options: Deno.CommandOptions = {
    args: ["-c", "core.hooksPath=/dev/null", ...args],
    env: {
      GIT_TERMINAL_PROMPT: "0",
      GIT_ALLOW_PROTOCOL: "https:ssh:file",
      LC_ALL: "C",
      ...environment,
    },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  };
  if (cwd !== undefined) options.cwd = cwd;
  if (signal !== undefined) options.signal = signal;
  try {
    const { success, stdout, stderr } = await new Deno.Command("git", options).output();
    const text = new TextDecoder();
    return { ok: success, stdout: text.decode(stdout), stderr: text.decode(stderr) };
  } catch (thrown) {
    return { ok: false, stdout: "", stderr: thrown instanceof Error ? thrown.message : "no git" };
  }
}
