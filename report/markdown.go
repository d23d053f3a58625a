package report

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/report/matrix"
	"demarc/scanner"
)

// maxMarkdown is what GitHub takes as one step's job summary (1 MiB), less
// room for what is said about the rest.
const maxMarkdown = 1<<20 - 4096

// Markdown writes the matrix, the failures by severity and the coverage, for a
// job summary or a wiki. Where the failures would not fit into a job summary
// it says how many are left out.
func Markdown(w io.Writer, r scanner.Reader) error {
	m, err := matrix.Build(r)
	if err != nil {
		return err
	}
	s := r.Summary()
	var b bytes.Buffer
	fmt.Fprintf(&b, "# demarc: shared-responsibility matrix\n\n")
	if !s.Complete {
		b.WriteString("**The scan was ended early: what it did not reach is UNKNOWN.**\n\n")
	}
	for _, sc := range s.Scopes {
		fmt.Fprintf(&b, "- %s account `%s` %s, %d regions\n", md(sc.Provider), md(sc.Account), md(sc.Name), len(sc.Regions))
	}
	b.WriteString("\n| Area |")
	for _, c := range m.Columns {
		fmt.Fprintf(&b, " %s |", columnTitle(c, ", "))
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(m.Columns)) + "\n")
	for _, row := range m.Rows {
		fmt.Fprintf(&b, "| %s |", md(row.Title))
		for _, c := range row.Cells {
			fmt.Fprintf(&b, " %s |", strings.ReplaceAll(cellText(c), "*", "\\*"))
		}
		b.WriteString("\n")
	}
	b.WriteString("\n" + strings.ReplaceAll(legend, "*", "\\*") + "\n")
	if err := markdownFailures(&b, r); err != nil {
		return err
	}
	markdownCoverage(&b, s)
	_, err = w.Write(b.Bytes())
	return err
}

func markdownFailures(b *bytes.Buffer, r scanner.Reader) error {
	var failed []*scanner.Finding
	for f, err := range r.Findings() {
		if err != nil {
			return err
		}
		if f.Status == checks.Fail {
			failed = append(failed, f)
		}
	}
	slices.SortStableFunc(failed, func(x, y *scanner.Finding) int { return cmp.Compare(y.Severity, x.Severity) })
	fmt.Fprintf(b, "\n## Failures: %d\n\n", len(failed))
	if len(failed) == 0 {
		return nil
	}
	b.WriteString("| Severity | Check | Account | Region | Resource | What is wrong |\n|---|---|---|---|---|---|\n")
	for i, f := range failed {
		line := fmt.Sprintf("| %s | `%s` | %s | %s | %s | %s |\n", f.Severity, f.Check, md(f.Account), md(cmp.Or(f.Region, "global")), md(f.Resource.Name), md(f.Message))
		if b.Len()+len(line) > maxMarkdown {
			fmt.Fprintf(b, "\n%d more are left out: a job summary holds 1 MiB.\n", len(failed)-i)
			break
		}
		b.WriteString(line)
	}
	return nil
}

func markdownCoverage(b *bytes.Buffer, s *scanner.Summary) {
	fmt.Fprintf(b, "\n## Coverage\n\n%d calls, %d kinds of gaps.\n", s.Coverage.Calls, len(s.Coverage.Gaps))
	if len(s.Coverage.Gaps) == 0 {
		return
	}
	b.WriteString("\n| What could not be read | Why | Times |\n|---|---|---|\n")
	for i, g := range s.Coverage.Gaps {
		if i == 100 {
			fmt.Fprintf(b, "\n%d more kinds of gaps are left out.\n", len(s.Coverage.Gaps)-i)
			break
		}
		fmt.Fprintf(b, "| %s | %s | %d |\n", md(g.Kind), md(g.Gap.String()), g.Count)
	}
}

// md escapes what a Markdown table, or GitHub, would take for more than text.
var markdownEscapes = strings.NewReplacer(
	"\\", "\\\\", "|", "\\|", "\n", " ", "\r", " ", "`", "\\`", "<", "&lt;", ">", "&gt;", "*", "\\*", "_", "\\_",
	"[", "\\[", "]", "\\]", "@", "&#64;", "#", "&#35;",
)

func md(s string) string { return markdownEscapes.Replace(s) }
