/** The style sheet of the HTML report. Colours are paired with words everywhere: none carries meaning alone. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c1c1a; --paper: #fdfcf9; --soft: #5f5d57; --line: #d9d5ca; --card: #ffffff;
  --mark: #ffe9a8; --good: #176b3a; --open: #855300; --bad: #a3262a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --paper: #17181a; --soft: #a5a29a; --line: #3a3b3e; --card: #1f2023;
  --mark: #5c4a12; --good: #6fcf97; --open: #f0b95a; --bad: #ff8f8a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 Georgia, "Times New Roman", serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, code, figcaption, .status, th { font-family: system-ui, sans-serif; }
h1 { font-size: 1.7rem; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.1rem; margin: 0 0 .5rem; line-height: 1.3; }
h4 { font-size: 1rem; margin: 0 0 .4rem; line-height: 1.3; }
p { margin: .35rem 0; }
ul { margin: .35rem 0; padding-left: 1.2rem; }
li { margin: .35rem 0; }
.tree { list-style: none; border-left: 1px solid var(--line); }
.card { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--soft); border-radius: 4px;
  padding: 1rem 1.1rem; margin: 1rem 0; }
.card .card { padding: .7rem .8rem; }
.card.good { border-left-color: var(--good); } .card.open { border-left-color: var(--open); } .card.bad { border-left-color: var(--bad); }
.status.good { color: var(--good); } .status.open { color: var(--open); } .status.bad { color: var(--bad); }
figure { margin: .4rem 0 .4rem; }
blockquote { margin: 0; padding: .1rem 0 .1rem .8rem; border-left: 3px solid var(--line); }
figcaption, .muted { color: var(--soft); }
figcaption { font-size: .78rem; padding-left: .95rem; }
mark { background: var(--mark); color: inherit; padding: 0 .15em; border-radius: 2px; font-weight: 600; }
code { font-size: .8rem; color: var(--soft); font-weight: normal; white-space: nowrap; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); }
@media print { body { background: #fff; color: #000; font-size: 10.5pt; } main { max-width: none; padding: 0; }
  .card { break-inside: avoid-page; } h2, h3 { break-after: avoid; } }
`;
