// Package compliance says how the requirements of a framework stand in a scan:
// what was met, what was not, what could not be read, what waits for a person,
// and what nothing answers.
package compliance

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// A Status says how a requirement stands; the worst there is decides, in the
// order of Statuses.
type Status string

// The statuses. Met is said of a requirement that something looked at, that
// all of its checks were run for, and that nothing speaks against: no failure,
// nothing unread, no open control.
const (
	NotMet     Status = "not met"
	Unread     Status = "could not be read" // or a check of it is broken
	Open       Status = "open"              // a control waits for a person
	Partly     Status = "partly looked at"  // some of its checks were left out of the scan
	Accepted   Status = "accepted"          // what fails has been accepted
	Met        Status = "met"
	Idle       Status = "nothing to judge" // its checks ran and found nothing that they apply to
	Inherited  Status = "inherited"        // the provider's: its audit reports are the evidence
	Unanswered Status = "nothing answers it"

	// Answerable is said without a scan: there are checks that look at it.
	Answerable Status = "has checks"
)

// Statuses lists them as they decide.
var Statuses = []Status{NotMet, Unread, Open, Partly, Accepted, Met, Idle, Inherited, Unanswered, Answerable}

// A Report is how one framework stands.
type Report struct {
	Framework    checks.Framework `json:"framework"`
	Title        string           `json:"title"`
	List         string           `json:"list"`    // what the list of requirements holds
	Scanned      bool             `json:"scanned"` // whether anything that the framework is about was scanned; false without a scan
	OfScan       bool             `json:"ofScan"`  // false where there is no scan, only the catalogue
	ScanID       string           `json:"scanId,omitempty"`
	Complete     bool             `json:"complete"` // false where the scan was ended early
	Accounts     []string         `json:"accounts"` // provider/account
	LeftOut      int              `json:"leftOut"`  // regions that were not scanned
	Totals       map[Status]int   `json:"totals"`
	Requirements []Requirement    `json:"requirements"`
}

// A Requirement is how one requirement stands.
type Requirement struct {
	ID         string                           `json:"id"`
	Level      string                           `json:"level"`
	Assessment string                           `json:"assessment"`
	Owner      checks.Owner                     `json:"owner"`  // empty where nobody says
	Owners     map[inventory.Model]checks.Owner `json:"owners"` // by service model, where a publisher says so
	Status     Status                           `json:"status"`
	Why        string                           `json:"why"`
	Counts     scanner.Counts                   `json:"counts"`   // of the findings of its checks and controls
	Checks     []string                         `json:"checks"`   // that the scan looked at it with
	Controls   []string                         `json:"controls"` // that a person answers
	LeftOut    []string                         `json:"leftOut"`  // checks and controls of scanned clouds that the scan left out
	FailedIn   []string                         `json:"failedIn"` // accounts, as provider/account
	Failures   []Failure                        `json:"failures"` // the first of each check; Counts has how many there are
}

// A Failure is one resource that fails.
type Failure struct {
	ID       string          `json:"id"` // the finding's fingerprint
	Check    string          `json:"check"`
	Severity checks.Severity `json:"severity"`
	Provider string          `json:"provider"`
	Account  string          `json:"account"`
	Region   string          `json:"region"`
	Resource string          `json:"resource"`
	Message  string          `json:"message"`
}

// maxFailures is how many failures of a check a report shows.
const maxFailures = 5

// Of judges the requirements of one framework.
func (a *Answers) Of(fw checks.Framework) Report {
	info, _ := frameworks.About(fw)
	r := Report{
		Framework: fw, Title: info.Title, List: info.List, Complete: true, Accounts: []string{},
		Totals: map[Status]int{}, Requirements: []Requirement{},
	}
	if a.summary != nil {
		r.OfScan, r.ScanID, r.Complete = true, a.summary.ScanID, a.summary.Complete
		for _, s := range a.summary.Scopes {
			if info.Provider == "" || info.Provider == s.Provider {
				r.Accounts = append(r.Accounts, s.Provider+"/"+s.Account)
				r.LeftOut += len(s.LeftOut)
			}
		}
		r.Scanned = len(r.Accounts) > 0
	}
	byID := a.index(fw)
	for _, req := range frameworks.Catalogue(fw) {
		if info.Provider != "" && len(byID[req.ID]) == 0 {
			req.Owner = checks.Customer // a benchmark asks nothing of the provider itself
		}
		r.add(a.judge(req, byID[req.ID]))
		delete(byID, req.ID)
	}
	for _, id := range sortedKeys(byID) { // of a check that knows a requirement that the catalogue does not
		r.add(a.judge(frameworks.Requirement{ID: id}, byID[id]))
	}
	return r
}

func (r *Report) add(q Requirement) {
	r.Requirements = append(r.Requirements, q)
	r.Totals[q.Status]++
}

// All judges all frameworks.
func (a *Answers) All() (out []Report) {
	for _, fw := range frameworks.Names() {
		out = append(out, a.Of(fw))
	}
	return out
}
