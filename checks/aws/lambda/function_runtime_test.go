package lambda

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/lambda"
	"demarc/providers/inventory"
)

func TestFunctionRuntime(t *testing.T) {
	have := func(kind, runtime inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(lambda.Functions, function(func(f *lambda.Function) { f.PackageType, f.Runtime = kind, runtime })))
	}
	zip, hidden := inventory.Of("Zip"), inventory.Missing[string](checktest.Dark)
	checktest.Run(t, FunctionRuntime, []checktest.Case{
		{Name: "supported", Have: have(zip, inventory.Of("python3.14")), Want: []checks.Verdict{checks.Pass}},
		{Name: "deprecated", Have: have(zip, inventory.Of("python3.9")), Want: []checks.Verdict{checks.Fail}},
		{Name: "deprecated two weeks before the scan", Have: have(zip, inventory.Of("dotnet8")), Want: []checks.Verdict{checks.Fail}},
		{Name: "an image", Have: have(inventory.Of("Image"), inventory.Of("")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "one that nobody has heard of", Have: have(zip, inventory.Of("cobol85")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(zip, hidden), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden package type", Have: have(hidden, inventory.Of("nodejs8.10")), Want: []checks.Verdict{checks.Unknown}},
	})
}

func TestRuntimeDates(t *testing.T) {
	for _, d := range runtimes.Default.([]string) {
		if _, ok := deprecation(d[:len(d)-len("=2006-01-02")], []string{d}); !ok {
			t.Errorf("%q is not an identifier and a date", d)
		}
	}
}
