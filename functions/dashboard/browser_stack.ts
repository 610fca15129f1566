import type { Browser } from "playwright-core";
import { layPreparedData } from "../../scripts/stack/prepared_data.ts";
import { silent } from "../../scripts/stack/progress.ts";
import { startStack } from "../../scripts/stack/stack.ts";
import type { Stack } from "../../scripts/stack/stack_settings.ts";
import { openWatched, startBrowser } from "./browser.ts";

const pictures = new URL("../../docs/images/", import.meta.url);

/** Pages whose dark look is shown in the docs; the tests look at all of them. */
const shownDark = ["overview", "queues"];

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
 * Takes the pictures of a page for docs/guides/dashboard.md: light, dark, and on a phone.
 * Only with COGO_SCREENSHOTS=1, so that a test run leaves the tree as it was.
 * @param name of the picture, such as `jobs`: dashboard-jobs.png; the overview is dashboard.png
 */
export async function takePictures(browser: Browser, url: string, name: string): Promise<void> {
  if (Deno.env.get("COGO_SCREENSHOTS") !== "1") return;
  const looks = [
    { suffix: "", look: {} },
    { suffix: "-dark", look: { colorScheme: "dark" } },
    { suffix: "-phone", look: { width: 360, height: 720 } },
  ] as const;
  for (const { suffix, look } of looks) {
    if (suffix === "-dark" && !shownDark.includes(name)) continue;
    const { page, close } = await openWatched(browser, url, look);
    await page.locator("#health").getByText("Healthy").waitFor();
    await page.waitForTimeout(600); // the charts
    const path =
      new URL(`dashboard${name === "overview" ? "" : `-${name}`}${suffix}.png`, pictures).pathname;
    await page.screenshot({ path, fullPage: suffix !== "-phone" && name !== "jobs" });
    await close();
  }
}
