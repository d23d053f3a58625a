// Package checks defines what a check is. A check reports what is wrong; no
// check can report that all is well. That is concluded from a run that found
// nothing wrong and was refused nothing that it asked to see.
package checks

import "demarc/providers/inventory"

// A Check is one question about a cloud account. Checks are immutable: they
// are package variables of the service's package, one to a file.
type Check struct {
	ID        string // provider, service, what; joined by hyphens
	Title     string // what holds when all is well, in one line
	Why       string // what goes wrong without it; Markdown
	Fix       Fix
	Severity  Severity
	SetByUser bool // of the severity: results do not rank themselves
	Area      Area // the row of the responsibility matrix

	Controls map[Framework][]string // the requirements that it answers for
	Aliases  []string               // what other tools call it: "prowler:…"
	Link     string                 // the provider's page on the matter
	Params   []*Param
	Revision int // raised when the verdict on an unchanged account may change

	Needs []inventory.Source
	Run   Run
}

// A Fix says what the customer does about a failure.
type Fix struct {
	Console   string // the path through the provider's console
	CLI       string // the provider's command line; placeholders in <angle brackets>
	Terraform string // HCL that holds the setting
}

// A Framework is a catalogue of requirements that checks map to.
type Framework string

// Severity ranks what a failure lets happen.
type Severity uint8

// The severities.
const (
	Info Severity = iota + 1
	Low
	Medium
	High
	Critical
)

// Severities lists them, the worst first.
var Severities = []Severity{Critical, High, Medium, Low, Info}

var severityWords = map[Severity]string{Info: "info", Low: "low", Medium: "medium", High: "high", Critical: "critical"}

func (s Severity) String() string { return severityWords[s] }

// MarshalText writes the severity as a word.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (s *Severity) UnmarshalText(b []byte) error {
	got, err := ParseSeverity(string(b))
	*s = got
	return err
}

// A Verdict is the outcome of a check for one resource.
type Verdict string

// The verdicts.
const (
	Pass          Verdict = "PASS"
	Fail          Verdict = "FAIL"
	Unknown       Verdict = "UNKNOWN"        // something that had to be seen could not be
	NotApplicable Verdict = "NOT_APPLICABLE" // with the reason
	Error         Verdict = "ERROR"          // the check itself is broken
	Manual        Verdict = "MANUAL"         // no API can tell; open until a person attests it
	Attested      Verdict = "ATTESTED"       // a person has signed for it, and that has not expired
	Suppressed    Verdict = "SUPPRESSED"     // failed, and accepted by a person until a date
)

// Verdicts lists them in the order of reports.
var Verdicts = []Verdict{Fail, Unknown, Pass, NotApplicable, Manual, Attested, Suppressed, Error}

// A Param is a threshold of a check, declared so that every report shows it.
type Param struct {
	Name    string // "maxAgeDays"
	Default any    // an int, a string or a []string
	Unit    string // "days"; empty for names and lists
	Source  string // where the default comes from: a benchmark's requirement, the provider's page
}

// A Control is a requirement that no API can answer. It is listed, so that
// nothing is missing from a framework, and stays MANUAL until it is attested.
type Control struct {
	ID       string // provider, "manual", what; joined by hyphens
	Title    string
	Reason   string // why no API can answer it
	How      string // how a person answers it
	Severity Severity
	Area     Area
	Once     bool // of the organization as a whole, where the provider has one above its accounts
	Controls map[Framework][]string
}
