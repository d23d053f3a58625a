package lambda

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/lambda"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

const arn = "arn:aws:lambda:us-east-1:111122223333:function:f"

func function(change func(*lambda.Function)) *lambda.Function {
	f := &lambda.Function{
		Resource:    inventory.Resource{ID: "f", Full: arn},
		PackageType: inventory.Of("Zip"), Runtime: inventory.Of("nodejs24.x"), Subnets: inventory.Of[[]string](nil),
		Environment: inventory.Of(lambda.Environment{}), KMSKey: inventory.Of(""),
		Policy: inventory.Of(trust.Policy{}), URLs: inventory.Of[[]lambda.URL](nil),
	}
	if change != nil {
		change(f)
	}
	return f
}

// attached is a policy of one statement; an empty principal is none.
func attached(t *testing.T, principal, condition string) inventory.Known[trust.Policy] {
	t.Helper()
	if principal == "" {
		return inventory.Of(trust.Policy{})
	}
	if condition == "" {
		condition = "{}"
	}
	doc, err := policy.Parse(`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":` + principal +
		`,"Action":"lambda:InvokeFunction","Resource":"` + arn + `","Condition":` + condition + `}]}`)
	if err != nil {
		t.Fatal(err)
	}
	return inventory.Of(trust.Policy{Document: &doc, Trusted: []string{"111122223333", "222233334444"}})
}

var hiddenPolicy = inventory.Missing[trust.Policy](checktest.Dark)

// guarded is a function with a policy, and an alias of it with another.
func guarded(own, alias inventory.Known[trust.Policy], more ...inventory.Part) *inventory.Inventory {
	return inventory.Fixture(append(more,
		inventory.Rows(lambda.Functions, function(func(f *lambda.Function) { f.Policy = own })),
		inventory.Rows(lambda.Aliases, &lambda.Alias{Resource: inventory.Resource{ID: "f:live", Full: arn + ":live"}, Function: arn, Policy: alias}),
	)...)
}
