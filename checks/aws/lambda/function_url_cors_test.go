package lambda

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/lambda"
	"demarc/providers/inventory"
)

func TestFunctionURLCORS(t *testing.T) {
	checktest.Run(t, FunctionURLCORS, []checktest.Case{
		{Name: "no CORS", Have: served(inventory.Of([]lambda.URL{{AuthType: "NONE"}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "one site", Have: served(inventory.Of([]lambda.URL{{Origins: []string{"https://www.example.com"}}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "any site", Have: served(inventory.Of([]lambda.URL{{Origins: []string{"*"}}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "no URL", Have: served(inventory.Of[[]lambda.URL](nil)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: served(inventory.Missing[[]lambda.URL](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
