package compliance

import (
	"fmt"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/scanner"
)

// judge says how a requirement stands by its answers.
func (a *Answers) judge(req frameworks.Requirement, all []*answer) Requirement {
	q := Requirement{
		ID: req.ID, Level: req.Level, Assessment: req.Assessment, Owners: req.Owners, Counts: scanner.Counts{},
		Checks: []string{}, Controls: []string{}, LeftOut: []string{}, FailedIn: []string{}, Failures: []Failure{},
	}
	if a.summary == nil {
		a.potential(&q, all)
	} else {
		a.inScan(&q, all)
	}
	q.Owner = a.owner(req, all)
	if q.Status == Unanswered && q.Owner == checks.Provider && len(all) == 0 {
		q.Status, q.Why = Inherited, a.inherited()
	}
	return q
}

// potential is the status of a requirement without a scan.
func (a *Answers) potential(q *Requirement, all []*answer) {
	for _, x := range all {
		if x.Manual {
			q.Controls = append(q.Controls, x.ID)
		} else {
			q.Checks = append(q.Checks, x.ID)
		}
	}
	switch {
	case len(q.Controls) > 0 && len(q.Checks) > 0:
		q.Status, q.Why = Open, "checks look at it, and a person has to answer as well"
	case len(q.Controls) > 0:
		q.Status, q.Why = Open, "a person has to answer"
	case len(q.Checks) > 0:
		q.Status, q.Why = Answerable, some(q.Checks)
	default:
		q.Status, q.Why = Unanswered, "there is no check and no control for it"
	}
}

// found are the answers of a requirement, by what they amount to.
type found struct {
	failed, unread, open, accepted, good, missed, elsewhere []string
}

// inScan is the status of a requirement in a scan.
func (a *Answers) inScan(q *Requirement, all []*answer) {
	var f found
	failedIn := map[string]bool{}
	for _, x := range all {
		if a.missed[x.provider] {
			f.missed = append(f.missed, x.provider)
		}
		switch {
		case a.looked(x):
			if x.Manual {
				q.Controls = append(q.Controls, x.ID)
			} else {
				q.Checks = append(q.Checks, x.ID)
			}
			f.sort(x)
			q.Failures = append(q.Failures, x.failures...)
			for v, n := range x.counts {
				q.Counts[v] += n
			}
			for account := range x.failedIn {
				failedIn[account] = true
			}
		case a.missed[x.provider]:
		case a.scanned[x.provider]:
			q.LeftOut = append(q.LeftOut, x.ID)
		default:
			f.elsewhere = append(f.elsewhere, x.ID)
		}
	}
	q.FailedIn = append(q.FailedIn, sortedKeys(failedIn)...)
	q.Status, q.Why = f.sum(q)
}

// sort puts an answer where it belongs; it may belong to several.
func (f *found) sort(x *answer) {
	n := func(v checks.Verdict) bool { return x.counts[v] > 0 }
	put := func(list *[]string, is bool) {
		if is {
			*list = append(*list, x.ID)
		}
	}
	put(&f.failed, n(checks.Fail))
	put(&f.unread, n(checks.Unknown) || n(checks.Error) || !x.Manual && !x.Whole)
	// A control that nobody was asked is one of an organization that the scan
	// did not reach: it is as open as one that was asked.
	put(&f.open, n(checks.Manual) || x.Manual && len(x.counts) == 0)
	put(&f.accepted, n(checks.Suppressed))
	put(&f.good, n(checks.Pass) || n(checks.Attested))
}

// sum is the status that the worst of the answers makes, with its reason.
func (f *found) sum(q *Requirement) (Status, string) {
	switch {
	case len(f.failed) > 0:
		return NotMet, fmt.Sprintf("%s: %s", count(q.Counts[checks.Fail], "failure"), some(f.failed))
	case len(f.missed) > 0:
		return Unread, strings.Join(slices.Compact(slices.Sorted(slices.Values(f.missed))), ", ") + " could not be entered"
	case len(f.unread) > 0:
		return Unread, "not all was read of what it asks: " + some(f.unread)
	case len(f.open) > 0:
		return Open, "waits for a person: " + some(f.open)
	case len(q.LeftOut) > 0 && len(q.Checks)+len(q.Controls) > 0:
		return Partly, "left out of the scan: " + some(q.LeftOut)
	case len(q.LeftOut) > 0:
		return Unanswered, "its checks were left out of the scan: " + some(q.LeftOut)
	case len(f.accepted) > 0:
		return Accepted, fmt.Sprintf("%s accepted: %s", count(q.Counts[checks.Suppressed], "failure"), some(f.accepted))
	case len(f.good) > 0:
		return Met, some(f.good)
	case len(q.Checks)+len(q.Controls) > 0:
		return Idle, "nothing there that it applies to: " + some(q.Checks)
	case len(f.elsewhere) > 0:
		return Unanswered, "its checks are of clouds that were not scanned: " + some(f.elsewhere)
	}
	return Unanswered, "there is no check and no control for it"
}

// inherited words what is known of the provider's evidence.
func (a *Answers) inherited() string {
	var words []string
	for _, p := range sortedKeys(a.scanned) {
		if n := a.reports[p]; n > 0 {
			words = append(words, fmt.Sprintf("%s lists %s", p, count(n, "audit report")))
		} else {
			words = append(words, "no audit report of "+p+" was read")
		}
	}
	if len(words) == 0 {
		return "the provider's: its audit reports are the evidence"
	}
	return "the provider's: " + strings.Join(words, ", ")
}

// owner says who answers for a requirement: by the catalogue, by the publisher
// for the service models in use, or by the answers' place in the matrix.
func (a *Answers) owner(req frameworks.Requirement, all []*answer) checks.Owner {
	owners := map[checks.Owner]bool{}
	switch {
	case req.Owner != "" && len(all) == 0:
		return req.Owner
	case req.Owner != "":
		return checks.Shared // the provider's buildings, and what the checks look at
	case len(req.Owners) > 0:
		for m, o := range req.Owners {
			if len(a.models) == 0 || a.models[m] {
				owners[o] = true
			}
		}
		if len(owners) == 0 { // none of the models that the publisher speaks of is in use
			for _, o := range req.Owners {
				owners[o] = true
			}
		}
	default:
		for _, x := range all {
			if a.summary != nil && !a.looked(x) && !a.missed[x.provider] && !a.scanned[x.provider] {
				continue // of a cloud that is not in question
			}
			if len(x.owners) == 0 {
				owners[checks.OwnerOf(x.Area, x.ServiceModel)] = true
			}
			for o := range x.owners {
				owners[o] = true
			}
		}
	}
	switch len(owners) {
	case 0:
		return ""
	case 1:
		return sortedKeys(owners)[0]
	}
	return checks.Shared
}

// some names the first few of a list.
func some(ids []string) string {
	const most = 3
	if len(ids) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(ids[:most], ", "), len(ids)-most)
	}
	return strings.Join(ids, ", ")
}

func count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
