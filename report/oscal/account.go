package oscal

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	oscal "github.com/defenseunicorns/go-oscal/src/types/oscal-1-1-3"

	"demarc/checks"
	"demarc/scanner"
)

// account is one account's result in the making.
type account struct {
	summary        *scanner.Summary
	provider, name string
	piece          string // the findings of an account may come in several pieces
	tool           string
	items          []oscal.InventoryItem
	seen           map[string]bool // inventory items
	observations   []oscal.Observation
	order          []string // checks, as they come
	byCheck        map[string]*judged
}

// judged is what an account's findings say of one check.
type judged struct {
	tally        tally
	observations []oscal.RelatedObservation
	accepted     []*scanner.Suppression
}

func newAccount(s *scanner.Summary, provider, name string, piece int) *account {
	a := &account{summary: s, provider: provider, name: name, piece: fmt.Sprint(piece), seen: map[string]bool{}, byCheck: map[string]*judged{}}
	a.tool = a.id("tool")
	return a
}

func (a *account) key() string { return a.provider + "/" + a.name }

// id names what is of this account.
func (a *account) id(words ...string) string {
	return id(append([]string{a.provider, a.name, a.piece}, words...)...)
}

// add takes a finding in.
func (a *account) add(f *scanner.Finding) {
	j := a.byCheck[f.Check]
	if j == nil {
		j = &judged{tally: tally{}}
		a.byCheck[f.Check] = j
		a.order = append(a.order, f.Check)
	}
	j.tally[f.Status]++
	if f.Suppression != nil {
		j.accepted = append(j.accepted, f.Suppression)
	}
	o := a.observation(f)
	a.observations = append(a.observations, o)
	j.observations = append(j.observations, oscal.RelatedObservation{ObservationUuid: o.UUID})
}

// item is the UUID of the finding's resource, which it lists once.
func (a *account) item(f *scanner.Finding) string {
	uuid := a.id("resource", f.Resource.Account, f.Resource.Region, f.Resource.FullID, f.Resource.Type)
	if !a.seen[uuid] {
		a.seen[uuid] = true
		a.items = append(a.items, oscal.InventoryItem{
			UUID: uuid, Description: prose(f.Resource.Name),
			Props: &[]oscal.Property{
				{Name: "asset-id", Value: line(f.Resource.FullID)}, prop("type", f.Resource.Type), prop("account", f.Resource.Account), prop("region", f.Resource.Region),
			},
		})
	}
	return uuid
}

// methods and types are OSCAL's words for how a verdict came to be.
var (
	methods = map[checks.Verdict]string{checks.Manual: "UNKNOWN", checks.Attested: "EXAMINE"}
	types   = map[checks.Verdict]string{checks.Fail: "finding", checks.Suppressed: "finding"}
)

func (a *account) observation(f *scanner.Finding) oscal.Observation {
	method, kind := "TEST", "control-objective"
	if m := methods[f.Status]; m != "" {
		method = m
	}
	if k := types[f.Status]; k != "" {
		kind = k
	}
	o := oscal.Observation{
		UUID: a.id("observation", f.ID), Title: prose(f.Check), Description: prose(f.Message), Methods: []string{method}, Types: &[]string{kind},
		Collected: a.summary.End.UTC(),
		Origins:   &[]oscal.Origin{{Actors: []oscal.OriginActor{{Type: "tool", ActorUuid: a.tool}}}},
		Subjects:  &[]oscal.SubjectReference{{Type: "inventory-item", SubjectUuid: a.item(f), Title: prose(f.Resource.Name)}},
		Props: &[]oscal.Property{
			prop("status", string(f.Status)), prop("severity", f.Severity.String()), prop("area", string(f.Area)), prop("service-model", string(f.ServiceModel)),
			prop("owner", string(f.Owner)), prop("fingerprint", f.ID),
		},
	}
	var evidence []oscal.RelevantEvidence
	if len(f.Evidence) > 0 {
		if b, err := json.Marshal(f.Evidence); err == nil {
			evidence = append(evidence, oscal.RelevantEvidence{Description: prose(string(b))})
		}
	}
	for _, g := range f.Gaps {
		evidence = append(evidence, oscal.RelevantEvidence{Description: prose("could not be read: " + g.String())})
	}
	if at := f.Attestation; at != nil {
		evidence = append(evidence, oscal.RelevantEvidence{Description: prose(fmt.Sprintf("%s, signed by %s on %s: %s", at.Statement, at.Owner, at.Date, at.Evidence))})
		if day, err := time.Parse(time.DateOnly, at.Expires); err == nil {
			o.Expires = &day
		}
	}
	o.RelevantEvidence = list(evidence)
	return o
}

