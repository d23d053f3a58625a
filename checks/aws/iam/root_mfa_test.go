package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
)

func TestRootMFA(t *testing.T) {
	checktest.Run(t, RootMFA, []checktest.Case{
		{Name: "on", Have: roots(yes, no, yes, noneOf), Want: want(checks.Pass)},
		{Name: "on, password hidden", Have: roots(yes, no, unsure, noneOf), Want: want(checks.Pass)},
		{Name: "off", Have: roots(no, no, yes, noneOf), Want: want(checks.Fail)},
		{Name: "off, credentials removed", Have: roots(no, no, no, noneOf), Want: want(checks.NotApplicable)},
		{Name: "off, password hidden", Have: roots(no, no, unsure, noneOf), Want: want(checks.Unknown)},
		{Name: "hidden", Have: roots(unsure, no, no, noneOf), Want: want(checks.Unknown)},
	})
}
