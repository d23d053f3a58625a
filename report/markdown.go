package report

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strings"

	"demarc/checks"
	"demarc/report/matrix"
	"demarc/scanner"
)

// A markdownFor is a place that a report in Markdown has to fit into.
type markdownFor struct {
	most, accounts, gaps int // bytes; rows of the lists above and below the failures
	params               bool
	holds                string // said where something is left out
}

// GitHub takes 1 MiB as one step's job summary, and 65,536 characters as a
// comment; a character is at least a byte.
var (
	jobSummary = markdownFor{most: 1 << 20, accounts: 500, gaps: 100, params: true, holds: "a job summary holds 1 MiB"}
	comment    = markdownFor{most: 65_536, accounts: 20, gaps: 20, holds: "a comment holds 65,536 characters"}
)

// Markdown writes the matrix, the failures by severity and the coverage, for a
// job summary or a wiki. Where the failures would not fit into a job summary
// it says how many are left out.
func Markdown(w io.Writer, r scanner.Reader) error { return jobSummary.write(w, r) }

// MarkdownComment writes the same for a comment on a pull request, which holds
// less.
func MarkdownComment(w io.Writer, r scanner.Reader) error { return comment.write(w, r) }

func (m markdownFor) write(w io.Writer, r scanner.Reader) error {
	grid, err := matrix.Build(r)
	if err != nil {
		return err
	}
	s := r.Summary()
	var b, end bytes.Buffer
	m.head(&b, s)
	markdownMatrix(&b, grid)
	if m.params {
		markdownParams(&end, s)
	}
	m.coverage(&end, s)
	if err := m.failures(&b, r, m.most-end.Len()); err != nil {
		return err
	}
	b.Write(end.Bytes())
	_, err = w.Write(b.Bytes())
	return err
}

// head says what was scanned, and what was not.
func (m markdownFor) head(b *bytes.Buffer, s *scanner.Summary) {
	b.WriteString("# demarc: shared-responsibility matrix\n\n")
	for _, u := range s.Unreached {
		fmt.Fprintf(b, "**%s was not scanned: %s**\n\n", md(u.Provider), md(cut(u.Why, 500)))
	}
	if !s.Complete {
		b.WriteString("**The scan was ended early: what it did not reach is UNKNOWN.**\n\n")
	}
	if n := s.Counts[checks.Unknown]; n > 0 {
		fmt.Fprintf(b, "**%s could not be read: what they would say is not known.**\n\n", plural(n, "finding"))
	}
	for i, sc := range s.Scopes {
		if i == m.accounts {
			fmt.Fprintf(b, "- and %d more accounts\n", len(s.Scopes)-i)
			break
		}
		fmt.Fprintf(b, "- %s account `%s` %s\n", md(sc.Provider), md(sc.Account), md(cut(sc.Name, 200)))
	}
}

func markdownMatrix(b *bytes.Buffer, m *matrix.Matrix) {
	b.WriteString("\n| Area |")
	for _, c := range m.Columns {
		fmt.Fprintf(b, " %s |", columnTitle(c, ", "))
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(m.Columns)) + "\n")
	for _, row := range m.Rows {
		fmt.Fprintf(b, "| %s |", md(row.Title))
		for _, c := range row.Cells {
			fmt.Fprintf(b, " %s |", strings.ReplaceAll(cellText(c), "*", "\\*"))
		}
		b.WriteString("\n")
	}
	b.WriteString("\n" + strings.ReplaceAll(legend, "*", "\\*") + "\n")
}

// failures adds the failures, the gravest first, as long as b stays
// below most. It goes through the findings once for each severity, so that
// they never stand in memory at once.
func (m markdownFor) failures(b *bytes.Buffer, r scanner.Reader, most int) error {
	fmt.Fprintf(b, "\n## Failures: %d\n\n", r.Summary().Counts[checks.Fail])
	left, head := 0, false
	most -= 100 // for what is said of the rest
	for _, severity := range checks.Severities {
		for f, err := range r.Findings() {
			if err != nil {
				return err
			}
			if f.Status != checks.Fail || f.Severity != severity {
				continue
			}
			if !head {
				b.WriteString("| Severity | Risk | Check | Account | Region | Resource | What is wrong |\n|---|---|---|---|---|---|---|\n")
				head = true
			}
			line := fmt.Sprintf("| %s | %d | `%s` | %s | %s | %s | %s |\n", f.Severity, f.Risk.Score, f.Check, md(f.Account), md(cmp.Or(f.Region, "global")), md(f.Resource.Name), md(f.Message))
			if left > 0 || b.Len()+len(line) > most {
				left++
				continue
			}
			b.WriteString(line)
		}
	}
	if left > 0 {
		fmt.Fprintf(b, "\n%d more are left out: %s.\n", left, m.holds)
	}
	return nil
}

// markdownParams adds the thresholds of the checks that ran.
func markdownParams(b *bytes.Buffer, s *scanner.Summary) {
	head := false
	for _, c := range s.Checks {
		if !c.Ran {
			continue
		}
		for _, p := range c.Params {
			if !head {
				b.WriteString("\n## Parameters\n\n| Check | Parameter | Value | From |\n|---|---|---|---|\n")
				head = true
			}
			fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", c.ID, md(p.Name), md(paramValue(p)), md(p.Source))
		}
	}
}

func (m markdownFor) coverage(b *bytes.Buffer, s *scanner.Summary) {
	fmt.Fprintf(b, "\n## Coverage\n\n%d calls, %d kinds of gaps.\n", s.Coverage.Calls, len(s.Coverage.Gaps))
	if len(s.Coverage.Gaps) == 0 {
		return
	}
	b.WriteString("\n| What could not be read | Why | Times |\n|---|---|---|\n")
	for i, g := range s.Coverage.Gaps {
		if i == m.gaps {
			fmt.Fprintf(b, "\n%d more kinds of gaps are left out.\n", len(s.Coverage.Gaps)-i)
			break
		}
		fmt.Fprintf(b, "| %s | %s | %d |\n", md(g.Kind), md(g.Gap.String()), g.Count)
	}
}

// md escapes what a Markdown table, or GitHub, would take for more than text.
var markdownEscapes = strings.NewReplacer(
	"\\", "\\\\", "|", "\\|", "\n", " ", "\r", " ", "\t", " ", "`", "\\`", "<", "&lt;", ">", "&gt;", "*", "\\*", "_", "\\_",
	"[", "\\[", "]", "\\]", "@", "&#64;", "#", "&#35;",
)

func md(s string) string { return safe(markdownEscapes.Replace(s)) }
