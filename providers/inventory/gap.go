package inventory

import (
	"fmt"
	"strings"
)

// A Gap says what could not be read, where, and why. It never holds the
// provider's error text: that carries request ids and tokens, goes to the
// debug log only, and would make two scans of one state differ.
type Gap struct {
	Reason Reason `json:"reason"`
	Call   string `json:"call,omitempty"`   // the operation: the service and what it was asked
	Action string `json:"action,omitempty"` // the permission it takes, in the provider's words
	Cause  string `json:"cause,omitempty"`  // which policy refused, where the provider says: "service control policy"
	Where  string `json:"where,omitempty"`  // the scope that was asked, or what was not collected
}

// String is the Gap in one line, for people.
func (g Gap) String() string {
	var b strings.Builder
	b.WriteString(g.Reason.String())
	if g.Call != "" {
		b.WriteString(" at " + g.Call)
	}
	if g.Action != "" && !strings.HasSuffix(g.Call, " "+g.Action) {
		b.WriteString(" (" + g.Action + ")")
	}
	if g.Cause != "" {
		b.WriteString(" by " + g.Cause)
	}
	if g.Where != "" {
		b.WriteString(" in " + g.Where)
	}
	return b.String()
}

// Expected reports whether the Gap is how things are rather than something to
// mend: what the provider does not offer at a place cannot be read there.
func (g Gap) Expected() bool { return g.Reason == Unsupported }

const lacks = "the answer lacks "

// Unanswered reports whether the Gap is a value that an answer did not hold:
// worth telling only where something hung on it.
func (g Gap) Unanswered() bool { return strings.HasPrefix(g.Where, lacks) }

// A Reason is the class of a Gap.
type Reason uint8

// The reasons. Undeclared is the zero Reason: nobody looked.
const (
	Undeclared    Reason = iota // a check reads what it does not declare as a need
	NotInSnapshot               // the snapshot was written for checks that did not need it
	Cancelled                   // the scan was ended before the call was made or answered
	Denied                      // the credentials may not make the call
	Throttled                   // the provider's limit outlasted the retries
	Unsupported                 // the provider does not offer the service or the call there
	Unlicensed                  // the tenant lacks the licence that the call asks for
	Disabled                    // the API, the service or the region is switched off
	OtherAccount                // the fact lies in an account that this scan does not read
	LeftOut                     // the user left the region or the account out of the scan
	Failed                      // anything else: time-outs, server errors, broken answers
)

var reasonWords = [...]string{
	"undeclared", "not in snapshot", "cancelled", "denied", "throttled",
	"unsupported", "unlicensed", "disabled", "other account", "left out", "failed",
}

func (r Reason) String() string {
	if int(r) < len(reasonWords) {
		return reasonWords[r]
	}
	return fmt.Sprintf("reason %d", uint8(r))
}

// MarshalText writes the reason as a word.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (r *Reason) UnmarshalText(text []byte) error {
	for i, w := range reasonWords {
		if w == string(text) {
			*r = Reason(i)
			return nil
		}
	}
	return fmt.Errorf("unknown reason %q", text)
}
