package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestVPNLogging(t *testing.T) {
	checktest.Run(t, VPNLogging, []checktest.Case{
		{Name: "both", Have: vpn("available", unchanged), Want: []checks.Verdict{checks.Pass}},
		{Name: "one", Want: []checks.Verdict{checks.Fail}, Have: vpn("available", func(v *vpc.VPNConnection) {
			v.Tunnels = inventory.Of([]vpc.Tunnel{{OutsideIP: "3.0.0.1", Logs: true}, {OutsideIP: "3.0.0.2"}})
		})},
		{Name: "being deleted", Have: vpn("deleting", unchanged), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Want: []checks.Verdict{checks.Unknown}, Have: vpn("available", func(v *vpc.VPNConnection) {
			v.Tunnels = inventory.Missing[[]vpc.Tunnel](checktest.Dark)
		})},
	})
}
