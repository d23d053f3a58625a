package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestSerialConsole(t *testing.T) {
	have := func(on inventory.Known[bool]) *inventory.Inventory { return region(&ec2.Settings{SerialConsole: on}) }
	checktest.Run(t, SerialConsole, []checktest.Case{
		{Name: "off", Have: have(inventory.Of(false)), Want: []checks.Verdict{checks.Pass}},
		{Name: "on", Have: have(inventory.Of(true)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
