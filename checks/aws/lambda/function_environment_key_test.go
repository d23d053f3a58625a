package lambda

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/lambda"
	"demarc/providers/inventory"
)

func TestFunctionEnvironmentKey(t *testing.T) {
	none, own := inventory.Of(""), inventory.Of("arn:aws:kms:us-east-1:111122223333:key/k")
	some, hidden := inventory.Of(lambda.Environment{Variables: 1}), inventory.Missing[lambda.Environment](checktest.Dark)
	checktest.Run(t, FunctionEnvironmentKey, []checktest.Case{
		{Name: "own key", Have: configured(some, own), Want: []checks.Verdict{checks.Pass}},
		{Name: "own key, variables that cannot be decrypted", Have: configured(hidden, own), Want: []checks.Verdict{checks.Pass}},
		{Name: "AWS's key", Have: configured(some, none), Want: []checks.Verdict{checks.Fail}},
		{Name: "no variables", Have: configured(inventory.Of(lambda.Environment{}), none), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: configured(hidden, none), Want: []checks.Verdict{checks.Unknown}},
	})
}
