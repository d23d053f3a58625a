package autoscaling

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/autoscaling"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// with is an inventory of one group, made by set of one of the customer's own.
func with(set func(*autoscaling.Group)) *inventory.Inventory {
	g := &autoscaling.Group{Resource: inventory.Resource{ID: "web"}, Deleting: inventory.Of(false), Operator: inventory.Of("")}
	set(g)
	return inventory.Fixture(inventory.Rows(autoscaling.Groups, g))
}
