/** Runs a program in the folder `cwd`; throws with what it printed when it fails. */
export async function demand(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<void> {
  const result = await new Deno.Command(program, {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  if (result.success) return;
  const decoder = new TextDecoder();
  throw new Error((decoder.decode(result.stdout) + decoder.decode(result.stderr)).trim());
}
