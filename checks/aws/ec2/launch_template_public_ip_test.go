package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// template is a launch template of the customer's own.
func template() *ec2.LaunchTemplate {
	return &ec2.LaunchTemplate{Resource: inventory.Resource{ID: "lt-1"}, Version: 3, Operator: inventory.Of("")}
}

func TestLaunchTemplatePublicIP(t *testing.T) {
	have := func(lt *ec2.LaunchTemplate, public ...inventory.Known[bool]) *inventory.Inventory {
		var network []ec2.TemplateInterface
		for n, on := range public {
			network = append(network, ec2.TemplateInterface{DeviceIndex: n, AssociatePublicIP: on})
		}
		lt.Network = inventory.Of(network)
		return inventory.Fixture(inventory.Rows(ec2.LaunchTemplates, lt))
	}
	yes, no, hidden := inventory.Of(true), inventory.Of(false), inventory.Missing[bool](checktest.Dark)
	eks := template()
	eks.Operator = inventory.Of("eks.amazonaws.com")
	checktest.Run(t, LaunchTemplatePublicIP, []checktest.Case{
		{Name: "says nothing", Have: have(template()), Want: []checks.Verdict{checks.Pass}},
		{Name: "no", Have: have(template(), no), Want: []checks.Verdict{checks.Pass}},
		{Name: "second interface", Have: have(template(), no, yes), Want: []checks.Verdict{checks.Fail}},
		{Name: "one hidden, one public", Have: have(template(), hidden, yes), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(template(), no, hidden), Want: []checks.Verdict{checks.Unknown}},
		{Name: "managed", Have: have(eks, yes), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