// result ends the account.
func (a *account) result() oscal.Result {
	s := a.summary
	end := s.End.UTC()
	r := oscal.Result{
		UUID: a.id("result", when(s)), Title: line(a.title()), Description: prose(a.describe()), Start: s.Start.UTC(), End: &end,
		ReviewedControls: reviewed(checksOf(s, a.provider)), Observations: list(a.observations),
		Props: &[]oscal.Property{prop("provider", a.provider), prop("account", a.name)},
	}
	r.LocalDefinitions = &oscal.LocalDefinitions{
		Components: &[]oscal.SystemComponent{{
			UUID: a.tool, Type: "software", Title: line(s.Tool + " " + s.Version), Description: "Scans cloud accounts, read-only.",
			Status: oscal.SystemComponentStatus{State: "operational"},
		}},
		InventoryItems: list(a.items),
	}
	var findings []oscal.Finding
	var risks []oscal.Risk
	for _, check := range a.order {
		f, risk, ok := a.finding(check, a.byCheck[check])
		if !ok {
			continue
		}
		findings = append(findings, f)
		if risk != nil {
			risks = append(risks, *risk)
		}
	}
	r.Findings, r.Risks = list(findings), list(risks)
	return r
}

func (a *account) title() string {
	if a.provider == "" {
		return "Nothing was scanned"
	}
	return a.provider + " account " + a.name
}

func (a *account) describe() string {
	for _, sc := range a.summary.Scopes {
		if sc.Provider != a.provider || sc.Account != a.name {
			continue
		}
		text := fmt.Sprintf("Account %s %s; regions: %s.", sc.Account, sc.Name, strings.Join(sc.Regions, ", "))
		if len(sc.LeftOut) > 0 {
			text += fmt.Sprintf(" %d regions were left out.", len(sc.LeftOut))
		}
		return text
	}
	return a.title()
}

// finding says how what a check asks stands in the account, with a risk where
// something fails; false where there was nothing to judge.
func (a *account) finding(check string, j *judged) (oscal.Finding, *oscal.Risk, bool) {
	status, stated := j.tally.state()
	if !stated {
		return oscal.Finding{}, nil, false
	}
	c := a.summary.Check(check)
	if c == nil {
		c = &scanner.Check{ID: check, Title: check, Why: check}
	}
	f := oscal.Finding{
		UUID: a.id("finding", check), Title: prose(c.Title), Description: prose(c.Why), RelatedObservations: list(j.observations),
		Target: oscal.FindingTarget{Type: "objective-id", TargetId: objective(check), Title: line(check), Status: status},
		Props:  &[]oscal.Property{prop("check", check), prop("severity", c.Severity.String())},
	}
	if j.tally[checks.Fail]+j.tally[checks.Suppressed] == 0 {
		return f, nil, true
	}
	risk := a.risk(c, j)
	f.RelatedRisks = &[]oscal.AssociatedRisk{{RiskUuid: risk.UUID}}
	return f, risk, true
}

func (a *account) risk(c *scanner.Check, j *judged) *oscal.Risk {
	r := &oscal.Risk{
		UUID: a.id("risk", c.ID), Title: prose(c.Title), Description: prose(c.Why), Status: "open", RelatedObservations: list(j.observations),
		Statement: fmt.Sprintf("%d fail, %d fail and are accepted.", j.tally[checks.Fail], j.tally[checks.Suppressed]),
		Props:     &[]oscal.Property{prop("severity", c.Severity.String())},
	}
	if c.Fix.Console != "" {
		r.Remediations = &[]oscal.Response{{UUID: a.id("fix", c.ID), Lifecycle: "recommendation", Title: "The fix", Description: prose(c.Fix.Console)}}
	}
	if j.tally[checks.Fail] > 0 {
		return r
	}
	r.Status = "deviation-approved"
	var factors []oscal.MitigatingFactor
	for i, s := range j.accepted {
		factors = append(factors, oscal.MitigatingFactor{
			UUID: a.id("accepted", c.ID, fmt.Sprint(i)), Description: prose(fmt.Sprintf("%s; accepted by %s for %s until %s", s.Reason, s.Approver, s.Owner, s.Expires)),
		})
		if day, err := time.Parse(time.DateOnly, s.Expires); err == nil && (r.Deadline == nil || day.Before(*r.Deadline)) {
			r.Deadline = &day
		}
	}
	r.MitigatingFactors = list(factors)
	return r
}
