package events

import (
	"testing"

	"demarc/checks/checktest"
)

func TestBusPolicy(t *testing.T) {
	checktest.Run(t, BusPolicy, []checktest.Case{
		{Name: "a policy", Have: bus("b", lets(t, `{"AWS":"222233334444"}`, "")), Want: pass},
		{Name: "none", Have: bus("b", none), Want: fail},
		{Name: "the default bus", Have: bus("default", none), Want: skipped},
		{Name: "a partner's", Have: bus("aws.partner/example.com/1", none), Want: skipped},
		{Name: "hidden", Have: bus("b", hidden), Want: unknown},
	})
}
