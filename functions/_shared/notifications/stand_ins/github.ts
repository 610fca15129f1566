import { z } from "zod";
import { openStandIn, type StandIn } from "./stand_in.ts";

/** An issue as the stand-in keeps it. */
export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  state: "open" | "closed";
  readonly comments: string[];
}

const newIssue = z.object({
  title: z.string().min(1).max(256),
  body: z.string().max(65_536).default(""),
  labels: z.array(z.string().max(50)).default([]),
});
const newComment = z.object({ body: z.string().min(1).max(65_536) });
const change = z.object({
  state: z.enum(["open", "closed"]),
  state_reason: z.enum(["completed", "not_planned", "reopened"]).optional(),
});

/** The repository and the token that it knows. */
export const repository = "acme/core";
/** Looks like a fine-grained token, and is none. */
export const githubToken = "github_pat_of_the_stand_in_0123456789";

const refused = (status: number, message: string) =>
  Response.json({ message, documentation_url: "https://docs.github.com/rest" }, { status });

const shown = (issue: Issue) => ({ ...issue, comments: issue.comments.length });

/** The part of GitHub's REST API that keeps issues. */
export function openGithub(): StandIn & { readonly issues: Issue[] } {
  const issues: Issue[] = [];
  const standIn = openStandIn((request, body) => {
    const { pathname, searchParams } = new URL(request.url);
    // GitHub turns away who does not say who it is.
    if (!request.headers.has("user-agent")) return refused(403, "Request forbidden");
    if (request.headers.get("authorization") !== `Bearer ${githubToken}`) {
      return refused(401, "Bad credentials");
    }
    const path = /^\/repos\/([^/]+\/[^/]+)\/issues(?:\/(\d+)(\/comments)?)?$/.exec(pathname);
    if (path?.[1] !== repository) return refused(404, "Not Found");
    const [, , number, comments] = path;
    const issue = issues.find((one) => String(one.number) === number);
    if (number !== undefined && issue === undefined) return refused(404, "Not Found");
    const page = (all: readonly unknown[]) => {
      const size = Number(searchParams.get("per_page") ?? 30);
      const from = (Number(searchParams.get("page") ?? 1) - 1) * size;
      return Response.json(all.slice(from, from + size));
    };
    const read = <Schema extends z.ZodType>(
      schema: Schema,
      use: (data: z.output<Schema>) => Response,
    ) => {
      const data = schema.safeParse(JSON.parse(body));
      return data.success ? use(data.data) : refused(422, "Validation Failed");
    };
    const act = `${request.method} ${comments === undefined ? "" : "comments"}`;
    if (issue === undefined) {
      if (act === "GET ") {
        const label = searchParams.get("labels");
        const state = searchParams.get("state") ?? "open";
        return page(
          issues.filter((one) =>
            one.state === state && (label === null || one.labels.includes(label))
          ).map(shown),
        );
      }
      if (act !== "POST ") return refused(404, "Not Found");
      return read(newIssue, (given) => {
        const made: Issue = { ...given, number: issues.length + 1, state: "open", comments: [] };
        issues.push(made);
        return Response.json(shown(made), { status: 201 });
      });
    }
    if (act === "GET comments") return page(issue.comments.map((text) => ({ body: text })));
    if (act === "POST comments") {
      return read(newComment, (given) => {
        issue.comments.push(given.body);
        return Response.json({ id: 1, ...given }, { status: 201 });
      });
    }
    if (act !== "PATCH ") return refused(404, "Not Found");
    return read(change, ({ state }) => {
      issue.state = state;
      return Response.json(shown(issue));
    });
  });
  return Object.assign(standIn, { issues });
}
