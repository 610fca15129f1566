import assert from "@std/assert";
import type { Page } from "playwright-core";
import { findChromium, openWatched, rulesOfLook, violationsOf } from "./browser.ts";
import { takePictures, withStack } from "./browser_stack.ts";
import { callAsOperator, enqueue, workOff } from "./example_data.ts";
import { writeHistory } from "./example_history.ts";
import {
  beatWorkers,
  makeDeadLetters,
  registerWorkers,
  runTracedJob,
  setSchedules,
} from "./example_work.ts";

const chromium = findChromium();
if (!chromium) {
  console.warn("SKIPPED: the dashboard's pages in a browser: no Chromium (CHROMIUM_PATH).");
}

/** What a page shows once its figures are there. */
const pages = {
  queues: "#lanes tbody tr",
  jobs: "#jobs tbody tr",
  "dead-letters": "#letters tbody tr",
  workers: "#workers tbody tr",
  schedules: "#schedules tbody tr",
  alerts: "#alerts p",
};

Deno.test({
  name: "the dashboard's pages in a browser",
  ignore: !chromium,
  sanitizeOps: false,
  sanitizeResources: false,
  fn: (t) =>
    withStack(chromium ?? "", async (stack, browser) => {
      const base = `${stack.file.url}/dashboard`;
      const ask = (rpc: string, args: unknown) => callAsOperator(stack, rpc, args);

      const pausedLanes = async () =>
        (await ask("queue_stats", {}) as { paused: boolean }[]).filter((lane) => lane.paused);

      /** Opens a page, works with it, and demands that nothing complained or left the host. */
      const on = async (path: string, work: (page: Page) => Promise<void>) => {
        const { page, problems, close } = await openWatched(browser, `${base}/${path}`);
        await work(page);
        assert.deepEqual(problems, [], path);
        await close();
      };
      const confirm = async (page: Page, title: RegExp) => {
        await page.locator("#ask-title").getByText(title).waitFor();
        await page.locator("#ask-yes").click();
        await page.locator("#said").waitFor();
        return await page.locator("#said").textContent();
      };

      await t.step("empty pages tell the next step", async () => {
        const words = {
          jobs: "enqueue_job",
          workers: "register_worker",
          schedules: "set_schedule",
          "dead-letters": "No job has died",
        };
        for (const [path, word] of Object.entries(words)) {
          await on(path, (page) => page.getByText(word).first().waitFor());
        }
      });

      await enqueue(stack, "crawl.page", 60);
      await workOff(stack, 58, 3);
      await registerWorkers(stack);
      await setSchedules(stack);
      const traced = await runTracedJob(stack);
      await makeDeadLetters(stack);
      await writeHistory(stack);
      await stack.database.executor.exec("select cogo.lay_slos(), cogo.evaluate_alerts()");
      for (const [path, sign] of Object.entries({ ...pages, [`jobs/${traced}`]: ".machine" })) {
        await t.step(`${path}: it meets WCAG 2.2 AA, and fits a phone in the dark`, () =>
          on(path, async (page) => {
            await page.locator(sign).first().waitFor();
            assert.deepEqual(await violationsOf(page), []);
            await page.emulateMedia({ colorScheme: "dark" });
            await page.setViewportSize({ width: 360, height: 720 });
            assert.deepEqual(await violationsOf(page, rulesOfLook), []);
            assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 360);
          }));
        await beatWorkers(stack);
        await takePictures(browser, `${base}/${path}`, path.startsWith("jobs/") ? "job" : path);
      }

      await t.step("jobs: filters and pages have an address of their own", () =>
        on("jobs", async (page) => {
          await page.locator("#jobs tbody tr").nth(49).waitFor();
          const newest = await page.locator("#jobs tbody th").first().textContent();
          await page.getByRole("button", { name: "Older" }).click();
          await page.getByRole("button", { name: "Newest" }).waitFor();
          assert.ok(
            Number(await page.locator("#jobs tbody th").first().textContent()) < Number(newest),
          );
          await page.goBack();
          await page.locator("#jobs tbody").getByText(newest ?? "", { exact: true }).waitFor();

          await page.getByLabel("State").selectOption("failed");
          await page.getByLabel("Executor").fill("mortal");
          await page.keyboard.press("Enter");
          await page.waitForURL(/state=failed&executor=mortal/);
          await page.locator("#jobs tbody tr").nth(6).waitFor({ state: "detached" });
          assert.equal(await page.locator("#jobs tbody tr").count(), 6);
        }));

      await t.step("a view's address shows the same view", () =>
        on("jobs?state=failed&executor=mortal", async (page) => {
          await page.locator("#jobs tbody tr").first().waitFor();
          assert.equal(await page.locator("#jobs tbody tr").count(), 6);
          assert.equal(await page.getByLabel("Executor").inputValue(), "mortal");
        }));

      await t.step(
        "a job: its state is lit, with attempts, events, trace, payload and result",
        () =>
          on(`jobs/${traced}`, async (page) => {
            assert.equal(await page.locator(".present text").textContent(), "succeeded");
            assert.ok(await page.locator(".arrow.walked").count() >= 4);
            assert.equal(await page.locator("#attempts tbody tr").count(), 2);
            await page.locator("#events").getByText("retried").waitFor();
            await page.locator(".waterfall .span").nth(2).waitFor();
            await page.locator("#payload").getByText("s3://reports").waitFor();
            await page.locator("#result").getByText("187").waitFor();
            assert.equal(await page.locator("#acts button").count(), 0);
          }),
      );

      await t.step("a job is cancelled, by the keyboard", async () => {
        const [waiting] = await ask("list_jobs", { only_state: "queued" }) as [{ job_id: number }];
        await on(`jobs/${waiting.job_id}`, async (page) => {
          await page.getByRole("button", { name: /^Cancel job/ }).focus();
          await page.keyboard.press("Enter");
          await page.keyboard.press("Escape");
          assert.ok(await page.locator("#ask").isHidden());
          await page.keyboard.press("Enter");
          assert.match(await confirm(page, /^Cancel job/) ?? "", /cancelled/);
          await page.locator(".present").getByText("cancelled").waitFor();
        });
      });

      await t.step("dead letters: one is redriven, and all that match after a count", () =>
        on("dead-letters?stage=exec", async (page) => {
          await page.locator("#letters tbody tr").nth(3).waitFor();
          await page.locator("#letters button").first().click();
          assert.match(await confirm(page, /^Redrive job/) ?? "", /redriven/);
          await page.locator("#letters tbody tr").nth(3).waitFor({ state: "detached" });
          await page.getByRole("button", { name: "Redrive all that match" }).click();
          assert.match(await confirm(page, /^Redrive 3 dead letters\?/) ?? "", /^3 jobs/);
          await page.getByText("No dead letter matches").waitFor();
          const open = await ask("list_dead_letters", { only_state: "open" }) as unknown[];
          assert.equal(open.length, 5);
        }));

      await t.step("queues: a lane is paused and resumed", () =>
        on("queues", async (page) => {
          await page.locator("#depth canvas").waitFor();
          const name = "cogo_default_bulk";
          await page.getByRole("button", { name: `Pause ${name}` }).click();
          await confirm(page, /^Pause/);
          await page.getByRole("button", { name: `Resume ${name}` }).click();
          await page.getByRole("button", { name: `Pause ${name}` }).waitFor();
          assert.deepEqual(
            await pausedLanes(),
            [],
          );
        }));

      await t.step("workers: one is drained", () =>
        on("workers", async (page) => {
          await page.getByRole("button", { name: "Drain embedder-1" }).click();
          assert.equal(await confirm(page, /^Drain/), "embedder-1 is drained.");
          await page.getByRole("button", { name: "Resume embedder-1" }).waitFor();
        }));

      await t.step("schedules: one runs now, its runs are shown, one goes on", () =>
        on("schedules", async (page) => {
          await page.getByRole("button", { name: "Run now: nightly-index" }).click();
          assert.match(await confirm(page, /^Run nightly-index now/) ?? "", /started, job/);
          await page.getByRole("button", { name: "Runs of nightly-index" }).click();
          await page.locator("#history").getByText("by hand").waitFor();
          await page.getByRole("button", { name: "Resume weekly-report" }).click();
          await page.getByRole("button", { name: "Pause weekly-report" }).waitFor();
        }));

      await t.step(
        "an RPC that the database does not have is told, and breaks nothing",
        async () => {
          const { page, close } = await openWatched(browser, "about:blank");
          const missing = JSON.stringify({ code: "PGRST202", message: "no such function" });
          await page.route(
            "**/api/read/metrics_history*",
            (route) =>
              route.fulfill({ status: 404, contentType: "application/json", body: missing }),
          );
          await page.goto(`${base}/queues`);
          await page.locator("#depth").getByText("This database has no metrics_history yet")
            .waitFor();
          await page.locator("#lanes tbody tr").first().waitFor();
          await close();
        },
      );

      await t.step("a page of another port may neither read nor act", async () => {
        const foreign = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, () =>
          new Response("<p>evil</p>", { headers: { "content-type": "text/html" } }));
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.goto(`http://127.0.0.1:${foreign.addr.port}`);
        const tried = await page.evaluate(async (base: string) => {
          const body = '{"scope": "lane", "name": "default"}';
          const json = { "content-type": "application/json", "x-cogo-act": "1" };
          const outcome = (answer: Promise<Response>) =>
            answer.then(({ status, type }) =>
              `${type} ${status}`, () =>
              "refused");
          return [
            await outcome(fetch(`${base}/api/act/pause`, { method: "POST", headers: json, body })),
            await outcome(
              fetch(`${base}/api/act/pause`, { method: "POST", mode: "no-cors", body }),
            ),
            await outcome(fetch(`${base}/api/read/list_jobs`)),
          ];
        }, base);
        assert.deepEqual(tried, ["refused", "opaque 0", "refused"]);
        assert.deepEqual(
          await pausedLanes(),
          [],
        );
        await context.close();
        await foreign.shutdown();
      });
    }),
});
