package matrix

import (
	"slices"
	"testing"

	"demarc/checks"
	"demarc/scanner"
)

// A duty that no control answers is attested by itself, as long as that holds
// and no check looks at it.
func TestAttestedDuties(t *testing.T) {
	i := slices.IndexFunc(checks.Duties(), func(d checks.Duty) bool { return len(d.Attest) == 0 && d.LookedAt("aws-s3-bucket-lifecycle") })
	if i < 0 {
		t.Fatal("no duty is looked at by aws-s3-bucket-lifecycle alone")
	}
	d := checks.Duties()[i]
	word := func(holds bool) []scanner.AttestedDuty { return []scanner.AttestedDuty{{Duty: d.ID, Holds: holds}} }
	looks := []scanner.Check{{ID: "aws-s3-bucket-lifecycle", Ran: true}}
	for _, tc := range []struct {
		name string
		sum  scanner.Summary
		want Answer
	}{
		{"nobody", scanner.Summary{}, NotLookedAt},
		{"a person", scanner.Summary{Duties: word(true)}, Attested},
		{"a person, until a while ago", scanner.Summary{Duties: word(false)}, OpenDuty},
		{"a check and a person", scanner.Summary{Duties: word(true), Checks: looks}, Checked},
		{"a check, and a person until a while ago", scanner.Summary{Duties: word(false), Checks: looks}, Checked},
		{"another's duty", scanner.Summary{Duties: []scanner.AttestedDuty{{Duty: "another", Holds: true}}}, NotLookedAt},
	} {
		s := stateOf(d, &tc.sum)
		if s.State != tc.want || (s.State == OpenDuty) != slices.Contains(s.Open, d.ID) {
			t.Errorf("%s: %s, open %v; want %s", tc.name, s.State, s.Open, tc.want)
		}
	}
}
