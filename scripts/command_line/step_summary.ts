/**
 * Adds to the summary that GitHub Actions shows beside a step's log, where there is one. What cannot
 * be added is told on stderr: the command's own answer stands all the same.
 */
export async function appendStepSummary(markdown: string): Promise<void> {
  const file = Deno.env.get("GITHUB_STEP_SUMMARY");
  if (!file) return;
  try {
    await Deno.writeTextFile(file, markdown, { append: true });
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    console.error(`Cannot write GITHUB_STEP_SUMMARY: ${why}`);
  }
}
