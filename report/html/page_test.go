package html

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"demarc/checks"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// made is a scan of the test's own.
type made struct {
	summary  scanner.Summary
	findings []*scanner.Finding
}

func (m *made) Summary() *scanner.Summary { return &m.summary }

func (m *made) Findings() iter.Seq2[*scanner.Finding, error] {
	return func(yield func(*scanner.Finding, error) bool) {
		for _, f := range m.findings {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// scanOf makes a scan with a failure of each name, in so many accounts.
func scanOf(accounts int, names ...string) *made {
	m := &made{summary: scanner.Summary{
		Schema: 1, Tool: "demarc", Version: "1.2.3", ScanID: names[0], Complete: true, Start: time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC),
		Unreached: []scanner.Unreached{{Provider: "other", Why: names[0]}},
		Coverage:  scanner.Coverage{Operations: map[string]int{names[0]: 1}, Gaps: []scanner.GapCount{{Kind: names[0], Gap: inventory.Gap{Reason: inventory.Denied, Where: names[0]}, Count: 1}}},
		Counts:    scanner.Counts{},
	}}
	for i := range 40 {
		m.summary.Checks = append(m.summary.Checks, scanner.Check{
			ID: fmt.Sprintf("aws-x-check-%02d", i), Title: "Things of kind " + fmt.Sprint(i) + " are as they should be", Why: "w", Severity: checks.High,
			Area: checks.Data, ServiceModel: inventory.PaaS, Aliases: []string{}, Params: []scanner.Param{}, Ran: true, Counts: scanner.Counts{},
		})
	}
	for a := range accounts {
		account := fmt.Sprintf("%012d", 7919*(a+1))
		m.summary.Scopes = append(m.summary.Scopes, scanner.Scope{Provider: "aws", Account: account, Name: names[0]})
		for i, name := range names {
			for k, c := range m.summary.Checks[:min(len(m.summary.Checks), 1+len(names))] {
				full := fmt.Sprintf("arn:aws:x:eu-central-1:%s:thing/%s-%x", account, name, 0x9e3779b9*(i+1+a*7))
				r := scanner.Resource{ID: name, FullID: full, Name: name, Type: "aws.x.Thing", Region: "eu-central-1", Account: account, Tags: map[string]string{name: name}}
				f := &scanner.Finding{
					ID: scanner.Fingerprint("aws", account, r.Region, full, c.ID), Check: c.ID, Aliases: []string{}, Status: checks.Verdicts[(i+k)%4],
					Severity: c.Severity, Area: c.Area, ServiceModel: c.ServiceModel, Owner: checks.Customer, Provider: "aws", Account: account, AccountName: names[0],
					Region: r.Region, Resource: r, Message: "is named " + name, Evidence: map[string]any{name: []any{name}}, Gaps: []inventory.Gap{},
					Risk: scanner.Risk{Score: 35, Because: []string{}},
				}
				m.findings = append(m.findings, f)
				m.summary.Counts[f.Status]++
			}
		}
	}
	return m
}

func written(t testing.TB, r scanner.Reader) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// block returns what stands between the tags that match open, of which there
// is one.
func block(t testing.TB, page, open, end string) string {
	t.Helper()
	at := regexp.MustCompile(open).FindAllStringIndex(page, -1)
	if len(at) != 1 {
		t.Fatalf("%d of %s", len(at), open)
	}
	text, _, ok := strings.Cut(page[at[0][1]:], end)
	if !ok {
		t.Fatalf("%s does not end", open)
	}
	return text
}

func TestStructure(t *testing.T) {
	page := written(t, scanOf(2, "a", "b"))
	if !strings.HasPrefix(page, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"") {
		t.Errorf("the policy is not the first thing after the character set: %.200s", page)
	}
	for _, want := range []string{"<noscript>", "DecompressionStream", "demarc scan a of 2026-11-24 09:30 UTC", "<meta name=\"viewport\""} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	// Nothing is asked of any server, and no attribute runs or styles anything.
	outside := regexp.MustCompile(`<script[^>]*>[^<]*`).ReplaceAllString(page, "")
	for _, bad := range []string{`\ssrc=`, `\sstyle=`, `\son[a-z]+=`, `@import`, `url\(`, `http://[^w]`} {
		if found := regexp.MustCompile(bad).FindString(outside); found != "" {
			t.Errorf("the page holds %q", found)
		}
	}
}

func TestPolicyNamesTheBlocks(t *testing.T) {
	page := written(t, scanOf(1, "a"))
	said := block(t, page, `<meta http-equiv="Content-Security-Policy" content="`, `"`)
	for directive, text := range map[string]string{
		"script-src": block(t, page, `<script type="module">`, "</script>"),
		"style-src":  block(t, page, `<style>`, "</style>"),
	} {
		if want := directive + " '" + hash(text) + "';"; !strings.Contains(said, want) {
			t.Errorf("the policy %s lacks %s", said, want)
		}
	}
	for _, want := range []string{"default-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"} {
		if !strings.Contains(said, want) {
			t.Errorf("the policy lacks %s", want)
		}
	}
	if strings.Contains(said, "unsafe") {
		t.Errorf("the policy %s", said)
	}
}

func TestHostileNames(t *testing.T) {
	plain := written(t, scanOf(1, "a"))
	for _, name := range []string{
		"</script><img src=x onerror=alert(1)>", "<!--<script>", "</title></style><script>alert(1)</script>", "\" onload=\"x", "\u2028\x00\x1b[31m\ufffe", "&lt;b&gt;", "__proto__",
	} {
		page := written(t, scanOf(1, name))
		for _, tag := range []string{"<script", "</script", "<img", "<!--", "<style", "</style", "<title", "<meta", "<link", "<noscript", "\" onload=", "\x00", "\x1b"} {
			if got, want := strings.Count(page, tag), strings.Count(plain, tag); got != want {
				t.Errorf("%q makes %d of %s, want %d", name, got, tag, want)
			}
		}
		if regexp.MustCompile(`[^A-Za-z0-9+/=]`).MatchString(block(t, page, `<script type="application/octet-stream" id="scan">`, "</script>")) {
			t.Errorf("%q: the data is not base64 alone", name)
		}
	}
}

// packed is the form that the page reads; see assets/data.js.
type packed struct {
	Scan      map[string]json.RawMessage
	Rows      [][]json.RawMessage
	IDs       []string
	Scopes    []scope
	Resources []scanner.Resource
	Gaps      []inventory.Gap
	LeftOut   int
}

func unpacked(t testing.TB, page string) (p packed) {
	t.Helper()
	zip, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(block(t, page, `id="scan">`, "</script>"))))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(zip)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &p); err != nil {
		t.Fatalf("%v: %.300s", err, text)
	}
	return p
}

