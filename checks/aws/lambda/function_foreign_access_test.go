package lambda

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestFunctionForeignAccess(t *testing.T) {
	member := inventory.Rows(organizations.Accounts, &organizations.Account{Organization: inventory.Of(organizations.Organization{ID: "o-ours000000"})})
	buckets := inventory.Rows(s3.Buckets, &s3.Bucket{Resource: inventory.Resource{ID: "own", Full: "arn:aws:s3:::own"}})
	none := attached(t, "", "")
	foreign := attached(t, `{"AWS":"999988887777"}`, "")
	checktest.Run(t, FunctionForeignAccess, []checktest.Case{
		{Name: "no policy", Have: guarded(none, none, member), Want: []checks.Verdict{checks.Pass}},
		{Name: "trusted", Have: guarded(attached(t, `{"AWS":"222233334444"}`, ""), none, member), Want: []checks.Verdict{checks.Pass}},
		{Name: "foreign", Have: guarded(foreign, none, member), Want: []checks.Verdict{checks.Fail}},
		{Name: "foreign, through an alias", Have: guarded(none, foreign, member), Want: []checks.Verdict{checks.Fail}},
		{Name: "the own organization", Have: guarded(attached(t, `"*"`, `{"StringEquals":{"aws:PrincipalOrgID":"o-ours000000"}}`), none, member), Want: []checks.Verdict{checks.Pass}},
		{Name: "an own bucket", Have: guarded(attached(t, `{"Service":"s3.amazonaws.com"}`, `{"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::own"}}`), none, member, buckets), Want: []checks.Verdict{checks.Pass}},
		{Name: "a bucket that is not the account's", Have: guarded(attached(t, `{"Service":"s3.amazonaws.com"}`, `{"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::other"}}`), none, member, buckets), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: guarded(hiddenPolicy, none, member), Want: []checks.Verdict{checks.Unknown}},
		{Name: "alias hidden", Have: guarded(none, hiddenPolicy, member), Want: []checks.Verdict{checks.Unknown}},
	})
}
