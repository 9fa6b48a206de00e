// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The page's template (Mustache) and its style. They stand in the program, so that one binary is all there is to install.
// Values come escaped, so every tag is a triple one. Colours are those of the State's design system (DSFR), each pair
// with a contrast of 4.5 or more, as a test computes.

enum TrackingTemplate {
    static let text = """
        <!DOCTYPE html>
        <html lang="{{{lang}}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="generator" content="{{{tool}}}">
        <title>{{{title}}}</title>
        <style>
        \(style)</style>
        </head>
        <body>
        <a class="skip" href="#commitments">{{{words.skip}}}</a>
        <header>
        <h1>{{{title}}}</h1>
        <p>{{{introduction}}}</p>
        </header>
        <main>
        <section aria-labelledby="by-status">
        <h2 id="by-status">{{{words.byStatus}}}</h2>
        <ul class="counts">
        {{#counts}}<li><strong>{{{count}}}</strong> <span class="badge {{{badge}}}" lang="{{{statusLang}}}">{{{status}}}</span></li>
        {{/counts}}</ul>
        </section>
        {{#loud}}<section aria-labelledby="loud">
        <h2 id="loud">{{{loudTitle}}}</h2>
        <ul class="loud">
        {{#items}}<li>{{{.}}}</li>
        {{/items}}</ul>
        </section>
        {{/loud}}<section class="commitments-section" aria-labelledby="commitments">
        <h2 id="commitments" tabindex="-1">{{{words.commitments}}}</h2>
        <div class="wide" role="region" aria-labelledby="commitments" tabindex="0">
        <table class="commitments">
        <caption>{{{words.caption}}}</caption>
        <thead><tr><th scope="col">{{{words.commitment}}}</th><th scope="col">{{{words.status}}}</th><th scope="col">{{{words.repositories}}}</th><th scope="col">{{{words.why}}}</th></tr></thead>
        <tbody>
        {{#rows}}<tr>
        <th scope="row"><span lang="fr">{{{title}}}</span><span class="sub" lang="fr">{{{producer}}}</span><span class="sub">{{{place}}}</span></th>
        <td><span class="badge {{{badge}}}" lang="{{{statusLang}}}">{{{status}}}</span>{{#before}}<span class="sub">{{{words.before}}} {{{text}}}</span>{{/before}}{{#date}}<span class="sub">{{{words.expected}}} {{{text}}}</span>{{/date}}</td>
        <td>{{#repositories}}<div class="repository">{{#link}}<a href="{{{href}}}">{{#parts}}{{{.}}}<wbr>{{/parts}}</a>{{/link}}{{#plain}}{{{name}}}{{/plain}}<span class="sub">{{{facts}}}</span></div>{{/repositories}}{{#rest}}<span class="sub">{{{text}}}</span>{{/rest}}{{#url}}<span class="address">{{{text}}}</span>{{/url}}{{#noRepository}}<span class="sub">{{{words.none}}}</span>{{/noRepository}}</td>
        <td>{{{explanation}}}{{#remarks}}<ul>{{#items}}<li class="{{{class}}}">{{{text}}}</li>{{/items}}</ul>{{/remarks}}{{#changes}}<p class="sub">{{{words.changed}}}</p><ul>{{#items}}<li><code>{{{field}}}</code> {{{new}}}</li>{{/items}}</ul>{{/changes}}{{#proposals}}<p class="sub">{{{words.perhaps}}}</p><ul>{{#items}}<li>{{{name}}} ({{{score}}}) <span class="sub">{{{reason}}}</span></li>{{/items}}</ul>{{/proposals}}</td>
        </tr>
        {{/rows}}</tbody>
        </table>
        </div>
        </section>
        {{#ministries}}<section aria-labelledby="{{{id}}}">
        <h2 id="{{{id}}}">{{{title}}}</h2>
        \(table)</section>
        {{/ministries}}{{#changes}}<section aria-labelledby="{{{id}}}">
        <h2 id="{{{id}}}">{{{title}}}</h2>
        <p>{{{heading}}}</p>
        {{#any}}\(table){{/any}}</section>
        {{/changes}}<section class="rules-section" aria-labelledby="rules">
        <h2 id="rules">{{{words.rules}}}</h2>
        <div class="wide" role="region" aria-labelledby="rules" tabindex="0">
        <table class="rules">
        <caption>{{{words.rulesCaption}}}</caption>
        <thead><tr><th scope="col">{{{words.rule}}}</th><th scope="col">{{{words.status}}}</th></tr></thead>
        <tbody>
        {{#rules}}<tr><th scope="row">{{{sentence}}}</th><td><span class="badge {{{badge}}}" lang="{{{statusLang}}}">{{{status}}}</span></td></tr>
        {{/rules}}</tbody>
        </table>
        </div>
        <p>{{{words.noLicense}}}</p>
        </section>
        </main>
        <footer><p>{{{words.madeBy}}} {{{tool}}}</p></footer>
        </body>
        </html>

        """

