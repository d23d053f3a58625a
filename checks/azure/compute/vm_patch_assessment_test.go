package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestMachinePatchAssessment(t *testing.T) {
	checktest.Run(t, MachinePatchAssessment, []checktest.Case{
		{Name: "on", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{AssessmentMode: inventory.Of("AutomaticByPlatform")}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{AssessmentMode: inventory.Of("ImageDefault")}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{AssessmentMode: hidden[string]()}})), Want: []checks.Verdict{checks.Unknown}},
	})
}
