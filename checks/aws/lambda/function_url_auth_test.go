package lambda

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/lambda"
	"demarc/providers/inventory"
)

// served is a function with URLs.
func served(urls inventory.Known[[]lambda.URL]) *inventory.Inventory {
	return inventory.Fixture(inventory.Rows(lambda.Functions, function(func(f *lambda.Function) { f.URLs = urls })))
}

func TestFunctionURLAuth(t *testing.T) {
	signed, open := lambda.URL{AuthType: "AWS_IAM"}, lambda.URL{AuthType: "NONE", Qualifier: "live"}
	checktest.Run(t, FunctionURLAuth, []checktest.Case{
		{Name: "signed", Have: served(inventory.Of([]lambda.URL{signed})), Want: []checks.Verdict{checks.Pass}},
		{Name: "open on an alias", Have: served(inventory.Of([]lambda.URL{signed, open})), Want: []checks.Verdict{checks.Fail}},
		{Name: "no URL", Have: served(inventory.Of[[]lambda.URL](nil)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: served(inventory.Missing[[]lambda.URL](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
