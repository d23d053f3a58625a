package asff

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"demarc/checks"
	"demarc/scanner"
)

// The lengths that the format allows, in characters, and its counts.
const (
	maxID, maxTitle, maxDescription, maxName  = 512, 256, 1024, 128
	maxRecommendation, maxReason              = 512, 1024 // a reason may have 2048
	maxPairs, maxKey, maxProductValue         = 50, 128, 2048
	maxOtherValue, maxTagValue, maxOriginal   = 1024, 256, 64
	maxReasons, maxRequirements, maxReference = 10, 32, 64
)

const timeFormat = "2006-01-02T15:04:05.000Z"

// A state says how a finding stands against an earlier scan.
type state int

const (
	active   state = iota
	archived       // it failed in an earlier scan, and this one saw it mended
	gone           // it failed in an earlier scan, and this one saw its resource gone
)

// severities are the labels of the format.
var severities = map[checks.Severity]string{
	checks.Critical: "CRITICAL", checks.High: "HIGH", checks.Medium: "MEDIUM", checks.Low: "LOW", checks.Info: "INFORMATIONAL",
}

// statuses are the Compliance.Status of each verdict. What could not be read is
// NOT_AVAILABLE; WARNING is said where a person's answer is missing, and of a
// failure that this scan could not read again.
var statuses = map[checks.Verdict]string{
	checks.Pass: "PASSED", checks.Attested: "PASSED", checks.Fail: "FAILED", checks.Suppressed: "FAILED", checks.Manual: "WARNING",
	checks.Unknown: "NOT_AVAILABLE", checks.NotApplicable: "NOT_AVAILABLE", checks.Error: "NOT_AVAILABLE",
}

var types = []string{"Software and Configuration Checks/AWS Security Best Practices"}

// finding puts a finding into the format, cut to its lengths.
func (w *writer) finding(f *scanner.Finding, region string, s state) finding {
	c := w.summary.Check(f.Check)
	if c == nil {
		c = &scanner.Check{ID: f.Check, Title: f.Check}
	}
	part := partition(f, []string{region})
	at := w.summary.Start.UTC().Format(timeFormat)
	sev := severityOf(f, s)
	out := finding{
		SchemaVersion: "2018-10-08", ID: cut("demarc/"+f.ID, maxID), ProductName: "demarc", CompanyName: "demarc", Region: region,
		ProductArn:  fmt.Sprintf("arn:%s:securityhub:%s:%s:product/%s/default", part, region, f.Account, f.Account),
		GeneratorID: cut("demarc/"+f.Check, maxID), AwsAccountID: f.Account, AwsAccountName: cut(f.AccountName, maxName), Types: types,
		CreatedAt: at, UpdatedAt: at, Severity: sev, Title: first(maxTitle, c.Title, f.Check),
		Description: cut(first(maxDescription, f.Message, c.Title, f.Check)+". "+c.Why, maxDescription), ProductFields: productFields(f),
		Resources: []resource{resourceOf(f, part)}, Compliance: complianceOf(c, f, s),
		RecordState: "ACTIVE", FindingProviderFields: providerFields{sev, types},
	}
	if s != active {
		out.RecordState = "ARCHIVED"
	}
	if f.Status == checks.Suppressed && s == active {
		out.Workflow = &workflow{"SUPPRESSED"}
	}
	if c.Fix.Console != "" {
		out.Remediation = &remediation{recommendation{cut(c.Fix.Console, maxRecommendation), c.Link}}
	}
	return out
}

// severityOf is the check's, where something may be wrong.
func severityOf(f *scanner.Finding, s state) severity {
	label := cmp.Or(severities[f.Severity], "INFORMATIONAL")
	if f.Status == checks.Pass || f.Status == checks.Attested || f.Status == checks.NotApplicable || s == gone {
		label = "INFORMATIONAL"
	}
	return severity{label, cut(f.Severity.String(), maxOriginal)}
}

