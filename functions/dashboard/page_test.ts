import assert from "@std/assert";
import { type Described, differences } from "../metrics/described.ts";
import { findChromium, openWatched, rulesOfLook, violationsOf } from "./browser.ts";
import { enqueue, openRun, recordRuns, workOff } from "./example_data.ts";
import { writeHistory } from "./example_history.ts";
import { makeDecisions, setUpRouting } from "./example_routes.ts";
import { recordFix } from "./example_fix.ts";
import { takePictures, withStack } from "./browser_stack.ts";

const chromium = findChromium();
if (!chromium) console.warn("SKIPPED: the dashboard in a browser: no Chromium (CHROMIUM_PATH).");

const openapi = new URL("../../docs/openapi/metrics.json", import.meta.url);

Deno.test({
  name: "the dashboard in a browser",
  ignore: !chromium,
  sanitizeOps: false,
  sanitizeResources: false,
  fn: (t) =>
    withStack(chromium ?? "", async (stack, browser) => {
      const url = `${stack.file.url}/dashboard/local`;

      await t.step("an empty stack tells the next step", async () => {
        const { page, problems, close } = await openWatched(browser, url);
        await page.getByText("No quality run yet.").waitFor();
        await page.getByText("npm run -s live:plan").waitFor();
        await page.locator("#keys").getByText("npm run keys -- init").waitFor();
        await page.locator("#decisions").getByText("npm run keys -- init").waitFor();
        assert.deepEqual(problems, []);
        await close();
      });

      const artifact = await recordRuns(stack);
      await recordFix(stack);
      await enqueue(stack, "crawl.page", 60);
      await workOff(stack, 60, 3);
      await enqueue(stack, "embed.chunk", 25);
      await workOff(stack, 25, 0);
      await writeHistory(stack);
      await setUpRouting(stack);
      const wanted = (await makeDecisions(stack, 12))[9]?.decision_id;

      const watched = await openWatched(browser, url);
      const { page, problems } = watched;
      const figure = async (state: string) => Number(await page.textContent(`#state-${state}`));
      await page.locator("#state-queued").waitFor();

      await t.step("it shows the run, its gates and the engine's figures", async () => {
        await page.locator("#run").getByText("311 / 311").waitFor();
        assert.equal(await page.locator("#run tbody tr").count(), 3);
        assert.equal(await page.locator("#run .files a").count(), 8);
        assert.equal(await figure("succeeded"), 82);
        assert.equal(await figure("failed"), 3);
        assert.equal(await page.locator("#failures tbody tr").count(), 3);
        await page.locator("#gates").getByText("50 %").waitFor();
        const fix = page.locator("#fixes tbody tr");
        assert.match(await fix.textContent() ?? "", /eslint.*\+41 −38lint failed → passedfixed/);
        const diff = await fix.getByText("lint.fix.diff").getAttribute("href");
        assert.equal(await (await fetch(new URL(diff ?? "", url))).text(), artifact.text);
        await page.locator("#health").getByText("Healthy").waitFor();
        assert.ok(await page.locator("#trouble").isHidden());
      });

      await t.step("a job that is enqueued arrives without a reload", async () => {
        assert.equal(await figure("queued"), 0);
        await enqueue(stack, "crawl.page", 14);
        await page.locator("#state-queued").getByText("14", { exact: true })
          .waitFor({ timeout: 6000 });
      });

      await t.step("the last hour is drawn, and told in figures", async () => {
        const chart = page.locator("#throughput");
        await chart.locator("canvas").waitFor();
        await chart.locator("summary").click();
        assert.equal(await chart.locator("tbody tr").count(), 30);
        assert.match(
          await chart.locator("figcaption").textContent() ?? "",
          /succeeded: .+ at most/,
        );
      });

      await t.step("an artifact opens", async () => {
        const link = page.locator("#run .files a").first();
        const answer = await fetch(new URL(await link.getAttribute("href") ?? "", url));
        assert.equal(answer.status, 200);
        assert.equal(await answer.text(), artifact.text);
        const [opened] = await Promise.all([page.waitForEvent("popup"), link.click()]);
        await opened.waitForLoadState();
        assert.match(opened.url(), /\/functions\/v1\/artifacts\/[0-9a-f-]{36}\?expires=\d+&key=/);
        assert.equal(await opened.locator("pre").textContent(), artifact.text);
        await opened.close();
      });

      await t.step("it shows keys, providers, spend and decisions", async () => {
        assert.equal(await page.locator("#keys tbody tr").count(), 3);
        await page.locator("#keys").getByText("rotation due").waitFor();
        await page.locator("#providers").getByText("default/1").waitFor();
        assert.ok(await page.locator("#providers tbody tr").count() > 0);
        await page.locator("#spend").getByText(/^(will hold|within)$/).waitFor();
        assert.equal(await page.locator("#decisions .opener").count(), 8);
      });

      await t.step("it meets WCAG 2.2 AA", async () => {
        assert.deepEqual(await violationsOf(page), []);
      });

      await t.step("a receipt opens and closes, by the keyboard too", async () => {
        const opener = page.locator(`[data-decision="${wanted}"]`);
        await opener.focus();
        await page.keyboard.press("Enter");
        const receipt = page.locator("#receipt");
        await receipt.getByText("made again: the same").waitFor();
        await receipt.getByText("capability × 1").waitFor();
        assert.equal(await receipt.locator("td .pill").count(), 1);
        assert.deepEqual(await violationsOf(page), []);
        await page.keyboard.press("Escape");
        assert.ok(await receipt.isHidden());
        assert.equal(await page.locator(":focus").getAttribute("data-decision"), wanted);
      });

      await takePictures(browser, url, "overview");

      await t.step("an open run shows how far it is", async () => {
        await openRun(stack);
        await page.getByRole("progressbar").waitFor({ timeout: 6000 });
        await page.getByText("quality.lint queued").waitFor();
      });

      await t.step("pause stops asking, by the keyboard too", async () => {
        await page.locator("#pause").focus();
        await page.keyboard.press("Enter");
        assert.equal(await page.getAttribute("#pause", "aria-pressed"), "true");
        await page.waitForTimeout(300);
        let asked = 0;
        page.on("request", () => asked++);
        await page.waitForTimeout(2500);
        assert.equal(asked, 0);
        await page.keyboard.press("Enter");
        await page.waitForTimeout(300);
        assert.ok(asked > 0);
      });

      await t.step("the figures are those that docs/openapi describes", async () => {
        const described = JSON.parse(await Deno.readTextFile(openapi)) as Described;
        const check = async (schema: string, address: string) => {
          const answer = await (await fetch(`${stack.file.url}/api/metrics/${address}`)).json();
          assert.deepEqual(differences(described, schema, answer), []);
        };
        await check("summary", "summary");
        await check("gateSummary", "gate/summary");
        await check("recent", "quality/gate/recent");
        await check("routing", "routing?service=chat");
        await check("receipt", `routing/decision?decision_id=${wanted}`);
        await check("spend", "spend");
        await check("keys", "keys");
        await check("health", "health?since_min=60");
      });

      await t.step("nothing complained and nothing left the host", async () => {
        assert.deepEqual(problems, []);
        await watched.close();
      });

      await t.step("it fits a phone in the dark, and meets WCAG 2.2 AA there", async () => {
        const look = { width: 360, height: 700, colorScheme: "dark" } as const;
        const phone = await openWatched(browser, url, look);
        await phone.page.locator("#run tbody").waitFor();
        const opener = phone.page.locator(`[data-decision="${wanted}"]`);
        await opener.waitFor();
        assert.deepEqual(await violationsOf(phone.page, rulesOfLook), []);
        await opener.click();
        await phone.page.locator("#receipt").getByText("made again").waitFor();
        const width = await phone.page.evaluate("document.documentElement.scrollWidth");
        assert.equal(width, 360);
        await phone.close();
      });
    }),
});