func into(t testing.TB, raw json.RawMessage, v any) {
	t.Helper()
	if err := json.Unmarshal(raw, v); err != nil {
		t.Fatal(err)
	}
}

// finding does what assets/data.js does with a row.
func (p packed) finding(t testing.TB, row []json.RawMessage, s *scanner.Summary) *scanner.Finding {
	t.Helper()
	f := &scanner.Finding{Owner: checks.Customer, Gaps: []inventory.Gap{}}
	var id, sc, res int
	var gaps []int
	for i, v := range []any{&id, &f.Status, &f.Severity, &sc, &res, &f.Message, &f.Evidence, &gaps, &f.Risk.Score, &f.Risk.Because} {
		into(t, row[i], v)
	}
	f.Check, f.Resource = p.IDs[id], p.Resources[res]
	f.Provider, f.Account, f.AccountName, f.Region = p.Scopes[sc].Provider, p.Scopes[sc].Account, p.Scopes[sc].AccountName, f.Resource.Region
	for _, g := range gaps {
		f.Gaps = append(f.Gaps, p.Gaps[g])
	}
	if c := s.Check(f.Check); c != nil {
		f.Area, f.ServiceModel, f.Aliases = c.Area, c.ServiceModel, c.Aliases
	}
	f.ID = scanner.Fingerprint(f.Provider, f.Resource.Account, f.Resource.Region, f.Resource.FullID, f.Check)
	if len(row) > 10 {
		into(t, row[10], f)
	}
	return f
}

