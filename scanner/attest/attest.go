// Package attest reads attestations: a person's word, signed by a second one,
// on what no API can tell. docs/attestations.md describes the file.
package attest

import (
	"cmp"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"demarc/checks"
	"demarc/scanner"
	"demarc/scanner/decision"
)

// MaxDays is how long an attestation may hold.
const MaxDays = 400

// fields are those of an entry; docs/attestations.schema.json has the same.
var fields = []string{"id", "account", "statement", "owner", "approver", "date", "expires", "evidence"}

// An Attestation is one entry of a file.
type Attestation struct {
	ID        string   // of a control or of a duty
	Accounts  []string // patterns; every account where empty
	Statement string
	Owner     string
	Approver  string
	Date      decision.Day
	Expires   decision.Day // the last day
	Evidence  Evidence
	Place     string // where it stands: "file:line"

	file     string
	controls []string // those that it answers
	duty     bool     // ID is a duty's
}

// Evidence is what a statement rests on: a link, or a file and its hash.
type Evidence struct {
	Link   string
	Path   string // relative to the folder of the attestations' file
	SHA256 string
}

func (e Evidence) String() string {
	if e.Link != "" {
		return e.Link
	}
	return "sha256:" + e.SHA256
}

// State says how an attestation stands on a day.
type State string

// The states.
const (
	Holds   State = "holds"
	Expired State = "expired"
	Future  State = "future" // its date is still to come
)

// State is how the attestation stands on a day; its last day counts.
func (a *Attestation) State(today decision.Day) State {
	switch {
	case a.Date.After(today):
		return Future
	case today.After(a.Expires):
		return Expired
	}
	return Holds
}

// A Registry is what can be attested.
type Registry struct {
	Checks   []*checks.Check // known, to say that a check is no control
	Controls []*checks.Control
	Duties   []checks.Duty
}

// A Book is the attestations of some files.
type Book struct {
	All []*Attestation
	by  map[string][]*Attestation // by the control that they answer
}

// Load reads files. Its error says everything that is wrong in them.
func Load(paths []string, known Registry) (*Book, error) {
	b := &Book{}
	var p decision.Problems
	for _, path := range paths {
		data, err := decision.ReadFile(path)
		if err != nil {
			return nil, err
		}
		b.All = append(b.All, parse(path, data, known, &p)...)
		if err := p.Err(); err != nil {
			return nil, err
		}
	}
	b.index()
	return b, nil
}

// Parse reads the attestations in data; file is the name for errors.
func Parse(file string, data []byte, known Registry) (*Book, error) {
	var p decision.Problems
	b := &Book{All: parse(file, data, known, &p)}
	if err := p.Err(); err != nil {
		return nil, err
	}
	b.index()
	return b, nil
}

func (b *Book) index() {
	b.by = map[string][]*Attestation{}
	for _, a := range b.All {
		for _, id := range a.controls {
			b.by[id] = append(b.by[id], a)
		}
	}
}

func parse(file string, data []byte, known Registry, p *decision.Problems) (all []*Attestation) {
	for _, e := range decision.Entries(file, data, "attestations", p, fields...) {
		a := &Attestation{
			ID: e.Text("id"), Accounts: e.Patterns("account"), Statement: e.Text("statement"),
			Date: e.Day("date"), Expires: e.Day("expires"), Place: e.Place(), file: file,
		}
		a.Owner, a.Approver = e.Signed()
		a.Evidence = evidence(e)
		if a.ID != "" {
			a.resolve(e, known)
		}
		if !a.Date.IsZero() && !a.Expires.IsZero() {
			switch days := a.Expires.Since(a.Date); {
			case days < 0:
				e.Wrong("expires", "%s is before its date, %s", a.Expires, a.Date)
			case days > MaxDays:
				e.Wrong("expires", "it is %d days after its date: at most %d, until %s", days, MaxDays, a.Date.Plus(MaxDays))
			}
		}
		all = append(all, a)
	}
	return all
}

var hash = regexp.MustCompile(`^[0-9a-f]{64}$`)

