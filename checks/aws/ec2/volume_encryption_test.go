package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestVolumeEncryption(t *testing.T) {
	have := func(state, operator string, encrypted inventory.Known[bool], to ...string) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(ec2.Volumes, &ec2.Volume{Resource: inventory.Resource{ID: "vol-1"},
			State: inventory.Of(state), Operator: inventory.Of(operator), Encrypted: encrypted, Attached: inventory.Of(to)}))
	}
	yes, no := inventory.Of(true), inventory.Of(false)
	checktest.Run(t, VolumeEncryption, []checktest.Case{
		{Name: "encrypted", Have: have("in-use", "", yes, "i-1"), Want: []checks.Verdict{checks.Pass}},
		{Name: "plain", Have: have("in-use", "", no, "i-1"), Want: []checks.Verdict{checks.Fail}, Severity: checks.Medium},
		{Name: "plain, attached to nothing", Have: have("available", "", no), Want: []checks.Verdict{checks.Fail}, Severity: checks.Low},
		{Name: "being deleted", Have: have("deleting", "", no), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "managed", Have: have("in-use", "eks.amazonaws.com", no), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have("in-use", "", inventory.Missing[bool](checktest.Dark), "i-1"), Want: []checks.Verdict{checks.Unknown}},
	})
}