func complianceOf(c *scanner.Check, f *scanner.Finding, s state) compliance {
	out := compliance{Status: cmp.Or(statuses[f.Status], "NOT_AVAILABLE")}
	say := func(code, text string) {
		if len(out.StatusReasons) < maxReasons {
			out.StatusReasons = append(out.StatusReasons, statusReason{code, cut(text, maxReason)})
		}
	}
	switch {
	case s == gone:
		out.Status = "NOT_AVAILABLE"
		say("RESOURCE_GONE", "it failed in an earlier scan, and its resource is gone")
	case f.Stale:
		out.Status = "WARNING"
		say("STALE", "it failed in an earlier scan, and this one could not read it")
	case f.Status != checks.Pass && f.Status != checks.Fail:
		say(string(f.Status), f.Message)
	}
	for _, g := range f.Gaps {
		say("NOT_READ", g.String())
	}
	if a := f.Attestation; a != nil {
		say("ATTESTATION", fmt.Sprintf("%s, %s: %s", a.Owner, a.Date, a.Statement))
	}
	if p := f.Suppression; p != nil {
		say("SUPPRESSION", fmt.Sprintf("%s, until %s: %s", p.Owner, cmp.Or(p.Expires, "further notice"), p.Reason))
	}
	for _, fw := range slices.Sorted(maps.Keys(c.Controls)) {
		for _, id := range c.Controls[fw] {
			if name := string(fw) + "/" + id; len(out.RelatedRequirements) < maxRequirements && len(name) <= maxReference {
				out.RelatedRequirements = append(out.RelatedRequirements, name)
			}
		}
	}
	return out
}

func resourceOf(f *scanner.Finding, part string) resource {
	out := resource{
		Type: cmp.Or(resourceTypes[f.Resource.Type], "Other"), ID: first(maxID, f.Resource.FullID, f.Resource.ID, f.Account),
		Partition: part, Region: f.Region, Tags: map[string]string{},
	}
	if f.Resource.Type == "aws.Account" {
		out.ID = "AWS::::Account:" + f.Account // as the service itself calls it
	}
	for _, k := range slices.Sorted(maps.Keys(f.Resource.Tags)) {
		put(out.Tags, k, cut(f.Resource.Tags[k], maxTagValue))
	}
	other := map[string]string{}
	for _, k := range slices.Sorted(maps.Keys(f.Evidence)) {
		text, isText := f.Evidence[k].(string)
		if !isText {
			b, err := json.Marshal(f.Evidence[k])
			if err != nil {
				continue
			}
			text = string(b)
		}
		if text = cut(text, maxOtherValue); text != "" {
			put(other, k, text)
		}
	}
	if len(other) > 0 {
		out.Details = &details{other}
	}
	return out
}

// productFields are what the format has no place for.
func productFields(f *scanner.Finding) map[string]string {
	out := map[string]string{}
	for k, v := range map[string]string{
		"status": string(f.Status), "area": string(f.Area), "owner": string(f.Owner), "serviceModel": string(f.ServiceModel),
		"resourceType": f.Resource.Type, "resourceName": f.Resource.Name, "risk": fmt.Sprint(f.Risk.Score), "riskBecause": strings.Join(f.Risk.Because, ", "),
		"aliases": strings.Join(f.Aliases, " "),
	} {
		if v = cut(v, maxProductValue); v != "" {
			out["demarc/"+k] = v
		}
	}
	return out
}

// put adds a pair, unless it has no key that can be seen or there are enough.
func put(m map[string]string, k, v string) {
	if k = cut(k, maxKey); k != "" && len(m) < maxPairs {
		m[k] = v
	}
}

// first returns the first of some texts that has anything to be seen, cut.
func first(most int, texts ...string) string {
	for _, s := range texts {
		if s = cut(s, most); s != "" {
			return s
		}
	}
	return ""
}

// cut keeps the first characters of s, without control characters, which the
// service's patterns do not know. A character outside of the basic plane counts
// as two, as it does there.
func cut(s string, most int) string {
	s = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
	n, keep := 0, 0
	for i, r := range s {
		if n += utf16.RuneLen(r); n > most {
			return strings.TrimSpace(s[:keep]) + "…"
		}
		if n <= most-1 {
			keep = i + len(string(r))
		}
	}
	return s
}

// broken says what the service would refuse a finding for; "" where nothing is.
func broken(f finding, size int) string {
	for _, must := range []struct{ name, text string }{
		{"title", f.Title}, {"description", f.Description}, {"resource", f.Resources[0].ID},
	} {
		if must.text == "" {
			return "without a " + must.name
		}
	}
	if size > maxFindingSize {
		return "of more than 240 KB"
	}
	return ""
}