func evidence(e *decision.Entry) (out Evidence) {
	in := e.Entry("evidence", "link", "path", "sha256")
	if in == nil {
		return out
	}
	if in.Has("link") {
		if in.Has("path") || in.Has("sha256") {
			in.Wrong("link", "it goes without a path and a hash: give one or the other")
		}
		out.Link = in.Text("link")
		if u, err := url.Parse(out.Link); out.Link != "" && !strings.HasPrefix(out.Link, decision.Todo) && (err != nil || u.Scheme != "https" || u.Host == "") {
			in.Wrong("link", "it is no https link")
		}
		return out
	}
	out.Path, out.SHA256 = in.Text("path"), in.Text("sha256")
	if out.SHA256 != "" && !hash.MatchString(out.SHA256) {
		in.Wrong("sha256", "it is no SHA-256 hash: 64 digits of 0-9 and a-f")
	}
	return out
}

// resolve finds the controls that the attestation answers.
func (a *Attestation) resolve(e *decision.Entry, known Registry) {
	names := map[string]bool{}
	for _, c := range known.Controls {
		if c.ID == a.ID {
			a.controls = []string{c.ID}
			return
		}
		names[c.ID] = true
	}
	for _, d := range known.Duties {
		names[d.ID] = true
		if d.ID != a.ID {
			continue
		}
		a.duty = true
		for _, c := range known.Controls {
			if d.AnsweredBy(c.ID) {
				a.controls = append(a.controls, c.ID)
			}
		}
		if len(a.controls) == 0 && len(a.Accounts) > 0 {
			e.Wrong("account", "the duty %s has no control, so that it is attested for all accounts or for none: leave the account out", d.ID)
		}
		return
	}
	for _, c := range known.Checks {
		if c.ID == a.ID {
			e.Wrong("id", "%s is a check: an API answers it, and no person can. Attest a control or a duty; to accept a failure, suppress it", c.ID)
			return
		}
	}
	e.Wrong("id", "unknown control or duty %q%s", a.ID, decision.Nearest(a.ID, names))
}

// Review answers MANUAL findings. A finding stays open where its attestation
// has expired or is not valid yet, and says so.
func (b *Book) Review(now time.Time) func(*scanner.Finding) {
	today := decision.DayOf(now)
	return func(f *scanner.Finding) {
		if f.Status != checks.Manual {
			return
		}
		a := b.best(f.Check, f.Account, today)
		if a == nil {
			return
		}
		f.Attestation = new(a.published())
		switch a.State(today) {
		case Holds:
			f.Status = checks.Attested
			f.Message = fmt.Sprintf("attested by %s, approved by %s, until %s: %s", a.Owner, a.Approver, a.Expires, a.Statement)
		case Expired:
			f.Message += fmt.Sprintf("; the attestation of %s, approved by %s, expired on %s", a.Owner, a.Approver, a.Expires)
		case Future:
			f.Message += fmt.Sprintf("; the attestation of %s, approved by %s, is dated %s, which is still to come", a.Owner, a.Approver, a.Date)
		}
	}
}

// best is the attestation that counts for a control in an account: one that
// holds before one that does not, the control's own before a duty's, and then
// the one that holds longest.
func (b *Book) best(control, account string, today decision.Day) (best *Attestation) {
	rank := func(a *Attestation) (n int) {
		if a.State(today) == Holds {
			n = 2
		}
		if !a.duty {
			n++
		}
		return n
	}
	for _, a := range b.by[control] {
		if !decision.MatchAny(a.Accounts, account) {
			continue
		}
		if best == nil || cmp.Or(rank(a)-rank(best), a.Expires.Since(best.Expires)) > 0 {
			best = a
		}
	}
	return best
}

func (a *Attestation) published() scanner.Attestation {
	return scanner.Attestation{
		ID: a.ID, Statement: a.Statement, Owner: a.Owner, Approver: a.Approver,
		Date: a.Date.String(), Expires: a.Expires.String(), Evidence: a.Evidence.String(),
	}
}

// Duties lists the attestations of duties that no control answers: of each
// duty the one that counts.
func (b *Book) Duties(now time.Time) (all []scanner.AttestedDuty) {
	today := decision.DayOf(now)
	best := map[string]*Attestation{}
	for _, a := range b.All {
		if !a.duty || len(a.controls) > 0 {
			continue
		}
		old := best[a.ID]
		holds := a.State(today) == Holds
		if old == nil || holds && old.State(today) != Holds || holds == (old.State(today) == Holds) && a.Expires.After(old.Expires) {
			best[a.ID] = a
		}
	}
	for _, a := range best {
		all = append(all, scanner.AttestedDuty{Duty: a.ID, Holds: a.State(today) == Holds, Attestation: a.published()})
	}
	slices.SortFunc(all, func(x, y scanner.AttestedDuty) int { return strings.Compare(x.Duty, y.Duty) })
	return all
}
