package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestVPNIKEv2(t *testing.T) {
	with := func(versions inventory.Known[[]string]) *inventory.Inventory {
		return vpn("available", func(v *vpc.VPNConnection) {
			v.Tunnels = inventory.Of([]vpc.Tunnel{{IKE: inventory.Of([]string{"ikev2"})}, {IKE: versions}})
		})
	}
	checktest.Run(t, VPNIKEv2, []checktest.Case{
		{Name: "IKEv2 only", Have: vpn("available", unchanged), Want: []checks.Verdict{checks.Pass}},
		{Name: "both", Have: with(inventory.Of([]string{"ikev1", "ikev2"})), Want: []checks.Verdict{checks.Fail}},
		{Name: "being made", Have: vpn("pending", unchanged), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: with(inventory.Missing[[]string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
