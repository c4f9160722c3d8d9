package org.frechet.cli.report;

/// The head of a report in HTML. Colours never stand alone: a word says the same.
final class HtmlStyle {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1c1c1e; --paper: #fff; --dim: #5f6470; --line: #e3e4e8; --soft: #f6f6f8; --changed: #a3158a;
        --error: #b3261e; --warning: #8a5a00; --note: #3c5a99; --good: #1e6b3a; --none: #5f6470;
        --error-soft: #fde7e5; --warning-soft: #fdf0d5; --note-soft: #e6ecf8; --good-soft: #e2f3e7; --none-soft: #eeeef1; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #ececf0; --paper: #17181b; --dim: #a3a8b4; --line: #33363d; --soft: #1f2125; --changed: #ff8be6;
          --error: #ff9a92; --warning: #f0c060; --note: #9dbcf5; --good: #86d6a0; --none: #a3a8b4;
          --error-soft: #45201d; --warning-soft: #40331a; --note-soft: #222d44; --good-soft: #1c3626; --none-soft: #2a2c32; }
      }
      body { color: var(--ink); background: var(--paper); font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 62rem; padding: 1rem; }
      h1 { font-size: 1.4rem; margin: .6rem 0 .3rem; overflow-wrap: anywhere; }
      h2 { font-size: 1.1rem; margin: 2rem 0 .6rem; }
      h3 { font-size: 1rem; font-weight: normal; margin: 0 0 .4rem; display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline; }
      a { color: inherit; text-underline-offset: .15em; }
      math { font-size: 1.1em; math-style: normal; }
      h3 math, .verdict math { math-style: compact; }
      code, pre { font: .9em/1.45 ui-monospace, monospace; }
      .tally { display: flex; flex-wrap: wrap; gap: .4rem; margin: .4rem 0; }
      .badge { border-radius: .3rem; padding: .05rem .5rem; font-size: .88rem; font-weight: 600; white-space: nowrap; color: var(--none); background: var(--none-soft); }
      .badge.error { color: var(--error); background: var(--error-soft); }
      .badge.warning { color: var(--warning); background: var(--warning-soft); }
      .badge.note { color: var(--note); background: var(--note-soft); }
      .badge.good { color: var(--good); background: var(--good-soft); }
      .layouts, footer, .label, .step { color: var(--dim); }
      .layouts { margin: .6rem 0; padding-left: 1.2rem; }
      .card { border: 1px solid var(--line); border-left: .3rem solid var(--none); border-radius: .4rem; padding: .7rem 1rem; margin: 0 0 .9rem; }
      .card.error { border-left-color: var(--error); }
      .card.warning { border-left-color: var(--warning); }
      .card.note { border-left-color: var(--note); }
      .verdict { margin: .2rem 0; font-size: 1.05rem; overflow-wrap: anywhere; }
      .source { background: var(--soft); border-radius: .3rem; padding: .4rem .6rem; margin: .5rem 0; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: .4rem 0 0; align-items: baseline; }
      dt { color: var(--dim); font-size: .9rem; }
      dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
      .changed { color: var(--changed); }
      .certainty, .assumptions, .conditions { color: var(--dim); font-size: .92rem; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; }
      th { text-align: left; color: var(--dim); font-size: .88rem; font-weight: normal; }
      th, td { border-bottom: 1px solid var(--line); padding: .35rem .8rem .35rem 0; vertical-align: baseline; }
      td:first-child { white-space: nowrap; }
      .statement code { overflow-wrap: anywhere; }
      .sure { color: var(--dim); font-size: .88rem; }
      .text { background: var(--soft); border-radius: .4rem; margin: 0; padding: .6rem 1rem .6rem 4rem; font: .85em/1.6 ui-monospace, monospace; }
      .text li { white-space: pre-wrap; overflow-wrap: anywhere; scroll-margin-top: 4rem; }
      .text li::marker { color: var(--dim); }
      .text li:target { background: var(--warning-soft); }
      mark { color: inherit; background: none; border-bottom: 2px solid var(--none); }
      mark.error { background: var(--error-soft); border-color: var(--error); }
      mark.warning { background: var(--warning-soft); border-color: var(--warning); }
      mark.note { background: var(--note-soft); border-color: var(--note); border-bottom-style: dotted; }
      mark.good { border-color: var(--good); }
      mark.none { border-bottom-style: dotted; }
      footer { margin: 2rem 0 1rem; font-size: .88rem; }
      @media (max-width: 36rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .4rem; } .text { padding-left: 3rem; } }
      @media print { body { max-width: none; font-size: 10.5pt; } .card { break-inside: avoid; } }
      """;

  private HtmlStyle() {}

  /// {@return everything up to the body's first line} @param title as markup
  static String head(String title) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    """
        + "<title>"
        + title
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>";
  }
}
