import { z } from "zod";
import type { GuardedPostOptions, GuardedRequest } from "../../events/guarded_post.ts";
import { issueBody, issueTitle, notificationMark, threadMark } from "../formats/github_issue.ts";
import type { Notification } from "../notification.ts";
import { SendFailure } from "../send_failure.ts";
import { ask } from "./web.ts";

/** Settings of a channel of kind github_issue. */
export const githubSettings = z.object({
  /** owner/name */
  repository: z.string(),
  labels: z.array(z.string()).default([]),
});

const issueSchema = z.object({ number: z.number().int(), body: z.string().nullish() });
const listSchema = z.array(z.object({
  ...issueSchema.shape,
  pull_request: z.unknown().optional(),
}));

/** Every issue of ours has it: by it they are listed. */
const ownLabel = "cogo";
const mostPages = 10;
const perPage = 30;
const mostBodyBytes = 8 * 1024 * 1024;

/**
 * Keeps one open issue per thread: opens it, comments on it, and after a recovery closes it. What
 * an earlier try has written already is not written again.
 * @param apiUrl such as https://api.github.com
 * @throws SendFailure
 */
export async function sendToGithub(
  notification: Notification,
  token: string,
  settings: z.output<typeof githubSettings>,
  apiUrl: string,
  options: GuardedPostOptions,
): Promise<string> {
  const base = `${apiUrl.replace(/\/+$/, "")}/repos/${settings.repository}`;
  const headers = {
    accept: "application/vnd.github+json",
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "x-github-api-version": "2022-11-28",
  };
  const call = async (method: GuardedRequest["method"], path: string, body?: object) => {
    const sent = body === undefined ? "" : JSON.stringify(body);
    const answer = await ask(base + path, { method, body: sent, headers, mostBodyBytes }, options);
    try {
      return JSON.parse(answer.text) as unknown;
    } catch {
      throw new SendFailure("it answered no JSON", true);
    }
  };
  const mark = notificationMark(notification);
  const isRecovery = notification.message.severity === "recovered";
  const issue = await openIssueOf(notification, call);
  if (issue === undefined) {
    if (isRecovery) return "there was no open issue to close";
    const labels = [...new Set([ownLabel, ...settings.labels])];
    const body = issueBody(notification);
    const made = issueSchema.parse(
      await call("POST", "/issues", { title: issueTitle(notification), body, labels }),
    );
    return `opened #${made.number}`;
  }
  const path = `/issues/${issue.number}`;
  if (!issue.body?.includes(mark) && !await hasComment(path, mark, call)) {
    await call("POST", `${path}/comments`, { body: issueBody(notification) });
  }
  if (!isRecovery) return `commented on #${issue.number}`;
  await call("PATCH", path, { state: "closed", state_reason: "completed" });
  return `closed #${issue.number}`;
}

type CallApi = (method: "GET" | "POST" | "PATCH", path: string, body?: object) => Promise<unknown>;

async function openIssueOf(notification: Notification, call: CallApi) {
  const mark = threadMark(notification);
  const query = `labels=${ownLabel}&state=open&sort=created&direction=desc&per_page=${perPage}`;
  for (let page = 1; page <= mostPages; page++) {
    const issues = listSchema.parse(await call("GET", `/issues?${query}&page=${page}`));
    const found = issues.find((one) => one.pull_request === undefined && one.body?.includes(mark));
    if (found || issues.length < perPage) return found;
  }
  return undefined;
}

/** Comments of the last days: a repeat of one notification comes within its retries. */
async function hasComment(path: string, mark: string, call: CallApi): Promise<boolean> {
  const since = new Date(Date.now() - 7 * 86_400_000).toISOString();
  for (let page = 1; page <= mostPages; page++) {
    const query = `since=${since}&per_page=${perPage}&page=${page}`;
    const comments = z.array(z.object({ body: z.string().nullish() }))
      .parse(await call("GET", `${path}/comments?${query}`));
    if (comments.some(({ body }) => body?.includes(mark))) return true;
    if (comments.length < perPage) return false;
  }
  return false;
}
