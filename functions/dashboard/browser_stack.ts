import type { Browser } from "playwright-core";
import { layPreparedData } from "../../scripts/stack/prepared_data.ts";
import { silent } from "../../scripts/stack/progress.ts";
import { startStack } from "../../scripts/stack/stack.ts";
import type { Stack } from "../../scripts/stack/stack_settings.ts";
import { openWatched, startBrowser } from "./browser.ts";
import { callAsOperator, enqueue, workOff } from "./example_data.ts";

const pictures = new URL("../../docs/images/", import.meta.url);

/** Runs `work` with a stack on free ports and an empty folder, and a browser. */
export async function withStack(
  chromium: string,
  work: (stack: Stack, browser: Browser) => Promise<void>,
): Promise<void> {
  const dataFolder = await Deno.makeTempDir({ prefix: "cogo-dashboard-" });
  await layPreparedData(dataFolder);
  const stack = await startStack({ port: 0, wirePort: 0, dataFolder, progress: silent });
  const browser = await startBrowser(chromium);
  try {
    await work(stack, browser);
  } finally {
    await browser.close();
    await stack.close();
    await Deno.remove(dataFolder, { recursive: true });
  }
}

/**
 * Takes the pictures of docs/guides/dashboard.md while jobs come and go.
 * Only with COGO_SCREENSHOTS=1, so that a test run leaves the tree as it was.
 */
export async function takePictures(stack: Stack, browser: Browser): Promise<void> {
  if (Deno.env.get("COGO_SCREENSHOTS") !== "1") return;
  for (const colorScheme of ["light", "dark"] as const) {
    const url = `${stack.file.url}/dashboard/local`;
    const { page, close } = await openWatched(browser, url, { colorScheme });
    for (let round = 0; round < 4; round++) {
      await enqueue(stack, "crawl.page", 6 + round * 3);
      await page.waitForTimeout(2100);
      await workOff(stack, 5 + round, 0);
    }
    await callAsOperator(stack, "claim_jobs", { worker: "w", want: 4, start: true });
    await page.waitForTimeout(2100);
    const name = colorScheme === "light" ? "dashboard.png" : "dashboard-dark.png";
    await page.screenshot({ path: new URL(name, pictures).pathname, fullPage: true });
    await close();
  }
}