// The packed form holds the published form, whatever a finding is like.
func TestNothingIsLost(t *testing.T) {
	m := scanOf(2, "a", "<b>")
	odd := func(change func(*scanner.Finding)) {
		f := *m.findings[0]
		f.Aliases = slices.Clone(f.Aliases)
		change(&f)
		m.findings = append(m.findings, &f)
		m.summary.Counts[f.Status]++
	}
	odd(func(f *scanner.Finding) { f.ID = strings.Repeat("0", 32) })
	odd(func(f *scanner.Finding) {
		f.Region, f.Owner, f.Area, f.ServiceModel = "", checks.Provider, checks.OS, inventory.SaaS
	})
	odd(func(f *scanner.Finding) { f.Stale, f.Resource.Tags = true, nil })
	odd(func(f *scanner.Finding) {
		f.Status, f.Gaps = checks.Unknown, []inventory.Gap{{Reason: inventory.Throttled, Call: "X Y"}, {Reason: inventory.Denied, Action: "x:Y"}}
	})
	odd(func(f *scanner.Finding) {
		f.Status, f.Suppression = checks.Suppressed, &scanner.Suppression{ID: "s", Reason: "r", Owner: "o", Expires: "2027-01-31"}
	})
	odd(func(f *scanner.Finding) {
		f.Status, f.Attestation = checks.Attested, &scanner.Attestation{ID: "a", Statement: "s", Expires: "2027-01-31"}
	})
	p := unpacked(t, written(t, m))
	if len(p.Rows) != len(m.findings) || p.LeftOut != 0 || p.Scan["matrix"] == nil {
		t.Fatalf("%d rows for %d findings, %d left out, matrix %.20s", len(p.Rows), len(m.findings), p.LeftOut, p.Scan["matrix"])
	}
	for i, row := range p.Rows {
		got, _ := json.Marshal(p.finding(t, row, &m.summary))
		want, _ := json.Marshal(m.findings[i])
		if !bytes.Equal(got, want) {
			t.Errorf("finding %d comes back as\n%s\nand was\n%s", i, got, want)
		}
	}
	var back scanner.Summary
	all, _ := json.Marshal(p.Scan)
	into(t, all, &back)
	if !reflect.DeepEqual(back.Counts, m.summary.Counts) || len(back.Checks) != len(m.summary.Checks) {
		t.Errorf("the summary comes back as %.300s", all)
	}
}

// A page of 20,000 findings can be sent by mail.
func TestSize(t *testing.T) {
	names := make([]string, 39)
	for i := range names {
		names[i] = fmt.Sprintf("thing-%08x", 0x9e3779b9*uint32(i+1))
	}
	m := scanOf(13, names...)
	if len(m.findings) < 20_000 {
		t.Fatalf("%d findings", len(m.findings))
	}
	page := written(t, m)
	if len(page) > 1_000_000 {
		t.Errorf("%d bytes for %d findings", len(page), len(m.findings))
	}
	if page != written(t, m) {
		t.Error("two pages of one scan differ")
	}
}

// Where not all fit, what asks for attention stays, and the page knows how
// many findings it lacks.
func TestMostFindings(t *testing.T) {
	m := scanOf(1, "a", "b", "c", "d")
	calm := m.summary.Counts[checks.Pass] + m.summary.Counts[checks.NotApplicable]
	grave := len(m.findings) - calm
	for _, c := range []struct{ most, rows int }{{len(m.findings), len(m.findings)}, {len(m.findings) - 1, grave}, {3, 3}, {0, 0}} {
		p := packer{summary: &m.summary, b: bufio.NewWriter(io.Discard)}
		left, err := p.findings(m, c.most)
		if err != nil || p.rows != c.rows || left != len(m.findings)-c.rows {
			t.Errorf("at most %d: %d rows, %d left out, %v", c.most, p.rows, left, err)
		}
	}
}

func TestAssets(t *testing.T) {
	paths, err := filepath.Glob("assets/*.js")
	if err != nil || len(paths) != len(modules) {
		t.Errorf("%d files of script, %d modules joined: %v", len(paths), len(modules), err)
	}
	style, script, err := assets()
	if err != nil {
		t.Fatal(err)
	}
	// Texts become text, never HTML or code; and nothing ends the block early.
	for _, bad := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "DOMParser", "createContextualFragment", "srcdoc", "</script", "<!--", "XMLHttpRequest", "fetch("} {
		if strings.Contains(script, bad) {
			t.Errorf("the script holds %s", bad)
		}
	}
	if strings.Contains(style, "</style") || strings.Contains(style, "url(") || strings.Contains(style, "@import") {
		t.Error("the style asks for something")
	}
	for i, name := range modules {
		source, err := files.ReadFile("assets/" + name + ".js")
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range importLine.FindAllStringSubmatch(string(source), -1) {
			if at := slices.Index(modules, strings.TrimSuffix(m[2], ".js")); at < 0 || at >= i {
				t.Errorf("%s.js imports %s, which comes after it", name, m[2])
			}
		}
	}
}

func TestPart(t *testing.T) {
	got, err := part("x", "import { a } from \"./b.js\";\nexport const c = a;\nexport async function d() {}\n")
	want := "parts[\"x.js\"] = (() => {\nconst { a } = parts[\"b.js\"];\nconst c = a;\nasync function d() {}\n\nreturn { c, d };\n})();\n"
	if err != nil || got != want {
		t.Errorf("%s, %v", got, err)
	}
	for _, bad := range []string{"import x from \"./b.js\";", "export default 1;", "export { a };", "import \"./b.js\";"} {
		if _, err := part("x", bad); err == nil {
			t.Errorf("%s is joined", bad)
		}
	}
}
