package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"demarc/checks"
	"demarc/report"
	"demarc/scanner"
	"demarc/scanner/diff"
)

// compared is a comparison whose new failures, n of each, have hostile names;
// one more failure cannot be read any more, and one is gone.
func compared(n int) *diff.Diff {
	sum := &scanner.Summary{ScanID: "a|b\x1b[31m", Version: "1", Scopes: []scanner.Scope{{Provider: "aws", Account: "1"}}, Checks: []scanner.Check{{ID: "aws-x-y", Revision: 1}}}
	newer := *sum
	newer.Complete, newer.Checks = true, []scanner.Check{{ID: "aws-x-y", Revision: 1}, {ID: "aws-x-<img src=x>"}}
	old, now := &diff.Side{Summary: sum}, &diff.Side{Summary: &newer}
	add := func(s *diff.Side, id, name string, v checks.Verdict) {
		s.Rows = append(s.Rows, diff.Row{ID: id, Check: "aws-x-y", Status: v, Severity: checks.High, Provider: "aws", Account: "1", Resource: diff.Resource{ID: name, FullID: name, Name: name, Type: "t"}, Message: "named " + name})
	}
	for i := range n {
		for j, name := range hostile {
			id := fmt.Sprint("f", i, "-", j)
			add(old, id, name, checks.Pass)
			add(now, id, name, checks.Fail)
		}
	}
	add(old, "u", "unread", checks.Fail)
	add(now, "u", "unread", checks.Unknown)
	add(old, "g", "gone", checks.Fail)
	return diff.Compare(old, now)
}

func diffWritten(t *testing.T, name string, d *diff.Diff, text report.Text) []byte {
	t.Helper()
	f, err := report.DiffByName(name, text)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDiffFormats(t *testing.T) {
	d := compared(1)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(diffWritten(t, "json", d, report.Text{})))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema(t, "../docs/diff.schema.json").Validate(doc); err != nil {
		t.Error(err)
	}
	if err := schema(t, "../docs/diff.schema.json").Validate(mustJSON(t, diffWritten(t, "json", diff.Compare(&diff.Side{Summary: &scanner.Summary{}}, &diff.Side{Summary: &scanner.Summary{}}), report.Text{}))); err != nil {
		t.Errorf("nothing compared with nothing: %v", err)
	}

	text := string(diffWritten(t, "text", d, report.Text{Width: 100}))
	if strings.ContainsAny(text, "\x1b\a") {
		t.Errorf("a terminal obeys %q", text)
	}
	for _, want := range []string{"New failures: 14", "Became unreadable: 1", "FAIL → UNKNOWN", "No longer seen: 1", "was FAIL; the resource is gone", "check aws-x-<img src=x>: was not run before", ", ended early", "      0 Fixed"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %q:\n%s", want, text)
		}
	}
	if few := string(diffWritten(t, "text", d, report.Text{Top: 3})); !strings.Contains(few, "and 11 more") || strings.Count(few, "PASS → FAIL") != 3 {
		t.Error(few)
	}

	var html bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.Table)).Convert(diffWritten(t, "markdown", d, report.Text{}), &html); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(html.String(), "<tr>\n<td>high</td>"); got != len(hostile)+2 {
		t.Errorf("%d rows, want %d: a name breaks the table\n%s", got, len(hostile)+2, html.String())
	}
	for _, bad := range []string{"<img", "href=\"javascript", "<script"} {
		if strings.Contains(html.String(), bad) {
			t.Errorf("the Markdown renders %s", bad)
		}
	}
	if _, err := report.DiffByName("pdf", report.Text{}); err == nil {
		t.Error("pdf is a format")
	}
}

func mustJSON(t *testing.T, b []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// A comment on a pull request has a bound, and what is left out is counted.
func TestDiffMarkdownIsBounded(t *testing.T) {
	b := diffWritten(t, "markdown", compared(500), report.Text{})
	if len(b) > 65_000 || !bytes.Contains(b, []byte("**Left out for want of room:** New failures ")) {
		t.Errorf("%d bytes, ending in %q", len(b), b[max(0, len(b)-200):])
	}
}
