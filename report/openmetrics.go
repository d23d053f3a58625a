package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// A series are the labels of one number of the findings. No label holds what a
// resource is called: there is no end to those.
type series struct {
	provider, account string
	area              checks.Area
	severity          checks.Severity
	status            checks.Verdict
}

// OpenMetrics writes the counts of the scan as gauges. The text is valid for
// OpenMetrics 1.0 and for the older format of Prometheus, which the collector
// of text files reads.
func OpenMetrics(w io.Writer, r scanner.Reader) error {
	counts, of, err := countSeries(r)
	if err != nil {
		return err
	}
	s := r.Summary()
	m := &metrics{bufio.NewWriter(w)}
	m.family("demarc_findings", "Findings of the last scan. UNKNOWN is what could not be read.")
	for _, k := range slices.SortedFunc(maps.Keys(counts), compareSeries) {
		m.value("demarc_findings", counts[k], "provider", k.provider, "account", k.account, "area", string(k.area), "severity", k.severity.String(), "status", string(k.status))
	}
	m.family("demarc_unread_findings", "Findings that something they needed could not be read for, what the provider does not offer there aside.")
	for _, sc := range s.Scopes {
		m.value("demarc_unread_findings", of[accountKey(sc.Provider, sc.Account)].unread, "provider", sc.Provider, "account", sc.Account)
	}
	m.family("demarc_stale_findings", "Findings that failed in an earlier scan and could not be read in this one.")
	for _, sc := range s.Scopes {
		m.value("demarc_stale_findings", of[accountKey(sc.Provider, sc.Account)].stale, "provider", sc.Provider, "account", sc.Account)
	}
	m.family("demarc_unreached_providers", "Providers that were to be scanned and could not be entered.")
	m.value("demarc_unreached_providers", len(s.Unreached))
	m.family("demarc_coverage_gaps", "Kinds of gaps: what was asked for and could not be read.")
	m.value("demarc_coverage_gaps", len(s.Coverage.Gaps))
	m.family("demarc_checks", "Checks that ran, by whether all that they look at could be listed.")
	whole := map[bool]int{}
	for _, c := range s.Checks {
		if c.Ran {
			whole[c.Whole]++
		}
	}
	m.value("demarc_checks", whole[true], "whole", "true")
	m.value("demarc_checks", whole[false], "whole", "false")
	m.family("demarc_scan_complete", "1 where the last scan came to its end and reached all providers, 0 otherwise.")
	complete := 0
	if s.Complete && len(s.Unreached) == 0 {
		complete = 1
	}
	m.value("demarc_scan_complete", complete)
	m.family("demarc_last_scan_timestamp_seconds", "When the last scan ended, in seconds since 1970.")
	m.line("demarc_last_scan_timestamp_seconds %d", s.End.Unix())
	m.family("demarc_scan_duration_seconds", "How long the last scan took.")
	m.line("demarc_scan_duration_seconds %.3f", s.End.Sub(s.Start).Seconds())
	m.family("demarc_build_info", "The version that made the last scan; always 1.")
	m.value("demarc_build_info", 1, "version", s.Version)
	m.line("# EOF")
	return m.Flush()
}

// countSeries counts the findings, and those of each account that something
// was hidden from. What can fail has a series also where nothing does: an alarm
// on a series that is not there never rings.
func countSeries(r scanner.Reader) (map[series]int, map[string]hidden, error) {
	counts, of := map[series]int{}, map[string]hidden{}
	for _, sc := range r.Summary().Scopes {
		for _, c := range r.Summary().Checks {
			if c.Ran && strings.HasPrefix(c.ID, sc.Provider+"-") {
				for _, status := range []checks.Verdict{checks.Fail, checks.Unknown} {
					counts[series{sc.Provider, sc.Account, c.Area, c.Severity, status}] = 0
				}
			}
		}
	}
	for f, err := range r.Findings() {
		if err != nil {
			return nil, nil, err
		}
		counts[series{f.Provider, f.Account, f.Area, f.Severity, f.Status}]++
		h := of[accountKey(f.Provider, f.Account)]
		if slices.ContainsFunc(f.Gaps, func(g inventory.Gap) bool { return !g.Expected() }) {
			h.unread++
		}
		if f.Stale {
			h.stale++
		}
		of[accountKey(f.Provider, f.Account)] = h
	}
	return counts, of, nil
}

// hidden counts the findings of an account that something was hidden from.
type hidden struct{ unread, stale int }

func compareSeries(a, b series) int {
	return cmp.Or(
		strings.Compare(a.provider, b.provider), strings.Compare(a.account, b.account), strings.Compare(string(a.area), string(b.area)),
		cmp.Compare(b.severity, a.severity), strings.Compare(string(a.status), string(b.status)),
	)
}

// metrics writes the text format.
type metrics struct{ *bufio.Writer }

func (m *metrics) line(format string, args ...any) { fmt.Fprintf(m, format+"\n", args...) }

func (m *metrics) family(name, help string) {
	m.line("# HELP %s %s", name, help)
	m.line("# TYPE %s gauge", name)
}

// labelEscapes are those of both formats.
var labelEscapes = strings.NewReplacer("\\", "\\\\", "\"", "\\\"", "\n", "\\n")

// value writes a number with its labels, a name and a value each.
func (m *metrics) value(name string, n int, labels ...string) {
	var all []string
	for i := 0; i+1 < len(labels); i += 2 {
		all = append(all, labels[i]+"=\""+labelEscapes.Replace(safe(labels[i+1]))+"\"")
	}
	if len(all) > 0 {
		name += "{" + strings.Join(all, ",") + "}"
	}
	m.line("%s %d", name, n)
}
