package recovery

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/recovery"
	"demarc/providers/inventory"
)

func TestPolicyRetention(t *testing.T) {
	policy := func(items, days inventory.Known[int]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(recovery.Policies, &recovery.Policy{Resource: inventory.Resource{ID: "v/p"}, Items: items, Days: days}))
	}
	checktest.Run(t, PolicyRetention, []checktest.Case{
		{Name: "long", Have: policy(inventory.Of(1), inventory.Of(30)), Want: pass},
		{Name: "short", Have: policy(inventory.Of(1), inventory.Of(29)), Want: fail},
		{Name: "unused", Have: policy(inventory.Of(0), inventory.Of(2)), Want: skip},
		{Name: "hidden", Have: policy(inventory.Of(1), hidden[int]()), Want: unknown},
		{Name: "unknown whether it is used", Have: policy(hidden[int](), inventory.Of(2)), Want: unknown},
	})
}
