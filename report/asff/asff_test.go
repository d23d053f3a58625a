package asff_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"demarc/checks"
	"demarc/providers/inventory"
	"demarc/report/asff"
	"demarc/scanner"
)

const account = "111122223333"

type made struct {
	summary  scanner.Summary
	findings []*scanner.Finding
}

func (m made) Summary() *scanner.Summary { return &m.summary }

func (m made) Findings() iter.Seq2[*scanner.Finding, error] { return all(m.findings) }

func all(list []*scanner.Finding) iter.Seq2[*scanner.Finding, error] {
	return func(yield func(*scanner.Finding, error) bool) {
		for _, f := range list {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// compared is a scan that knows what an earlier one failed for.
type compared struct {
	made
	resolved []*scanner.Finding
}

func (c compared) Resolved() iter.Seq2[*scanner.Finding, error] { return all(c.resolved) }

func scan(findings ...*scanner.Finding) made {
	return made{
		summary: scanner.Summary{
			Start:  time.Date(2026, 11, 24, 9, 30, 0, 123456789, time.UTC),
			Scopes: []scanner.Scope{{Provider: "aws", Account: account, Regions: []string{"eu-west-1", "us-east-1"}}},
			Checks: []scanner.Check{{
				ID: "aws-x-y", Title: "A title", Why: "A reason.", Link: "https://example.com/", Fix: scanner.Fix{Console: "Do it"},
				Controls: map[checks.Framework][]string{"soc-2": {"CC6.1"}},
			}},
		},
		findings: findings,
	}
}

func fails(id string) *scanner.Finding {
	return &scanner.Finding{
		ID: id, Check: "aws-x-y", Status: checks.Fail, Severity: checks.High, Area: checks.Data, ServiceModel: inventory.PaaS, Owner: checks.Customer,
		Provider: "aws", Account: account, Region: "eu-west-1", Message: "it is open",
		Evidence: map[string]any{"public": true, "ports": []string{"22"}, "name": "x"},
		Resource: scanner.Resource{ID: id, FullID: "arn:aws:s3:::" + id, Name: id, Type: "aws.s3.Bucket", Tags: map[string]string{"env": "prod"}},
	}
}

// batches writes a scan, and returns the batches by file with what was noted.
func batches(t *testing.T, r scanner.Reader) (map[string][]map[string]any, string) {
	t.Helper()
	var notes []string
	files := map[string]*bytes.Buffer{}
	err := asff.Options{Note: func(text string) { notes = append(notes, text) }}.Write(func(name string) (io.Writer, error) {
		if ok, err := path.Match(asff.Pattern, name); !ok || err != nil || files[name] != nil {
			return nil, fmt.Errorf("the name %q", name)
		}
		files[name] = &bytes.Buffer{}
		return files[name], nil
	}, r)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]map[string]any{}
	for name, b := range files {
		if b.Len() > 6_000_000 {
			t.Errorf("%s has %d bytes", name, b.Len())
		}
		var list []map[string]any
		if err := json.Unmarshal(b.Bytes(), &list); err != nil {
			t.Fatal(err)
		}
		if len(list) == 0 || len(list) > 100 {
			t.Errorf("%s has %d findings", name, len(list))
		}
		for _, f := range list {
			limits(t, name, f)
		}
		out[name] = list
	}
	return out, strings.Join(notes, "; ")
}

var (
	stamp      = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$`)
	productARN = regexp.MustCompile(`^arn:(aws|aws-cn|aws-us-gov):securityhub:[a-z0-9-]+:(\d{12}):product/(\d{12})/default$`)
	visible    = regexp.MustCompile(`^.*\S.*$`) // the dot stops at a line's end, as in the service's pattern
)

// limits are those of the API reference, which neither the SDK nor a double checks.
func limits(t *testing.T, file string, f map[string]any) {
	t.Helper()
	text := func(name string, most int) string {
		s, ok := f[name].(string)
		if n := len(utf16.Encode([]rune(s))); !ok || n == 0 || n > most || !visible.MatchString(s) {
			t.Errorf("%s has %d characters: %q", name, n, s)
		}
		return s
	}
	text("Id", 512)
	text("GeneratorId", 512)
	text("Title", 256)
	text("Description", 1024)
	at := text("AwsAccountId", 12)
	region := text("Region", 16)
	if p := productARN.FindStringSubmatch(text("ProductArn", 2048)); p == nil || p[2] != at || p[3] != at || !strings.Contains(p[0], ":"+region+":") {
		t.Errorf("ProductArn %v of account %s in %s", p, at, region)
	}
	if !strings.HasPrefix(file, "asff_"+at+"_"+region+"_") {
		t.Errorf("%s holds a finding of %s in %s", file, at, region)
	}
	if f["SchemaVersion"] != "2018-10-08" || !stamp.MatchString(text("CreatedAt", 32)) || !stamp.MatchString(text("UpdatedAt", 32)) {
		t.Errorf("version %v, times %v, %v", f["SchemaVersion"], f["CreatedAt"], f["UpdatedAt"])
	}
	if len(f["Types"].([]any)) > 50 || len(f["Resources"].([]any)) > 32 {
		t.Error("too many types or resources")
	}
	pairs := func(name string, m any, most int) {
		t.Helper()
		fields, _ := m.(map[string]any)
		if len(fields) > 50 {
			t.Errorf("%s has %d pairs", name, len(fields))
		}
		for k, v := range fields {
			if len([]rune(k)) > 128 || k == "" || len(utf16.Encode([]rune(v.(string)))) > most {
				t.Errorf("%s: %q = %q", name, k, v)
			}
		}
	}
	pairs("ProductFields", f["ProductFields"], 2048)
	r := f["Resources"].([]any)[0].(map[string]any)
	pairs("Tags", r["Tags"], 256)
	if d, ok := r["Details"].(map[string]any); ok {
		pairs("Details.Other", d["Other"], 1024)
	}
	c := f["Compliance"].(map[string]any)
	if !slices.Contains([]string{"PASSED", "FAILED", "WARNING", "NOT_AVAILABLE"}, c["Status"].(string)) {
		t.Errorf("Compliance.Status %v", c["Status"])
	}
	requirements, _ := c["RelatedRequirements"].([]any)
	if len(requirements) > 32 {
		t.Errorf("%d requirements", len(requirements))
	}
	label := f["Severity"].(map[string]any)["Label"].(string)
	if !slices.Contains([]string{"INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"}, label) {
		t.Errorf("severity %q", label)
	}
	if b, err := json.Marshal(f); err != nil || len(b) > 240_000 {
		t.Errorf("a finding of %d bytes, %v", len(b), err)
	}
}

func TestVerdicts(t *testing.T) {
	want := map[string]string{
		"FAIL": "FAILED HIGH ACTIVE", "SUPPRESSED": "FAILED HIGH ACTIVE SUPPRESSED", "PASS": "PASSED INFORMATIONAL ACTIVE", "ATTESTED": "PASSED INFORMATIONAL ACTIVE",
		"UNKNOWN": "NOT_AVAILABLE HIGH ACTIVE", "ERROR": "NOT_AVAILABLE HIGH ACTIVE", "NOT_APPLICABLE": "NOT_AVAILABLE INFORMATIONAL ACTIVE",
		"MANUAL": "WARNING HIGH ACTIVE", "stale": "WARNING HIGH ACTIVE",
	}
	var list []*scanner.Finding
	for _, v := range checks.Verdicts {
		f := fails(string(v))
		f.Status = v
		list = append(list, f)
	}
	stale := fails("stale")
	stale.Status, stale.Stale, stale.Gaps = checks.Unknown, true, []inventory.Gap{{Reason: inventory.Denied, Call: "S3 GetBucketAcl"}}
	got, _ := batches(t, scan(append(list, stale)...))
	for _, f := range got["asff_"+account+"_eu-west-1_0001.json"] {
		c := f["Compliance"].(map[string]any)
		text := fmt.Sprint(c["Status"], " ", f["Severity"].(map[string]any)["Label"], " ", f["RecordState"])
		if w, ok := f["Workflow"].(map[string]any); ok {
			text += " " + w["Status"].(string)
		}
		id := strings.TrimPrefix(f["Id"].(string), "demarc/")
		if text != want[id] {
			t.Errorf("%s is %s, want %s", id, text, want[id])
		}
		if reasons, _ := c["StatusReasons"].([]any); len(reasons) == 0 && id != "PASS" && id != "FAIL" {
			t.Errorf("%s gives no reason", id)
		}
		if id == "FAIL" && (f["GeneratorId"] != "demarc/aws-x-y" || f["CreatedAt"] != "2026-11-24T09:30:00.123Z" || f["Resources"].([]any)[0].(map[string]any)["Type"] != "AwsS3Bucket") {
			t.Errorf("%v", f)
		}
		delete(want, id)
	}
	if len(want) > 0 {
		t.Errorf("not written: %v", want)
	}
}

// A batch holds at most a hundred findings, of one account and one region; what
// has no region goes to the account's home region.
func TestBatches(t *testing.T) {
	var list []*scanner.Finding
	for i := range 250 {
		f := fails(fmt.Sprint(i))
		f.Region = []string{"eu-west-1", ""}[i%2]
		list = append(list, f)
	}
	for i := range 3 {
		f := fails(fmt.Sprint("other", i))
		f.Account, f.Region = "444455556666", "cn-north-1"
		list = append(list, f)
	}
	got, notes := batches(t, scan(list...))
	sizes := map[string]int{}
	for name, b := range got {
		sizes[name] = len(b)
	}
	want := map[string]int{
		"asff_111122223333_eu-west-1_0001.json": 100, "asff_111122223333_eu-west-1_0002.json": 25,
		"asff_111122223333_us-east-1_0001.json": 100, "asff_111122223333_us-east-1_0002.json": 25, "asff_444455556666_cn-north-1_0001.json": 3,
	}
	if !maps.Equal(sizes, want) || notes != "" {
		t.Errorf("%v, %q", sizes, notes)
	}
	if arn := got["asff_444455556666_cn-north-1_0001.json"][0]["ProductArn"]; arn != "arn:aws-cn:securityhub:cn-north-1:444455556666:product/444455556666/default" {
		t.Errorf("%s", arn)
	}
}

func TestHomeRegion(t *testing.T) {
	for _, tc := range []struct {
		scanned []string
		full    string
		want    string
	}{
		{[]string{"eu-west-1", "us-east-1"}, "", "us-east-1"}, {[]string{"eu-west-1", "eu-central-1"}, "", "eu-central-1"}, {nil, "", "us-east-1"},
		{[]string{"cn-northwest-1", "cn-north-1"}, "", "cn-north-1"}, {nil, "arn:aws-us-gov:iam::1:user/x", "us-gov-west-1"},
	} {
		f := fails("x")
		f.Region, f.Resource.FullID = "", tc.full
		m := scan(f)
		m.summary.Scopes[0].Regions = tc.scanned
		got, _ := batches(t, m)
		if name := "asff_" + account + "_" + tc.want + "_0001.json"; len(got[name]) != 1 {
			t.Errorf("%v: %v", tc, slices.Collect(maps.Keys(got)))
		}
	}
}

// What is not of an AWS account stays out, and that is told.
func TestLeftOut(t *testing.T) {
	azure, odd, nowhere := fails("a"), fails("b"), fails("c")
	azure.Provider, odd.Account, nowhere.Region = "azure", "12", "the moon"
	got, notes := batches(t, scan(azure, odd, nowhere))
	want := "asff: left out 1 finding of a region that is none; asff: left out 1 finding of accounts without a number of twelve digits; " +
		"asff: left out 1 finding of azure: the format is of AWS accounts alone; asff: no finding of an AWS account, so no file was written"
	if len(got) != 0 || notes != want {
		t.Errorf("%v, %q", got, notes)
	}
}

// Nothing that an account may hold breaks a limit: see func limits.
func TestHostileAndLong(t *testing.T) {
	var list []*scanner.Finding
	for i, text := range []string{
		"", " ", "\n\n", "\x00", "\x1b[31m", "a\u2028b", "\xff\xfe", strings.Repeat("x", 10_000), strings.Repeat("😀", 5_000), strings.Repeat("日", 5_000), strings.Repeat("\n", 3_000) + "x",
	} {
		f := fails(fmt.Sprint(i))
		f.Message, f.AccountName, f.Resource.Name, f.Resource.FullID, f.Resource.ID = text, text, text, text, text
		f.Evidence, f.Resource.Tags = map[string]any{text: text}, map[string]string{text: text}
		for n := range 200 {
			key := fmt.Sprintf("%d%s", n, text)
			f.Evidence[key], f.Resource.Tags[key] = text, text
			f.Gaps = append(f.Gaps, inventory.Gap{Reason: inventory.Denied, Where: text})
			f.Aliases = append(f.Aliases, text)
		}
		list = append(list, f)
	}
	m := scan(list...)
	c := &m.summary.Checks[0]
	c.Title, c.Why, c.Fix.Console = strings.Repeat("t", 300), strings.Repeat("w", 3000), strings.Repeat("f", 3000)
	c.Controls = map[checks.Framework][]string{"f": slices.Repeat([]string{"1.1"}, 100)}
	got, notes := batches(t, m)
	n := 0
	for _, b := range got {
		n += len(b)
	}
	if n != len(list) || notes != "" {
		t.Errorf("%d of %d findings, %q", n, len(list), notes)
	}
}

// Six megabytes end a batch before a hundred findings do.
func TestLargeFindingsMakeSmallerBatches(t *testing.T) {
	var list []*scanner.Finding
	for i := range 100 {
		f := fails(fmt.Sprint(i))
		for n := range 50 {
			f.Evidence[fmt.Sprintf("%02d", n)] = strings.Repeat("é", 1024) // six bytes each where only ASCII is sent
		}
		delete(f.Evidence, "public")
		list = append(list, f)
	}
	for i := range 100 {
		f := fails(fmt.Sprint("small", i))
		for n := range 30 {
			f.Evidence[fmt.Sprintf("%02d", n)] = strings.Repeat("é", 1024)
		}
		list = append(list, f)
	}
	got, _ := batches(t, scan(list...))
	n := 0
	for name, b := range got {
		n += len(b)
		ascii := 0
		for _, f := range b {
			line, err := json.Marshal(f)
			if err != nil {
				t.Fatal(err)
			}
			ascii += len(line) + 5*bytes.Count(line, []byte("é")) - bytes.Count(line, []byte("é"))
		}
		if ascii > 6_000_000 {
			t.Errorf("%s is sent as %d bytes", name, ascii)
		}
	}
	if n != 200 || len(got) < 3 {
		t.Errorf("%d findings in %d batches", n, len(got))
	}
}

// Only what an earlier scan failed for, and this one saw mended or gone, is
// archived. What could not be read is not, whatever the earlier scan says.
func TestArchived(t *testing.T) {
	mended, unread, broken, still, gone := fails("mended"), fails("unread"), fails("broken"), fails("still"), fails("gone")
	mended.Status, unread.Status, broken.Status = checks.Pass, checks.Unknown, checks.Error
	always := fails("always")
	always.Status = checks.Pass
	r := compared{scan(mended, unread, broken, still, always), []*scanner.Finding{fails("mended"), fails("unread"), fails("broken"), fails("still"), gone}}
	got, _ := batches(t, r)
	states := map[string]string{}
	for _, f := range got["asff_"+account+"_eu-west-1_0001.json"] {
		states[strings.TrimPrefix(f["Id"].(string), "demarc/")] = fmt.Sprint(f["RecordState"], " ", f["Compliance"].(map[string]any)["Status"])
	}
	want := map[string]string{
		"mended": "ARCHIVED PASSED", "unread": "ACTIVE NOT_AVAILABLE", "broken": "ACTIVE NOT_AVAILABLE", "still": "ACTIVE FAILED", "always": "ACTIVE PASSED",
		"gone": "ARCHIVED NOT_AVAILABLE",
	}
	if !maps.Equal(states, want) {
		t.Errorf("%v", states)
	}
}
