package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
)

func TestRootHardwareMFA(t *testing.T) {
	virtual := known([]string{"arn:aws:iam::" + me + ":mfa/root-account-mfa-device"})
	checktest.Run(t, RootHardwareMFA, []checktest.Case{
		{Name: "hardware", Have: roots(yes, no, yes, noneOf), Want: want(checks.Pass)},
		{Name: "virtual", Have: roots(yes, no, yes, virtual), Want: want(checks.Fail)},
		{Name: "virtual, summary hidden", Have: roots(unsure, no, unsure, virtual), Want: want(checks.Fail)},
		{Name: "none", Have: roots(no, no, yes, noneOf), Want: want(checks.Fail)},
		{Name: "none, devices hidden", Have: roots(no, no, yes, dark[[]string]()), Want: want(checks.Fail)},
		{Name: "credentials removed", Have: roots(no, no, no, noneOf), Want: want(checks.NotApplicable)},
		{Name: "devices hidden", Have: roots(yes, no, yes, dark[[]string]()), Want: want(checks.Unknown)},
	})
}
