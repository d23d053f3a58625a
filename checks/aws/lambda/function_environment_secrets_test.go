package lambda

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/lambda"
	"demarc/providers/inventory"
)

// configured is a function with variables, encrypted under a key.
func configured(e inventory.Known[lambda.Environment], key inventory.Known[string]) *inventory.Inventory {
	return inventory.Fixture(inventory.Rows(lambda.Functions, function(func(f *lambda.Function) { f.Environment, f.KMSKey = e, key })))
}

func TestFunctionEnvironmentSecrets(t *testing.T) {
	key := inventory.Of("")
	checktest.Run(t, FunctionEnvironmentSecrets, []checktest.Case{
		{Name: "none", Have: configured(inventory.Of(lambda.Environment{}), key), Want: []checks.Verdict{checks.Pass}},
		{Name: "harmless", Have: configured(inventory.Of(lambda.Environment{Variables: 2}), key), Want: []checks.Verdict{checks.Pass}},
		{Name: "a secret", Have: configured(inventory.Of(lambda.Environment{Variables: 2, Suspects: []string{"DB_PASSWORD"}}), key), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: configured(inventory.Missing[lambda.Environment](checktest.Dark), key), Want: []checks.Verdict{checks.Unknown}},
	})
}
