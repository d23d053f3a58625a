package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"demarc/checks"
	"demarc/scanner"
)

// made is a scan of the test's own.
type made struct {
	summary  scanner.Summary
	findings []*scanner.Finding
}

func (m made) Summary() *scanner.Summary { return &m.summary }

func (m made) Findings() iter.Seq2[*scanner.Finding, error] {
	return func(yield func(*scanner.Finding, error) bool) {
		for _, f := range m.findings {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// failures makes one failure for each resource name.
func failures(names ...string) made {
	m := made{summary: scanner.Summary{
		Schema: 1, Tool: "demarc", Complete: true, Scopes: []scanner.Scope{{Provider: "aws", Account: "1", Name: names[0]}},
		Checks: []scanner.Check{{ID: "aws-x-y", Title: "t", Why: "w", Severity: checks.High, Area: checks.Data, ServiceModel: "iaas", Counts: scanner.Counts{checks.Fail: len(names)}}},
		Counts: scanner.Counts{checks.Fail: len(names)},
	}}
	for i, n := range names {
		m.findings = append(m.findings, &scanner.Finding{
			ID: fmt.Sprintf("%032x", i), Check: "aws-x-y", Status: checks.Fail, Severity: checks.High, Area: checks.Data, ServiceModel: "iaas", Owner: checks.Customer,
			Provider: "aws", Account: "1", Message: "named " + n, Resource: scanner.Resource{ID: n, FullID: n, Name: n, Type: "aws.x.Y"},
		})
	}
	return m
}

var hostile = []string{
	"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\tx", "\x1b[31mred\x1b]0;title\a", "a|b", "`code`", "</script><img src=x onerror=alert(1)>",
	"@someone #1", "line\nbreak", "ü 日本", "[link](javascript:x)", "a b:c\\d",
}

func TestHostileNames(t *testing.T) {
	m := failures(hostile...)
	rows, err := csv.NewReader(bytes.NewReader(written(t, "csv", m))).ReadAll()
	if err != nil || len(rows) != len(hostile)+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, r := range rows[1:] {
		for _, cell := range r {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("a spreadsheet runs %q", cell)
			}
		}
	}
	if text := written(t, "text", m); bytes.ContainsAny(text, "\x1b\a") {
		t.Errorf("a terminal obeys %q", text)
	}
	var html bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.Table)).Convert(written(t, "markdown", m), &html); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(html.String(), "<tr>\n<td>high</td>"); got != len(hostile) {
		t.Errorf("%d rows of failures, want %d: a name breaks the table", got, len(hostile))
	}
	for _, bad := range []string{"<img", "href=\"javascript", "<script"} {
		if strings.Contains(html.String(), bad) {
			t.Errorf("the Markdown renders %s", bad)
		}
	}
	var log struct {
		Runs []struct {
			Results []struct {
				Locations []struct {
					PhysicalLocation struct{ ArtifactLocation struct{ URI string } }
				}
			}
		}
	}
	if err := json.Unmarshal(written(t, "sarif", m), &log); err != nil {
		t.Fatal(err)
	}
	for _, r := range log.Runs[0].Results {
		for _, c := range r.Locations[0].PhysicalLocation.ArtifactLocation.URI {
			if c <= ' ' || c > '~' || strings.ContainsRune("|\\:<>\"`{}^", c) {
				t.Errorf("the URI holds %q", c)
			}
		}
	}
}

// SARIF keeps to GitHub's limits, and says what it leaves out.
func TestSARIFLimits(t *testing.T) {
	names := make([]string, 25_010)
	for i := range names {
		names[i] = fmt.Sprint("r", i)
	}
	var log struct {
		Runs []struct {
			Results    []json.RawMessage
			Properties map[string]int
		}
	}
	if err := json.Unmarshal(written(t, "sarif", failures(names...)), &log); err != nil {
		t.Fatal(err)
	}
	if len(log.Runs[0].Results) != 5_000 || log.Runs[0].Properties["findingsLeftOut"] != 20_010 {
		t.Errorf("%d results, properties %v", len(log.Runs[0].Results), log.Runs[0].Properties)
	}
	clean := failures("a")
	clean.findings = nil
	if b := written(t, "sarif", clean); !bytes.Contains(b, []byte(`"results": []`)) {
		t.Errorf("a clean run closes no alerts: %s", b)
	}
}

func TestMarkdownIsBounded(t *testing.T) {
	names := make([]string, 30_000)
	for i := range names {
		names[i] = strings.Repeat("n", 60)
	}
	for format, most := range map[string]int{"markdown": 1 << 20, "markdown-comment": 65_536} {
		b := string(written(t, format, failures(names...)))
		rows := strings.Count(b, "\n| high | ")
		whole := strings.Count(b, " | named "+names[0]+" |\n")
		if len(b) > most || len(b) < most*9/10 || rows != whole || !strings.Contains(b, fmt.Sprintf("\n%d more are left out", len(names)-rows)) {
			t.Errorf("%s: %d bytes, %d rows, %d of them whole", format, len(b), rows, whole)
		}
	}
}
