package events

import (
	"testing"

	"demarc/checks/checktest"
)

func TestBusPublic(t *testing.T) {
	checktest.Run(t, BusPublic, []checktest.Case{
		{Name: "none", Have: bus("b", none), Want: pass},
		{Name: "one account", Have: bus("b", lets(t, `{"AWS":"222233334444"}`, "")), Want: pass},
		{Name: "everybody", Have: bus("default", lets(t, `"*"`, "")), Want: fail},
		{Name: "everybody of the organization", Have: bus("b", lets(t, `"*"`, `"StringEquals":{"aws:PrincipalOrgID":"o-abc"}`)), Want: pass},
		{Name: "hidden", Have: bus("b", hidden), Want: unknown},
	})
}
