package compliance

import (
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strings"
)

// style is the page's only style. The page holds no script.
const style = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;padding:.5rem 0}th,td{border-bottom:1px solid #8886;padding:.35rem .6rem;text-align:left;vertical-align:top}
td.n,th.n{text-align:right}.s{white-space:nowrap;font-weight:600}.s::before{content:"";display:inline-block;width:.6rem;height:.6rem;margin-right:.4rem;border:1px solid #888;background:#fff}
.not-met::before{background:#c62828}.met::before{background:#2e7d32}.could-not-be-read::before,.open::before,.partly-looked-at::before{background:#f9a825}
.accepted::before{background:#8e24aa}.inherited::before{background:#90a4ae}summary{cursor:pointer}li{overflow-wrap:anywhere}@media print{details{display:block}}`

// HTML writes how one framework stands as a static page.
func HTML(w io.Writer, r Report) error {
	b := bufio.NewWriter(w)
	pageHead(b, r.Title)
	for _, line := range heading(r) {
		fmt.Fprintf(b, "<p>%s</p>\n", text(line))
	}
	fmt.Fprintf(b, "<p><strong>%s</strong></p>\n", text(totals(r)))
	fmt.Fprintf(b, "<table>\n<caption>Each requirement, with who answers for it</caption>\n<thead><tr>%s</tr></thead>\n<tbody>\n", columns("", "Requirement", "Level", "Owner", "Status", "Why"))
	for _, q := range r.Requirements {
		fmt.Fprintf(b, "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td class=\"s %s\">%s</td><td>%s%s</td></tr>\n",
			text(q.ID), text(q.Level), text(owner(q.Owner)), class(q.Status), text(string(q.Status)), text(q.Why), failures(q))
	}
	b.WriteString("</tbody>\n</table>\n</body>\n</html>\n")
	return b.Flush()
}

// OverviewHTML writes a row for each framework as a static page.
func OverviewHTML(w io.Writer, all []Report) error {
	b := bufio.NewWriter(w)
	pageHead(b, "Compliance")
	if ended(all) {
		fmt.Fprintf(b, "<p><strong>%s</strong></p>\n", early)
	}
	used := statuses(all)
	names := []string{"Requirements"}
	for _, s := range used {
		names = append(names, string(s))
	}
	fmt.Fprintf(b, "<table>\n<caption>How many requirements of each framework stand how</caption>\n<thead><tr><th scope=\"col\">Framework</th>%s</tr></thead>\n<tbody>\n", columns(" class=\"n\"", names...))
	for _, r := range all {
		fmt.Fprintf(b, "<tr><th scope=\"row\">%s</th><td class=\"n\">%d</td>", text(r.Title), len(r.Requirements))
		for _, s := range used {
			fmt.Fprintf(b, "<td class=\"n\">%d</td>", r.Totals[s])
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody>\n</table>\n</body>\n</html>\n")
	return b.Flush()
}

func pageHead(w io.Writer, title string) {
	sum := sha256.Sum256([]byte(style))
	fmt.Fprintf(w, `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>%s</title>
<style>%s</style>
</head>
<body>
<h1>%s</h1>
`, base64.StdEncoding.EncodeToString(sum[:]), text(title), style, text(title))
}

func columns(attributes string, names ...string) string {
	var b strings.Builder
	for _, n := range names {
		fmt.Fprintf(&b, "<th scope=\"col\"%s>%s</th>", attributes, text(n))
	}
	return b.String()
}

// failures lists what fails of a requirement, folded.
func failures(q Requirement) string {
	if len(q.Failures) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<details><summary>What fails in %s</summary><ul>", text(some(q.FailedIn)))
	for _, f := range q.Failures {
		fmt.Fprintf(&b, "<li>%s: %s, %s: %s</li>", f.Severity, text(f.Check), text(f.Resource), text(f.Message))
	}
	b.WriteString("</ul></details>")
	return b.String()
}

func class(s Status) string { return strings.ReplaceAll(string(s), " ", "-") }

// text escapes what a browser would take for markup, and takes out what it
// would not show.
func text(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
			return '�'
		}
		return r
	}, s))
}
