package compliance

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	prettytext "github.com/jedib0t/go-pretty/v6/text"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/report/escape"
)

// Text writes for a person at a terminal.
type Text struct {
	Color bool
	Width int // of the terminal; 0: as wide as needed
}

// the colours, as SGR codes; what is not named here is plain.
var colors = map[Status]string{NotMet: "31", Unread: "33", Open: "33", Partly: "33", Accepted: "35", Met: "32", Inherited: "2", Idle: "2"}

func (t Text) paint(s Status, text string) string {
	if !t.Color || colors[s] == "" {
		return text
	}
	return "\x1b[" + colors[s] + "m" + text + "\x1b[0m"
}

// Report writes how one framework stands.
func (t Text) Report(w io.Writer, r Report) error {
	b := bufio.NewWriter(w)
	for _, line := range heading(r) {
		fmt.Fprintln(b, t.wrap(line, 0))
	}
	fmt.Fprintln(b)
	rows := table.NewWriter()
	rows.SetStyle(table.StyleLight)
	rows.AppendHeader(table.Row{"requirement", "level", "owner", "status", "why"})
	used := 2
	for _, width := range t.widths(r) {
		used += width + 3
	}
	if room := t.Width - used - 3; t.Width > 0 {
		rows.SetColumnConfigs([]table.ColumnConfig{{Number: 5, WidthMax: max(room, 20), WidthMaxEnforcer: prettytext.WrapSoft}})
	}
	for _, q := range r.Requirements {
		rows.AppendRow(table.Row{q.ID, q.Level, owner(q.Owner), t.paint(q.Status, string(q.Status)), escape.Terminal(q.Why)})
	}
	fmt.Fprintln(b, rows.Render())
	fmt.Fprintln(b, t.wrap(totals(r), 0))
	if ids := r.with(Unanswered); len(ids) > 0 {
		fmt.Fprintln(b, t.wrap(fmt.Sprintf("Nothing answers %d, and none of them counts as met: %s", len(ids), strings.Join(ids, ", ")), 2))
	}
	return b.Flush()
}

// widths are those of the columns before the last.
func (t Text) widths(r Report) [4]int {
	w := [4]int{len("requirement"), len("level"), len("owner"), len("status")}
	for _, q := range r.Requirements {
		for i, cell := range []string{q.ID, q.Level, owner(q.Owner), string(q.Status)} {
			w[i] = max(w[i], len(cell))
		}
	}
	return w
}

// Overview writes a row for each framework.
func (t Text) Overview(w io.Writer, all []Report) error {
	used := statuses(all)
	rows := table.NewWriter()
	rows.SetStyle(table.StyleLight)
	head := table.Row{"framework", "requirements"}
	for _, s := range used {
		head = append(head, heads[s])
	}
	rows.AppendHeader(head)
	for _, r := range all {
		row := table.Row{short(r.Framework), len(r.Requirements)}
		for _, s := range used {
			n := fmt.Sprint(r.Totals[s])
			if r.Totals[s] > 0 {
				n = t.paint(s, n)
			}
			row = append(row, n)
		}
		rows.AppendRow(row)
	}
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, rows.Render())
	if ended(all) {
		fmt.Fprintln(b, early)
	}
	fmt.Fprintln(b, "demarc compliance FRAMEWORK shows each requirement.")
	return b.Flush()
}

const early = "The scan was ended early: what it did not reach is UNKNOWN, not met."

// heads are the statuses as heads of narrow columns.
var heads = map[Status]string{
	NotMet: "not\nmet", Unread: "not\nread", Open: "open", Partly: "partly", Accepted: "accep-\nted", Met: "met", Idle: "nothing\nto judge",
	Inherited: "inher-\nited", Unanswered: "nothing\nanswers", Answerable: "has\nchecks",
}

// statuses lists those that occur, and those that a reader looks for.
func statuses(all []Report) (out []Status) {
	for _, s := range Statuses {
		used := s == Unanswered
		for _, r := range all {
			used = used || r.Totals[s] > 0 || (s == Met || s == NotMet) && r.Scanned
		}
		if used {
			out = append(out, s)
		}
	}
	return out
}

func ended(all []Report) bool {
	for _, r := range all {
		if !r.Complete {
			return true
		}
	}
	return false
}

// heading says what is reported on.
func heading(r Report) (lines []string) {
	lines = append(lines, fmt.Sprintf("%s (%s): %s", r.Title, r.Framework, r.List))
	switch {
	case !r.OfScan:
		lines = append(lines, "Without a scan: what could answer. Give a scan with --from to see what does.")
	case !r.Scanned:
		lines = append(lines, fmt.Sprintf("Scan %s: no account of a cloud that this framework is about was scanned.", escape.Terminal(r.ScanID)))
	default:
		lines = append(lines, fmt.Sprintf("Scan %s of %s", escape.Terminal(r.ScanID), escape.Terminal(some(r.Accounts))))
	}
	if r.LeftOut > 0 {
		lines = append(lines, fmt.Sprintf("%s not scanned: nothing here speaks of them.", count(r.LeftOut, "region")))
	}
	if !r.Complete {
		lines = append(lines, early)
	}
	return lines
}

// totals is one line: how many requirements of each status.
func totals(r Report) string {
	var words []string
	for _, s := range Statuses {
		if n := r.Totals[s]; n > 0 {
			words = append(words, fmt.Sprintf("%d %s", n, s))
		}
	}
	return fmt.Sprintf("%s: %s", count(len(r.Requirements), "requirement"), strings.Join(words, ", "))
}

// with lists the requirements of a status.
func (r Report) with(s Status) (ids []string) {
	for _, q := range r.Requirements {
		if q.Status == s {
			ids = append(ids, q.ID)
		}
	}
	return ids
}

func owner(o checks.Owner) string {
	if o == "" {
		return "not stated"
	}
	return string(o)
}

func short(fw checks.Framework) string {
	if info, ok := frameworks.About(fw); ok && len(info.Short) > 0 {
		return info.Short[0]
	}
	return string(fw)
}

func (t Text) wrap(s string, indent int) string {
	if t.Width < 20 {
		return s
	}
	return strings.ReplaceAll(prettytext.WrapSoft(s, t.Width-indent), "\n", "\n"+strings.Repeat(" ", indent))
}
