package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
)

func TestUserPolicies(t *testing.T) {
	inline := func(u *iam.User) { u.Inline = known([]iam.Document{{Name: "x", Document: parsed(reading)}}) }
	checktest.Run(t, UserPolicies, []checktest.Case{
		{Name: "none", Have: users(), Want: want(checks.Pass)},
		{Name: "attached", Have: users(func(u *iam.User) { u.Attached = attachedTo(own("reading")) }), Want: want(checks.Fail)},
		{Name: "inline", Have: users(inline), Want: want(checks.Fail)},
		{Name: "inline, attached hidden", Have: users(inline, func(u *iam.User) { u.Attached = dark[[]string]() }), Want: want(checks.Fail)},
		{Name: "attached hidden", Have: users(func(u *iam.User) { u.Attached = dark[[]string]() }), Want: want(checks.Unknown)},
	})
}
