import type { Judged } from "./collect.ts";
import type { Citation, Claim, EvidenceFile, Part } from "./part.ts";
import { style } from "./page_style.ts";

/** Everything that the page tells: evidence.json. */
export interface Evidence {
  readonly week: string;
  readonly made_at: string;
  readonly since: string;
  /** The commit that everything is cited at, or null outside a repository. */
  readonly head: string | null;
  /** Of GitHub, owner/name, where it is known. */
  readonly repository: string | null;
  readonly acceptance: readonly Judged[];
  readonly parts: readonly Part[];
}

const html = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const size = (bytes: number) => bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} kB`;

/** One page that needs nothing else: no script, no file beside it but those that it lists. */
export function evidencePage(evidence: Evidence): string {
  const { week, made_at, since, head, acceptance, parts } = evidence;
  const cite = ({ path, commit }: Citation) => {
    const text = `<code>${html(path)}@${commit.slice(0, 12)}</code>`;
    if (evidence.repository === null) return text;
    const url = `https://github.com/${evidence.repository}/blob/${commit}/${path}`;
    return `<a href="${html(url)}">${text}</a>`;
  };
  const missing = parts.filter((part) => part.missing !== undefined);
  const contents = parts.map(({ id, title, missing: why }) =>
    `<li><a href="#${id}">${html(title)}</a>${
      why === undefined ? "" : ' <b class="missing">missing</b>'
    }</li>`
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evidence of ${html(week)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Evidence of week ${html(week)}</h1>
<p>Made at ${html(made_at)} of what happened since ${html(since)}${
    head === null ? ", outside a repository" : `, at commit <code>${html(head)}</code>`
  }. ${
    parts.length - missing.length
  } of ${parts.length} parts are here. Each file is listed with its SHA-256; each claim cites a file at a commit or a file of this bundle.</p>
<nav aria-label="Parts"><ol><li><a href="#acceptance">Acceptance criteria</a></li>${
    contents.join("")
  }</ol></nav>
<section id="acceptance">
<h2>Acceptance criteria</h2>
<p>Evidence is what is committed and speaks for a criterion. Whether it is met is for a reviewer to say.</p>
<div class="wide" tabindex="0" role="region" aria-label="Acceptance criteria">
<table>
<thead><tr><th>Phase</th><th>Criterion</th><th>Evidence</th></tr></thead>
<tbody>${acceptance.map((row) => acceptanceRow(row, cite)).join("\n")}</tbody>
</table>
</div>
</section>
${parts.map((part) => section(part, cite)).join("\n")}
</main>
</body>
</html>
`;
}

type Cite = (citation: Citation) => string;

function acceptanceRow({ phase, criterion, cites, missing }: Judged, cite: Cite): string {
  const lost = missing.map((path) => `<code>${html(path)}</code> <b class="missing">missing</b>`);
  const all = [...cites.map(cite), ...lost];
  const evidence = all.length === 0
    ? '<b class="missing">missing</b>'
    : `<ul>${all.map((one) => `<li>${one}</li>`).join("")}</ul>`;
  return `<tr><td>${html(phase)}</td><td>${html(criterion)}</td><td>${evidence}</td></tr>`;
}

function section({ id, title, missing, claims }: Part, cite: Cite): string {
  const body = missing === undefined
    ? claims.map((claim) => article(claim, cite)).join("\n")
    : `<p><b class="missing">missing</b> ${html(missing)}</p>`;
  return `<section id="${id}">\n<h2>${html(title)}</h2>\n${body}\n</section>`;
}

function article({ says, cites, files }: Claim, cite: Cite): string {
  const cited = cites.length === 0 ? "" : `<p class="cites">${cites.map(cite).join(" ")}</p>`;
  const listed = files.length === 0
    ? ""
    : `<div class="wide" tabindex="0" role="region" aria-label="${
      html(`Files of ${says}`)
    }"><table><thead><tr><th>File</th><th>Size</th><th>SHA-256</th></tr></thead><tbody>${
      files.map(fileRow).join("")
    }</tbody></table></div>`;
  return `<article>\n<p>${html(says)}</p>\n${cited}${listed}\n</article>`;
}

function fileRow({ path, bytes, sha256 }: EvidenceFile): string {
  const href = path.split("/").map(encodeURIComponent).join("/");
  return `<tr><td><a href="${href}">${html(path)}</a></td><td>${
    size(bytes)
  }</td><td><code>${sha256}</code></td></tr>`;
}
