package report_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rs/zerolog"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"demarc/checks"
	awschecks "demarc/checks/aws"
	"demarc/examples/demo"
	"demarc/providers/aws"
	"demarc/report"
	"demarc/scanner"
)

func demoScan(t testing.TB) *scanner.Scan {
	t.Helper()
	s, err := scanner.Run(context.Background(), scanner.Config{
		Providers: []scanner.Provider{demo.Over(demo.Estate(), aws.Tuning{})}, Checks: awschecks.All, Controls: awschecks.Manual, Now: demo.Now,
		ScanID: "demo", Version: "1.2.3", Log: zerolog.Nop(),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func written(t testing.TB, name string, r scanner.Reader) []byte {
	t.Helper()
	f, err := report.ByName(name, report.Text{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func schema(t testing.TB, file string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestJSONFollowsItsSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, "json", demoScan(t))))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema(t, "../docs/scan.schema.json").Validate(doc); err != nil {
		t.Error(err)
	}
}

func TestJSONLinesFollowTheirSchema(t *testing.T) {
	lines := bytes.Split(bytes.TrimSpace(written(t, "jsonl", demoScan(t))), []byte("\n"))
	s := schema(t, "../docs/scan-line.schema.json")
	var types []string
	for _, l := range lines {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(l))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Fatalf("%.200s: %v", l, err)
		}
		types = append(types, v.(map[string]any)["type"].(string))
	}
	types = slices.Compact(types)
	if got, want := strings.Join(types, " "), "header finding account finding account summary"; got != want {
		t.Errorf("the stream goes %s, want %s", got, want)
	}
}

// Every format made of a scan that was read back is the format made of the
// scan itself.
func TestRoundTrip(t *testing.T) {
	s := demoScan(t)
	for _, kept := range []string{"json", "jsonl"} {
		back, err := scanner.Read(bytes.NewReader(written(t, kept, s)))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range report.Names() {
			if got, want := written(t, name, back), written(t, name, s); !bytes.Equal(got, want) {
				t.Errorf("%s by way of %s differs", name, kept)
			}
		}
	}
}

// Two scans of one state give the same bytes, times aside.
func TestSameBytes(t *testing.T) {
	a, b := demoScan(t), demoScan(t)
	b.Summary().End = a.Summary().End
	for _, name := range report.Names() {
		if !bytes.Equal(written(t, name, a), written(t, name, b)) {
			t.Errorf("%s differs between two scans", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	s := demoScan(f)
	f.Add(written(f, "jsonl", s)[:4096])
	f.Add([]byte(`{"schema":1,"tool":"demarc","findings":[{"id":"x","severity":"low"}]}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		back, err := scanner.Read(bytes.NewReader(in))
		if err != nil {
			return
		}
		defer back.Close()
		for _, name := range report.Names() {
			form, _ := report.ByName(name, report.Text{})
			_ = form(io.Discard, back)
		}
	})
}

// GitHub's rules that no validator knows: see "SARIF support for code scanning".
func TestSARIF(t *testing.T) {
	s := demoScan(t)
	var log struct {
		Runs []struct {
			AutomationDetails struct{ ID string }
			Tool              struct {
				Driver struct {
					Rules []struct {
						ID                                string
						ShortDescription, FullDescription struct{ Text string }
						Help                              struct{ Text, Markdown string }
						Properties                        struct {
							Tags     []string
							Severity *string `json:"security-severity"`
						}
					}
				}
			}
			Results []struct {
				RuleID              string
				RuleIndex           int
				Level               string
				Message             struct{ Text string }
				PartialFingerprints map[string]string
				Locations           []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(written(t, "sarif", s), &log); err != nil {
		t.Fatal(err)
	}
	results, categories := 0, map[string]bool{}
	for _, run := range log.Runs {
		category := run.AutomationDetails.ID[:strings.LastIndex(run.AutomationDetails.ID, "/")]
		if categories[category] || !strings.HasPrefix(category, "demarc/aws/") {
			t.Errorf("category %q", category)
		}
		categories[category] = true
		for _, r := range run.Tool.Driver.Rules {
			if r.ShortDescription.Text == "" || r.FullDescription.Text == "" || r.Help.Text == "" || len(r.ShortDescription.Text) > 1024 || len(r.Properties.Tags) > 20 {
				t.Errorf("rule %s breaks a rule", r.ID)
			}
			if r.Properties.Severity != nil {
				if v, err := strconv.ParseFloat(*r.Properties.Severity, 64); err != nil || v <= 0 || v > 10 {
					t.Errorf("rule %s has security-severity %q", r.ID, *r.Properties.Severity)
				}
			}
		}
		prints := map[string]bool{}
		for _, r := range run.Results {
			results++
			if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
				t.Errorf("result of %s points to another rule", r.RuleID)
			}
			print := r.PartialFingerprints["primaryLocationLineHash"]
			if !strings.HasSuffix(print, ":1") || prints[print] {
				t.Errorf("fingerprint %q", print)
			}
			prints[print] = true
			uri := r.Locations[0].PhysicalLocation.ArtifactLocation.URI
			if uri == "" || strings.ContainsAny(uri, " |:\\") || strings.HasPrefix(uri, "/") || r.Locations[0].PhysicalLocation.Region.StartLine < 1 {
				t.Errorf("location %q", uri)
			}
			if !slices.Contains([]string{"error", "warning", "note"}, r.Level) || r.Message.Text == "" {
				t.Errorf("result %+v", r)
			}
		}
	}
	if results != s.Summary().Counts[checks.Fail] {
		t.Errorf("%d results for %d failures", results, s.Summary().Counts[checks.Fail])
	}
}

func TestCSV(t *testing.T) {
	s := demoScan(t)
	rows, err := csv.NewReader(bytes.NewReader(written(t, "csv", s))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for v := range s.Summary().Counts {
		n += s.Summary().Counts[v]
	}
	if len(rows) != n+1 {
		t.Errorf("%d rows for %d findings", len(rows)-1, n)
	}
}
