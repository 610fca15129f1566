import { readPart, servePart } from "./files.ts";
import { type DashboardPage, pages } from "./pages.ts";

/** What a page says about the project that it shows. */
export interface Shown {
  /** Such as "local stack" or the project's host. */
  readonly place: string;
  /** Whether the page offers to act: redrive, pause, cancel. */
  readonly mayAct: boolean;
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

function navigation({ path, under }: DashboardPage): string {
  return pages.filter((page) => page.under === undefined).map((page) => {
    const current = page.path === path ? ' aria-current="page"' : "";
    const within = page.path === under ? ' aria-current="true"' : "";
    const link = `<a href="/dashboard${page.path}"${current}${within}>${page.title}`;
    return `<li>${link}${page.folder === "alerts" ? '<span id="firing"></span>' : ""}</a></li>`;
  }).join("\n          ");
}

/** Serves a page: the frame that all share, filled with what its folder holds. */
export async function servePage(
  page: DashboardPage,
  shown: Shown,
  request: Request,
): Promise<Response> {
  const [frame, main] = await Promise.all([
    readPart("frame.html"),
    readPart(`${page.folder}/main.html`),
  ]);
  const parts: Record<string, string> = {
    title: page.title,
    folder: page.folder,
    place: escaped(shown.place),
    acts: shown.mayAct ? "yes" : "no",
    navigation: navigation(page),
    main,
  };
  const text = frame.replace(/\{\{ ?(\w+) ?\}\}/g, (_, name: string) => parts[name] ?? "");
  return await servePart(new TextEncoder().encode(text), "text/html; charset=utf-8", request);
}
