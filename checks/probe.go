package checks

import (
	"fmt"
	"slices"
	"strings"

	"demarc/providers/inventory"
)

// A Result is a Verdict with its grounds.
type Result struct {
	Verdict  Verdict
	Severity Severity
	Resource inventory.Resource
	Message  string
	Evidence map[string]any
	Gaps     []inventory.Gap
}

// A Probe is one run of a check on one resource. It implements
// inventory.Reader: what a check asks for and cannot see is put on record.
type Probe struct {
	Inv    *inventory.Inventory
	Region string // the region that a Regions check is asked about

	check    *Check
	params   Params
	seen     []string // violations that were seen
	absent   []string // violations that consist in something not being there
	skipped  *string  // the reason, which may be empty by mistake
	severity Severity
	evidence map[string]any
	gaps     []inventory.Gap
}

// Failf reports a violation that the check has seen: it stands whatever else
// was hidden. Several are all kept. It needs Evidence beside it.
func (p *Probe) Failf(format string, args ...any) {
	p.seen = append(p.seen, fmt.Sprintf(format, args...))
}

// Absentf reports that something required is nowhere to be found. It counts
// only if nothing was hidden from the check. It needs Evidence beside it.
func (p *Probe) Absentf(format string, args ...any) {
	p.absent = append(p.absent, fmt.Sprintf(format, args...))
}

// Skipf reports that the question does not apply to the resource, and why. It
// counts only if nothing was hidden and no violation was seen.
func (p *Probe) Skipf(format string, args ...any) { p.skipped = new(fmt.Sprintf(format, args...)) }

// Rank sets the severity of this one result, where the facts make a violation
// worse or lesser than the check's own severity says. One that the user set
// stands.
func (p *Probe) Rank(s Severity) {
	if !p.check.SetByUser {
		p.severity = s
	}
}

// Missed implements inventory.Reader.
func (p *Probe) Missed(g inventory.Gap) {
	if !slices.Contains(p.gaps, g) {
		p.gaps = append(p.gaps, g)
	}
}

// The bounds of evidence: it is for reading, not for keeping.
const (
	maxEvidence     = 16
	maxEvidenceList = 10
	maxEvidenceText = 200
)

// Evidence records a value that decided the verdict. Values are numbers,
// booleans, strings or lists of strings; long ones are cut. It is never to be
// a secret: no policy text, no environment, no user data.
func (p *Probe) Evidence(name string, value any) {
	if p.evidence == nil {
		p.evidence = map[string]any{}
	}
	if len(p.evidence) >= maxEvidence {
		return
	}
	switch v := value.(type) {
	case bool, int, int32, int64, float64:
		p.evidence[name] = v
	case []string:
		list := make([]string, 0, len(v))
		for i, s := range v {
			if i == maxEvidenceList {
				list = append(list, fmt.Sprintf("and %d more", len(v)-i))
				break
			}
			list = append(list, cut(s))
		}
		p.evidence[name] = list
	default:
		p.evidence[name] = cut(fmt.Sprint(v))
	}
}

func cut(s string) string {
	if r := []rune(s); len(r) > maxEvidenceText {
		return string(r[:maxEvidenceText]) + "…"
	}
	return s
}

// Int returns the value of a Param that the check declares.
func (p *Probe) Int(param *Param) int { return p.param(param).(int) }

// Strings returns the value of a Param that the check declares.
func (p *Probe) Strings(param *Param) []string { return p.param(param).([]string) }

func (p *Probe) param(param *Param) any {
	if !slices.Contains(p.check.Params, param) {
		panic("reads the parameter " + param.Name + ", which it does not declare")
	}
	if v, ok := p.params[p.check.ID+"."+param.Name]; ok {
		return v
	}
	return param.Default
}

func (p *Probe) result(res inventory.Resource) Result {
	r := Result{Verdict: Pass, Severity: p.severity, Resource: res, Gaps: p.gaps, Evidence: p.evidence}
	if r.Severity == 0 {
		r.Severity = p.check.Severity
	}
	switch {
	case len(p.seen) > 0:
		r.Verdict, r.Message = Fail, strings.Join(p.seen, "; ")
	case len(p.gaps) > 0:
		r.Verdict, r.Message = Unknown, p.gaps[0].String()
		if n := len(p.gaps) - 1; n > 0 {
			r.Message += fmt.Sprintf(" (and %d more)", n)
		}
	case len(p.absent) > 0:
		r.Verdict, r.Message = Fail, strings.Join(p.absent, "; ")
	case p.skipped != nil:
		r.Verdict, r.Message = NotApplicable, *p.skipped
	}
	if r.Verdict == Fail && len(p.evidence) == 0 {
		r.Verdict, r.Message = Error, "the check fails the resource without evidence: "+r.Message
	}
	for _, g := range p.gaps {
		if g.Reason == inventory.Undeclared {
			r.Verdict, r.Message = Error, "the check reads what it does not declare: "+g.Where
		}
	}
	return r
}
