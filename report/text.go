package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	prettytext "github.com/jedib0t/go-pretty/v6/text"

	"demarc/checks"
	"demarc/report/escape"
	"demarc/report/matrix"
	"demarc/scanner"
)

// Text writes the scan for a person at a terminal.
type Text struct {
	Color bool
	Width int // of the terminal; 0: as wide as needed
	Top   int // how many checks' failures are shown; 0: 10
}

const legend = "✗ failed · ? could not be read · ✓ passed · ○ for a person to answer · ● attested · ~ accepted · ! broken check · – not in use · * shared with the provider"

// Write is a Format.
func (t Text) Write(w io.Writer, r scanner.Reader) error {
	m, err := matrix.Build(r)
	if err != nil {
		return err
	}
	p := &printer{Writer: bufio.NewWriter(w), color: t.Color, width: t.Width}
	p.head(r.Summary())
	if err := p.priorities(r); err != nil {
		return err
	}
	p.matrix(m)
	if err := p.failures(r, cmp.Or(t.Top, 10)); err != nil {
		return err
	}
	p.coverage(r.Summary())
	p.summary(r.Summary())
	return p.Flush()
}

// Matrix writes the matrix of the scan alone.
func (t Text) Matrix(w io.Writer, r scanner.Reader) error {
	m, err := matrix.Build(r)
	if err != nil {
		return err
	}
	p := &printer{Writer: bufio.NewWriter(w), color: t.Color, width: t.Width}
	p.matrix(m)
	return p.Flush()
}

type printer struct {
	*bufio.Writer
	color bool
	width int
}

// line writes a line, folded at the terminal's width under its own indent.
func (p *printer) line(format string, args ...any) {
	s := fmt.Sprintf(format, args...)
	indent := len(s) - len(strings.TrimLeft(s, " "))
	if p.width < 20+indent || indent == len(s) {
		fmt.Fprintln(p, s)
		return
	}
	for i, part := range strings.Split(prettytext.WrapSoft(s[indent:], p.width-indent-2), "\n") {
		pad := indent
		if i > 0 {
			pad += 2
		}
		fmt.Fprintln(p, strings.Repeat(" ", pad)+strings.TrimRight(part, " "))
	}
}

// The colours, as SGR codes.
const (
	bold   = "1"
	dim    = "2"
	red    = "31"
	green  = "32"
	yellow = "33"
	purple = "35"
	cyan   = "36"
)

func (p *printer) paint(s string, codes ...string) string {
	if !p.color || s == "" {
		return s
	}
	return "\x1b[" + strings.Join(codes, ";") + "m" + s + "\x1b[0m"
}

func (p *printer) head(s *scanner.Summary) {
	for _, sc := range s.Scopes {
		name := sc.Account
		if sc.Name != "" {
			name += " (" + sc.Name + ")"
		}
		regions := ""
		if len(sc.Regions) > 0 {
			regions = ", " + plural(len(sc.Regions), "region") + ": " + strings.Join(sc.Regions, ", ")
		}
		p.line("%s account %s%s", sc.Provider, p.paint(safe(name), bold), regions)
	}
	for _, u := range s.Unreached {
		p.line("%s", p.paint(u.Provider+" was not scanned: "+safe(u.Why), bold, yellow))
	}
	if !s.Complete {
		p.line("%s", p.paint("The scan was ended early: what it did not reach is UNKNOWN, not clean.", bold, yellow))
	}
	p.line("")
}

