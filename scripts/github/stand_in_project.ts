import { withWorkingStack, work } from "../grafana/working_stack.ts";

/** Runs `body` with the environment of a project, for which a working embedded stack stands. */
export async function withProject(
  body: (environment: Record<string, string>) => Promise<void>,
): Promise<void> {
  await withWorkingStack(async (stack) => {
    await work(stack);
    await body({
      SUPABASE_URL: stack.file.url,
      SUPABASE_SERVICE_ROLE_KEY: stack.file.secret_key,
    });
  });
}
