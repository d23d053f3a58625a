package kms

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/kms"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

func TestKeyPublicAccess(t *testing.T) {
	have := func(m kms.Metadata, pol inventory.Known[trust.Policy]) *inventory.Inventory {
		k := key(m)
		k.Policy = pol
		return inventory.Fixture(inventory.Rows(kms.Keys, k))
	}
	checktest.Run(t, KeyPublicAccess, []checktest.Case{
		{Name: "named", Have: have(own, attached(t, `{"AWS":"arn:aws:iam::999988887777:root"}`, "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "anyone", Have: have(own, attached(t, `{"AWS":"*"}`, "")), Want: []checks.Verdict{checks.Fail}},
		{Name: "callers of the own account, through a service", Have: have(own, attached(t, `{"AWS":"*"}`, `{"StringEquals":{"kms:CallerAccount":"111122223333","kms:ViaService":"s3.us-east-1.amazonaws.com"}}`)), Want: []checks.Verdict{checks.Pass}},
		{Name: "anyone's callers through a service", Have: have(own, attached(t, `{"AWS":"*"}`, `{"StringEquals":{"kms:ViaService":"s3.us-east-1.amazonaws.com"}}`)), Want: []checks.Verdict{checks.Fail}},
		{Name: "disabled key", Have: have(disabled, attached(t, `"*"`, "")), Want: []checks.Verdict{checks.Fail}},
		{Name: "managed by AWS", Have: have(managed, hiddenPolicy), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "deleting", Have: have(deleting, attached(t, `"*"`, "")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(own, hiddenPolicy), Want: []checks.Verdict{checks.Unknown}},
	})
}