    /// A table of texts whose first column names the row.
    private static let table = """
        <div class="wide" role="region" aria-labelledby="{{{id}}}" tabindex="0">
        <table>
        <caption>{{{caption}}}</caption>
        <thead><tr>{{#header}}<th scope="col" class="{{{class}}}">{{{text}}}</th>{{/header}}</tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row">{{{first}}}</th>{{#cells}}<td class="{{{class}}}">{{{text}}}</td>{{/cells}}</tr>
        {{/rows}}</tbody>
        </table>
        </div>

        """

    /// One rule a line, so that a test can read the pairs of colours.
    private static let style = """
        body { color: #161616; background: #ffffff; font: 16px/1.5 Marianne, "DejaVu Sans", Arial, sans-serif; margin: 0 auto; max-width: 82rem; padding: 1rem 1.5rem; }
        h1 { font-size: 1.75rem; line-height: 1.25; margin: 1rem 0 0.5rem; }
        h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
        a { color: #000091; background: #ffffff; }
        a:focus, [tabindex]:focus { outline: 3px solid #0a76f6; outline-offset: 2px; }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { left: 1rem; top: 0.5rem; color: #000091; background: #ffffff; padding: 0.5rem 1rem; }
        .counts { display: flex; flex-wrap: wrap; list-style: none; margin: 0; padding: 0; }
        .counts li { margin: 0 2em 0.5em 0; }
        .counts strong { font-size: 1.5rem; }
        .badge { display: inline-block; border-radius: 4px; font-size: 0.8em; font-weight: bold; line-height: 1.25; padding: 0.15em 0.5em; }
        .available { color: #18753c; background: #dffee6; }
        .partly { color: #716043; background: #feebd0; }
        .planned { color: #0063cb; background: #e8edff; }
        .unavailable { color: #b34000; background: #ffe9e6; }
        .none { color: #3a3a3a; background: #eeeeee; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        caption { color: #3a3a3a; background: #ffffff; font-size: 0.9em; padding: 0.25em 0; text-align: left; }
        th, td { border-bottom: 1px solid #dddddd; overflow-wrap: anywhere; padding: 0.5em 0.75em; text-align: left; vertical-align: top; }
        thead th { border-bottom: 2px solid #000091; color: #161616; background: #f6f6f6; overflow-wrap: normal; }
        .rules tbody th { font-weight: normal; }
        li { overflow-wrap: anywhere; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .commitments { table-layout: fixed; min-width: 56rem; }
        .commitments thead th:nth-child(1) { width: 22%; }
        .commitments thead th:nth-child(2) { width: 17%; }
        .commitments thead th:nth-child(3) { width: 24%; }
        .sub { color: #5c5c5c; background: #ffffff; display: block; font-size: 0.85em; font-weight: normal; margin: 0; }
        .address { overflow-wrap: anywhere; }
        .repository { margin-bottom: 0.35em; }
        td ul { font-size: 0.9em; margin: 0.25em 0 0; padding-left: 1.1em; }
        td p.sub { margin-top: 0.35em; }
        ul.loud { border-left: 4px solid #b34000; margin: 0; padding: 0.25rem 0 0.25rem 2rem; }
        li.loud { color: #b34000; background: #ffffff; font-weight: bold; }
        li.note { color: #3a3a3a; background: #ffffff; }
        footer { border-top: 1px solid #dddddd; color: #5c5c5c; background: #ffffff; font-size: 0.85em; margin-top: 2rem; }
        @page { size: A4 landscape; margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "DejaVu Sans", Arial, sans-serif; } }
        @media print {
        body { font-size: 9pt; line-height: 1.35; max-width: none; padding: 0; }
        h1 { font-size: 16pt; margin-top: 0; }
        h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid; }
        .skip { display: none; }
        .wide { overflow: visible; }
        .commitments { min-width: 0; }
        .commitments-section { break-before: page; }
        .counts strong { font-size: 13pt; }
        thead { display: table-header-group; }
        tr, .loud li, .rules-section { break-inside: avoid; }
        th, td { padding: 1.2mm 2mm; }
        .badge { border: 1px solid; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        a { text-decoration: none; }
        footer { break-before: avoid; margin-top: 3mm; }
        }

        """
}
