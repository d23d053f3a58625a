package lambda

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/lambda"
	"demarc/providers/inventory"
)

func TestFunctionPublicAccess(t *testing.T) {
	none := attached(t, "", "")
	anyone := attached(t, `"*"`, "")
	s3 := `{"Service":"s3.amazonaws.com"}`
	checktest.Run(t, FunctionPublicAccess, []checktest.Case{
		{Name: "no policy", Have: guarded(none, none), Want: []checks.Verdict{checks.Pass}},
		{Name: "anyone", Have: guarded(anyone, none), Want: []checks.Verdict{checks.Fail}},
		{Name: "anyone, through an alias", Have: guarded(none, anyone), Want: []checks.Verdict{checks.Fail}},
		{Name: "sources of the own account", Have: guarded(attached(t, `"*"`, `{"StringEquals":{"AWS:SourceAccount":"111122223333"}}`), none), Want: []checks.Verdict{checks.Pass}},
		{Name: "signed callers of the URL, whoever they are", Have: guarded(attached(t, `"*"`, `{"StringEquals":{"lambda:FunctionUrlAuthType":"AWS_IAM"}}`), none), Want: []checks.Verdict{checks.Fail}},
		{Name: "unsigned callers of the URL", Have: guarded(attached(t, `"*"`, `{"StringEquals":{"lambda:FunctionUrlAuthType":"NONE"}}`), none), Want: []checks.Verdict{checks.Fail}},
		{Name: "S3 for anybody", Have: guarded(attached(t, s3, ""), none), Want: []checks.Verdict{checks.Fail}},
		{Name: "S3 for the own account", Have: guarded(attached(t, s3, `{"StringEquals":{"AWS:SourceAccount":"111122223333"}}`), none), Want: []checks.Verdict{checks.Pass}},
		{Name: "an account", Have: guarded(attached(t, `{"AWS":"999988887777"}`, ""), none), Want: []checks.Verdict{checks.Pass}},
		{Name: "hidden", Have: guarded(hiddenPolicy, none), Want: []checks.Verdict{checks.Unknown}},
		{Name: "alias hidden", Have: guarded(none, hiddenPolicy), Want: []checks.Verdict{checks.Unknown}},
		{Name: "anyone, alias hidden", Have: guarded(anyone, hiddenPolicy), Want: []checks.Verdict{checks.Fail}},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(lambda.Functions, "us-east-1", checktest.Dark), inventory.Rows(lambda.Aliases)), Want: []checks.Verdict{checks.Unknown}},
	})
}
