package notify_test

import (
	"encoding/json"
	"fmt"
	"io"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"demarc/checks"
	"demarc/scanner"
	"demarc/scanner/diff"
	"demarc/scanner/notify"
)

// side makes a scan of rows "resource STATUS", with * behind UNKNOWN for stale.
func side(at time.Time, rows ...string) *diff.Side {
	s := &diff.Side{Summary: &scanner.Summary{
		ScanID: at.String(), Version: "1", Start: at, Complete: true,
		Scopes: []scanner.Scope{{Provider: "aws", Account: "1", Regions: []string{"a"}}},
		Checks: []scanner.Check{{ID: "c1", Revision: 1}},
	}}
	for _, r := range rows {
		name, status, _ := strings.Cut(r, " ")
		s.Rows = append(s.Rows, row(name, strings.TrimSuffix(status, "*"), checks.High))
		s.Rows[len(s.Rows)-1].Stale = strings.HasSuffix(status, "*")
	}
	return s
}

func row(name, status string, severity checks.Severity) diff.Row {
	return diff.Row{
		ID: fmt.Sprintf("%x", name), Check: "c1", Status: checks.Verdict(status), Severity: severity, Provider: "aws", Account: "1", Region: "a",
		Resource: diff.Resource{ID: name, FullID: "full " + name, Name: name, Type: "x"}, Message: "about " + name,
	}
}

var monday = time.Date(2026, 11, 23, 6, 0, 0, 0, time.UTC)

func news(old, new []string) *notify.News {
	return notify.Of(diff.Compare(side(monday, old...), side(monday.Add(24*time.Hour), new...)))
}

func names(list []diff.Change) string {
	var all []string
	for _, c := range list {
		all = append(all, c.Resource.Name)
	}
	return strings.Join(all, " ")
}

func TestWhatIsTold(t *testing.T) {
	for name, tc := range map[string]struct {
		old, new      []string
		failed, fixed string
		unreadable    int
	}{
		"fails and failed":           {[]string{"x FAIL"}, []string{"x FAIL"}, "", "", 0},
		"fails since":                {[]string{"x PASS"}, []string{"x FAIL"}, "x", "", 0},
		"first seen":                 {nil, []string{"x FAIL"}, "x", "", 0},
		"no longer accepted":         {[]string{"x SUPPRESSED"}, []string{"x FAIL"}, "x", "", 0},
		"accepted since":             {[]string{"x FAIL"}, []string{"x SUPPRESSED"}, "", "", 0},
		"fixed":                      {[]string{"x FAIL"}, []string{"x PASS"}, "", "x", 0},
		"gone":                       {[]string{"x FAIL"}, nil, "", "", 0},
		"could not be read":          {[]string{"x FAIL"}, []string{"x UNKNOWN*"}, "", "", 1},
		"broken":                     {[]string{"x FAIL"}, []string{"x ERROR"}, "", "", 1},
		"not read before":            {[]string{"x UNKNOWN"}, []string{"x PASS"}, "", "", 0},
		"not read before, stale":     {[]string{"x UNKNOWN*"}, []string{"x PASS"}, "", "", 0},
		"fails, not read before":     {[]string{"x UNKNOWN"}, []string{"x FAIL"}, "x", "", 0},
		"still fails after the dark": {[]string{"x UNKNOWN*"}, []string{"x FAIL"}, "", "", 0},
		"does not apply":             {[]string{"x FAIL"}, []string{"x NOT_APPLICABLE"}, "", "", 0},
		"attested":                   {[]string{"x FAIL"}, []string{"x ATTESTED"}, "", "", 0},
	} {
		n := news(tc.old, tc.new)
		if names(n.Failed) != tc.failed || names(n.Fixed) != tc.fixed || n.Unreadable != tc.unreadable {
			t.Errorf("%s: failed %q, fixed %q, unreadable %d", name, names(n.Failed), names(n.Fixed), n.Unreadable)
		}
		if n.Empty() != (tc.failed == "" && tc.fixed == "") {
			t.Errorf("%s: empty %v", name, n.Empty())
		}
	}
}

