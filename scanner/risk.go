package scanner

import (
	_ "embed" // for the patterns
	"math"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"demarc/checks"
)

// Risk ranks a failure among all others; docs/matrix.md explains the formula.
type Risk struct {
	Score   int      `json:"score"`   // from 0 to 100; 0 for what is no failure
	Because []string `json:"because"` // what raised it above its severity
}

// base is what a severity weighs by itself.
var base = map[checks.Severity]float64{checks.Critical: 50, checks.High: 35, checks.Medium: 20, checks.Low: 8, checks.Info: 1}

// What raises a score, as a part of what the severity weighs. All three
// together double it.
const (
	forExposure    = 0.5
	forSensitivity = 0.3
	forPrivileges  = 0.2
)

//go:embed risk.yaml
var riskYAML []byte

// patterns say what raises a risk: ids of checks whose failure shows that a
// resource is exposed, or that privileges are behind it, and tags that name
// sensitive data.
type patterns struct {
	Exposure   []string `yaml:"exposure"`
	Privileges []string `yaml:"privileges"`
	TagKeys    []string `yaml:"tagKeys"`
	TagValues  []string `yaml:"tagValues"`
}

var risky = sync.OnceValue(func() (p patterns) {
	if err := yaml.UnmarshalWithOptions(riskYAML, &p, yaml.Strict()); err != nil {
		panic("risk.yaml: " + err.Error())
	}
	return p
})

// RiskPatterns are the patterns of check ids that raise a risk, for the test
// that each finds a check.
func RiskPatterns() (exposure, privileges []string) { return risky().Exposure, risky().Privileges }

func matches(patterns []string, id string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		ok, err := path.Match(p, id)
		return ok && err == nil
	})
}

// rank gives the failures of one account their risks. What one check says of a
// resource, that it can be reached from everywhere, say, raises the risk of
// all other failures of the same resource.
func rank(findings []*Finding) {
	exposed, privileged := map[string]bool{}, map[string]bool{}
	for _, f := range findings {
		if f.Status != checks.Fail && f.Status != checks.Suppressed { // what is accepted is exposed all the same
			continue
		}
		exposed[f.Resource.FullID] = exposed[f.Resource.FullID] || matches(risky().Exposure, f.Check)
		privileged[f.Resource.FullID] = privileged[f.Resource.FullID] || matches(risky().Privileges, f.Check)
	}
	for _, f := range findings {
		f.Risk.Because = []string{}
		if f.Status != checks.Fail {
			continue
		}
		raise := 1.0
		if exposed[f.Resource.FullID] {
			raise += forExposure
			f.Risk.Because = append(f.Risk.Because, "exposed")
		}
		if tag := sensitive(f.Resource.Tags); tag != "" {
			raise += forSensitivity
			f.Risk.Because = append(f.Risk.Because, "sensitive data: tag "+tag)
		}
		if privileged[f.Resource.FullID] {
			raise += forPrivileges
			f.Risk.Because = append(f.Risk.Because, "privileges behind it")
		}
		f.Risk.Score = int(math.Round(base[f.Severity] * raise))
	}
}

// sensitive returns the tag by which its owner calls a resource's data
// sensitive; "" where there is none.
func sensitive(tags map[string]string) string {
	var found []string
	for k, v := range tags {
		if slices.Contains(risky().TagKeys, plain(k)) && slices.Contains(risky().TagValues, plain(v)) {
			found = append(found, k)
		}
	}
	slices.Sort(found)
	if len(found) == 0 {
		return ""
	}
	return found[0]
}

// plain is a word without case and without what people put between words.
func plain(s string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "", ":", "").Replace(strings.ToLower(s))
}
