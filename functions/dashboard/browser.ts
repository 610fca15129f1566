import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where a Chromium is (`CHROMIUM_PATH`, else the usual places), or undefined. */
export function findChromium(): string | undefined {
  const named = Deno.env.get("CHROMIUM_PATH");
  return (named ? [named] : places).find((path) => {
    try {
      return Deno.statSync(path).isFile;
    } catch {
      return false;
    }
  });
}

/** Starts that browser without a window; it asks nobody on the network for anything. */
export function startBrowser(executablePath: string): Promise<Browser> {
  const flags = ["no-sandbox", "disable-gpu", "disable-background-networking"];
  const quiet = ["disable-component-update", "no-first-run", "disable-sync"];
  const args = [...flags, ...quiet].map((flag) => `--${flag}`);
  return chromium.launch({ executablePath, args, headless: true });
}

/** A page and what went wrong on it, or left the host, since it was opened. */
export interface WatchedPage {
  page: Page;
  problems: string[];
  close(): Promise<void>;
}

/** Opens a page whose every complaint and foreign request is noted. */
export async function openWatched(
  browser: Browser,
  url: string,
  look: { width?: number; height?: number; colorScheme?: "light" | "dark" } = {},
): Promise<WatchedPage> {
  const { width = 1360, height = 960, colorScheme = "light" } = look;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("requestfailed", (request) => {
    problems.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  page.on("request", (request) => {
    if (new URL(request.url()).host !== new URL(url).host) problems.push(`left: ${request.url()}`);
  });
  await page.goto(url);
  return { page, problems, close: () => context.close() };
}

/** The rules of axe that colours and widths decide; all others look at what stays the same. */
export const rulesOfLook = [
  "color-contrast",
  "link-in-text-block",
  "scrollable-region-focusable",
  "target-size",
] as const;

/**
 * What axe finds wrong with a page for people who see, hear or move otherwise; one line each.
 * @param only these rules; axe's own choice when left out
 */
export async function violationsOf(page: Page, only?: readonly string[]): Promise<string[]> {
  const options = {
    resultTypes: ["violations"],
    ...only && { runOnly: { type: "rule", values: only } },
  };
  // The page answers lines: what axe tells of everything that is right is thousands of objects.
  await page.evaluate(axe.source);
  return await page.evaluate<string[]>(`axe.run(${JSON.stringify(options)}).then(
    ({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0]?.html)
  )`);
}