// failures shows the checks with the gravest failures: what, why, where, fix.
func (p *printer) failures(r scanner.Reader, top int) error {
	type group struct {
		check    string
		worst    checks.Severity
		findings []*scanner.Finding
		n        int
	}
	groups := map[string]*group{}
	for f, err := range r.Findings() {
		if err != nil {
			return err
		}
		if f.Status != checks.Fail {
			continue
		}
		g := groups[f.Check]
		if g == nil {
			g = &group{check: f.Check}
			groups[f.Check] = g
		}
		g.n++
		g.worst = max(g.worst, f.Severity)
		g.findings = append(g.findings, f)
		slices.SortStableFunc(g.findings, func(a, b *scanner.Finding) int {
			return cmp.Or(cmp.Compare(b.Risk.Score, a.Risk.Score), cmp.Compare(b.Severity, a.Severity))
		})
		g.findings = g.findings[:min(len(g.findings), 3)]
	}
	if len(groups) == 0 {
		return nil
	}
	order := slices.SortedFunc(maps.Values(groups), func(a, b *group) int {
		return cmp.Or(cmp.Compare(b.worst, a.worst), cmp.Compare(b.n, a.n), cmp.Compare(a.check, b.check))
	})
	p.line("%s", p.paint("Most severe failures", bold))
	p.line("")
	for i, g := range order {
		if i == top {
			p.line("… and %s more, with all resources, in --format json, markdown, csv or sarif", plural(len(order)-i, "failed check"))
			break
		}
		c := r.Summary().Check(g.check)
		if c == nil {
			c = &scanner.Check{ID: g.check, Title: g.check}
		}
		p.line("%s %s  %s", p.severity(g.worst), p.paint(c.Title, bold), p.paint(c.ID, dim))
		for _, f := range g.findings {
			p.line("    %s risk %d, %s: %s", p.paint("✗", red), f.Risk.Score, place(f), safe(f.Message))
		}
		if more := g.n - len(g.findings); more > 0 {
			p.line("    %s", p.paint(fmt.Sprintf("… and %d more", more), dim))
		}
		p.line("    %s", p.paint("why  "+c.Why, dim))
		if len(c.Params) > 0 {
			p.line("    %s", p.paint("set  "+safe(paramLineFor(c.Params)), dim))
		}
		p.line("    fix  %s", p.paint(c.Fix.CLI, cyan))
		p.line("")
	}
	return nil
}

func place(f *scanner.Finding) string {
	at := f.Account
	if f.Region != "" {
		at += "/" + f.Region
	}
	return safe(at + " " + f.Resource.Name)
}

// safe takes control characters out: names are the account's, and a terminal
// obeys escapes.
func safe(s string) string { return escape.Terminal(s) }

func (p *printer) severity(s checks.Severity) string {
	color := map[checks.Severity]string{checks.Critical: red, checks.High: red, checks.Medium: yellow, checks.Low: cyan, checks.Info: dim}[s]
	return p.paint(fmt.Sprintf("%-8s", strings.ToUpper(s.String())), bold, color)
}

// coverage says what was asked and what could not be read.
func (p *printer) coverage(s *scanner.Summary) {
	p.line("%s", p.paint("Coverage", bold))
	p.line("  %s of %s", plural(s.Coverage.Calls, "call"), plural(len(s.Coverage.Operations), "operation"))
	if s.Coverage.Gone > 0 {
		p.line("  %s ceased to exist during the scan", plural(s.Coverage.Gone, "resource"))
	}
	for _, sc := range s.Scopes {
		byWhy := map[string][]string{}
		for _, l := range sc.LeftOut {
			byWhy[l.Why] = append(byWhy[l.Why], l.Region)
		}
		for _, why := range slices.Sorted(maps.Keys(byWhy)) {
			p.line("  %s: regions left out, %s: %s", sc.Account, why, strings.Join(byWhy[why], ", "))
		}
	}
	if len(s.Coverage.Gaps) == 0 {
		p.line("  everything that was asked for was read")
		p.line("")
		return
	}
	counts := map[string]int{}
	for _, g := range s.Coverage.Gaps {
		counts[g.Gap.String()] += g.Count
	}
	p.line("  %s", p.paint("could not be read:", yellow))
	order := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for i, text := range order {
		if i == 20 {
			p.line("    … and %d more kinds of gaps, all in --format json", len(order)-i)
			break
		}
		p.line("    %s %s (%d)", p.paint("?", yellow), text, counts[text])
	}
	p.line("")
}

func (p *printer) summary(s *scanner.Summary) {
	ran, none := 0, 0
	for _, c := range s.Checks {
		if c.Ran {
			ran++
			if c.Resources == 0 && c.Whole {
				none++
			}
		}
	}
	n := 0
	for _, sc := range s.Scopes {
		for _, own := range sc.Resources {
			n += own
		}
	}
	p.line("%s over %s: %s failed, %s could not be read, %s passed, %d not applicable, %d for a person to answer%s",
		plural(ran, "check"), plural(n, "resource"),
		p.paint(fmt.Sprint(s.Counts[checks.Fail]), red), p.paint(fmt.Sprint(s.Counts[checks.Unknown]), yellow),
		p.paint(fmt.Sprint(s.Counts[checks.Pass]), green), s.Counts[checks.NotApplicable], s.Counts[checks.Manual], broken(s))
	if none > 0 {
		p.line("%s found none of what they look at", plural(none, "check"))
	}
}

func broken(s *scanner.Summary) string {
	if n := s.Counts[checks.Error]; n > 0 {
		return fmt.Sprintf(", %d broken", n)
	}
	return ""
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