// A scan that ended early, or a cloud that was shut, fixes nothing.
func TestNothingUnreadIsFixed(t *testing.T) {
	old, new := side(monday, "x FAIL", "y FAIL"), side(monday.Add(time.Hour), "y PASS")
	new.Summary.Complete = false
	n := notify.Of(diff.Compare(old, new))
	if names(n.Fixed) != "y" || n.Unreadable != 1 || n.Hidden != 1 {
		t.Errorf("fixed %q, %d unreadable", names(n.Fixed), n.Unreadable)
	}
	text := n.Text()
	for _, want := range []string{"Became unreadable: 1 finding, 1 of which failed before. They are not fixed.", "The scan was ended early"} {
		if strings.Count(text, want) != 1 {
			t.Errorf("%q is not told once:\n%s", want, text)
		}
	}
	new = side(monday.Add(time.Hour))
	new.Summary.Unreached, new.Summary.Scopes = []scanner.Unreached{{Provider: "aws"}}, nil
	if n := notify.Of(diff.Compare(old, new)); !n.Empty() || n.Hidden != 2 {
		t.Errorf("a cloud that was shut: %+v", n)
	}
	// A check that differs says nothing of the account: it is counted apart.
	old, new = side(monday, "x PASS", "y FAIL"), side(monday.Add(time.Hour), "x FAIL", "y PASS")
	new.Summary.Checks[0].Revision = 2
	if n := notify.Of(diff.Compare(old, new)); !n.Empty() || n.ScanChanged != 1 {
		t.Errorf("a check that changed: %+v", n)
	}
}

// many has n new failures and n fixed, over the severities.
func many(n int, name func(int) string) *notify.News {
	old, new := side(monday), side(monday.Add(time.Hour))
	for i := range n {
		r := row(name(i), "PASS", checks.Severities[i%len(checks.Severities)])
		old.Rows = append(old.Rows, r)
		r.Status = checks.Fail
		new.Rows = append(new.Rows, r)
		r = row("was "+name(i), "FAIL", checks.Low)
		old.Rows = append(old.Rows, r)
		r.Status = checks.Pass
		new.Rows = append(new.Rows, r)
	}
	return notify.Of(diff.Compare(old, new))
}

