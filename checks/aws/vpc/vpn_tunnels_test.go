package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func vpn(state string, change func(*vpc.VPNConnection)) *inventory.Inventory {
	v := &vpc.VPNConnection{
		Resource: res("vpn-1"), State: state,
		Up: inventory.Of([]vpc.TunnelStatus{{OutsideIP: "3.0.0.1", Up: true}, {OutsideIP: "3.0.0.2", Up: true}}),
		Tunnels: inventory.Of([]vpc.Tunnel{
			{OutsideIP: "3.0.0.1", Logs: true, IKE: inventory.Of([]string{"ikev2"})},
			{OutsideIP: "3.0.0.2", Logs: true, IKE: inventory.Of([]string{"ikev2"})},
		}),
	}
	change(v)
	return inventory.Fixture(inventory.Rows(vpc.VPNConnections, v))
}

func unchanged(*vpc.VPNConnection) {}

func TestVPNTunnels(t *testing.T) {
	down := func(v *vpc.VPNConnection) {
		v.Up = inventory.Of([]vpc.TunnelStatus{{OutsideIP: "3.0.0.1", Up: true}, {OutsideIP: "3.0.0.2"}})
	}
	checktest.Run(t, VPNTunnels, []checktest.Case{
		{Name: "both", Have: vpn("available", unchanged), Want: []checks.Verdict{checks.Pass}},
		{Name: "one", Have: vpn("available", down), Want: []checks.Verdict{checks.Fail}},
		{Name: "being made", Have: vpn("pending", down), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Want: []checks.Verdict{checks.Unknown}, Have: vpn("available", func(v *vpc.VPNConnection) {
			v.Up = inventory.Missing[[]vpc.TunnelStatus](checktest.Dark)
		})},
	})
}
