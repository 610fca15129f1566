/** The look of the page: light and dark, on a screen of any width and on paper. */
export const style = `
:root { color-scheme: light dark; --text: #1b1f24; --muted: #4b5563; --line: #d0d7de; --ground: #ffffff; --soft: #f4f6f8; --link: #0a58ca; --missing: #9a3412; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e9ee; --muted: #a9b3c0; --line: #3a424d; --ground: #14171c; --soft: #1d222a; --link: #7cb3ff; --missing: #ffb07a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.7rem; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; padding-top: .6rem; border-top: 1px solid var(--line); }
a { color: var(--link); }
nav ol { columns: 18rem; padding-left: 1.4rem; margin: 1rem 0; }
article { margin: 0 0 1.2rem; }
article > p { margin: 0 0 .3rem; overflow-wrap: anywhere; }
.cites { color: var(--muted); font-size: .85rem; line-height: 1.9; }
.cites code { background: var(--soft); padding: .1rem .35rem; border-radius: .3rem; margin-right: .3rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
th { background: var(--soft); }
td:first-child { min-width: 9rem; }
td ul { margin: 0; padding-left: 1.1rem; }
code { font: .85em ui-monospace, monospace; overflow-wrap: anywhere; }
.missing { color: var(--missing); border: 1px solid currentColor; border-radius: .3rem; padding: 0 .35rem; font-size: .8rem; }
#acceptance th:last-child { width: 45%; }
@media (max-width: 40rem) {
  #acceptance thead { position: absolute; left: -99rem; }
  #acceptance tr, #acceptance td { display: block; border: 0; padding: .15rem 0; }
  #acceptance tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
}
@media print { nav { display: none; } }
`;