func TestText(t *testing.T) {
	text := many(33, func(i int) string { return fmt.Sprintf("bucket-%02d", i) }).Text()
	for _, want := range []string{
		"demarc: 33 new failures, 33 fixed\n", "\nNew failures: 33\n\n  critical: 7\n  - c1  bucket-00 (1, a): about bucket-00\n", "\n  high: 7\n", "\n  medium: 7\n",
		"\n  and 13 more: 1 medium, 6 low, 6 info\n", "\nFixed: 33\n\n  low: 33\n", "\n  and 13 more: 13 low\n", "Scan of 2026-11-23 07:00 UTC, compared with that of 2026-11-23 06:00 UTC.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
	if n := strings.Count(text, "\n  - "); n != 2*notify.Top {
		t.Errorf("%d lines", n)
	}
}

// slackMessage is what Slack reads of a message.
type slackMessage struct {
	Text   string
	Blocks []struct {
		Type string
		Text struct {
			Type, Text string
			Verbatim   bool
		}
	}
}

type teamsMessage struct {
	Attachments []struct {
		ContentType string
		Content     struct {
			Type, Version string
			Body          []struct {
				Type    string
				Inlines []struct{ Type, Text string }
			}
		}
	}
}

// Whatever the names are, the messages keep to the limits of the chats.
func TestLimits(t *testing.T) {
	for _, long := range []string{"x", "&", "<!channel>", "日", "😀", "\u202e", "`", "\x00", "{{"} {
		n := many(300, func(i int) string { return fmt.Sprint(i, strings.Repeat(long, 3000)) })
		for i := range n.Failed {
			n.Failed[i].Account, n.Failed[i].Check, n.Failed[i].Why = strings.Repeat(long, 999), strings.Repeat(long, 999), strings.Repeat(long, 999)
		}
		b, err := n.Slack()
		var m slackMessage
		if err != nil || json.Unmarshal(b, &m) != nil || len(b) > 27_000 || len(m.Blocks) > 50 || len(m.Blocks[0].Text.Text) > 150 {
			t.Fatalf("%q: %d bytes, %d blocks, %v", long, len(b), len(m.Blocks), err)
		}
		for _, block := range m.Blocks[1:] {
			if len(utf16.Encode([]rune(block.Text.Text))) > 3000 || !block.Text.Verbatim || block.Text.Type != "mrkdwn" {
				t.Errorf("%q: %+v", long, block)
			}
		}
		if !strings.Contains(string(b), "more: ") {
			t.Errorf("%q: the rest is not stated", long)
		}
		if b, err := n.Teams(); err != nil || len(b) > 28_000 || !json.Valid(b) || !strings.Contains(string(b), "more: ") {
			t.Errorf("%q: %d bytes for Teams, %v", long, len(b), err)
		}
	}
}

var hostile = []string{
	"<!channel> <@U1> <https://x|y>", "```\n*out*", "`code`", "&lt;!here&gt;", "\x1b[31mred\x1b]0;t\a", "line\r\nBcc: x@example.com", "a\u202etxt.exe\u200b", "{{DATE(2017-02-14T06:08:39Z,SHORT)}}", "{{{{x",
	"[link](javascript:x) **b**", "<at>everyone</at>", "\u2028", "\xff\xfe", "ü 日本", ".\r\nQUIT",
}

func TestHostileNames(t *testing.T) {
	for _, name := range hostile {
		n := news(nil, []string{"x FAIL"})
		c := &n.Failed[0]
		c.Resource.Name, c.Message, c.Account, c.Region, c.Check, c.Why = name, name, name, name, name, name
		if text := n.Text(); strings.ContainsAny(text, "\r\x1b\a\u202e\u200b\u2028") || strings.Count(text, "\n") != strings.Count(news(nil, []string{"x FAIL"}).Text(), "\n") {
			t.Errorf("%q as text: %q", name, text)
		}
		slackIsHarmless(t, name, n)
		b, err := n.Teams()
		var m teamsMessage
		if err != nil || json.Unmarshal(b, &m) != nil || len(m.Attachments) != 1 || m.Attachments[0].ContentType != "application/vnd.microsoft.card.adaptive" || m.Attachments[0].Content.Type != "AdaptiveCard" {
			t.Fatalf("%q for Teams: %s, %v", name, b, err)
		}
		for _, p := range m.Attachments[0].Content.Body {
			if p.Type != "RichTextBlock" || len(p.Inlines) != 1 || p.Inlines[0].Type != "TextRun" || strings.Contains(p.Inlines[0].Text, "{{") {
				t.Errorf("%q for Teams: %+v", name, p)
			}
		}
		mailIsHarmless(t, name, n)
		if b, err := n.JSON(); err != nil || !json.Valid(b) {
			t.Errorf("%q as JSON: %s, %v", name, b, err)
		}
	}
}

// slackIsHarmless: what is of the scan stands in code, escaped.
func slackIsHarmless(t *testing.T, name string, n *notify.News) {
	t.Helper()
	b, err := n.Slack()
	var m slackMessage
	if err != nil || json.Unmarshal(b, &m) != nil {
		t.Fatalf("%q for Slack: %s, %v", name, b, err)
	}
	for _, block := range m.Blocks {
		parts := strings.Split(block.Text.Text, "```")
		if strings.ContainsAny(block.Text.Text, "<>") || len(parts) != 1 && len(parts) != 3 || len(parts) == 3 && (parts[2] != "" || strings.Contains(parts[1], "`")) {
			t.Errorf("%q for Slack: %q", name, block.Text.Text)
		}
		if len(parts) == 1 && strings.Contains(block.Text.Text, "`") {
			t.Errorf("%q for Slack: %q", name, block.Text.Text)
		}
	}
}

// mailIsHarmless: a name makes no header, and the text comes out as it went in.
func mailIsHarmless(t *testing.T, name string, n *notify.News) {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(string(n.Draft(monday))))
	if err != nil {
		t.Fatalf("%q as mail: %v", name, err)
	}
	body, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil || strings.ReplaceAll(string(body), "\r\n", "\n") != n.Text() || len(m.Header) != 9 {
		t.Errorf("%q as mail: %v, %v\n%s", name, m.Header, err, body)
	}
}

func TestJSON(t *testing.T) {
	n := many(25, func(i int) string { return fmt.Sprint("x", i) })
	b, err := n.JSON()
	var got struct {
		Schema        int
		Delivery      string
		Failed, Fixed struct {
			Total, Left int
			Findings    []struct{ ID, Check, Severity, Message string }
		}
	}
	if err != nil || json.Unmarshal(b, &got) != nil || got.Schema != 1 || got.Delivery != n.Delivery() || len(got.Delivery) != 32 {
		t.Fatalf("%s, %v", b, err)
	}
	if got.Failed.Total != 25 || got.Failed.Left != 5 || len(got.Fixed.Findings) != 20 || got.Failed.Findings[0].Severity != "critical" {
		t.Errorf("%+v", got)
	}
	if other := many(24, func(i int) string { return "x" }); other.Delivery() == n.Delivery() {
		t.Error("another message has the same delivery")
	}
}
