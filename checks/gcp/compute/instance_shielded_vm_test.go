package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

func TestInstanceShieldedVM(t *testing.T) {
	free := enforced(orgpolicy.RequireShieldedVM, false)
	checktest.Run(t, InstanceShieldedVM, []checktest.Case{
		is("on", checks.Pass, machine(), free),
		ranked(checks.Medium, is("no TPM", checks.Fail, machine(func(i *compute.Instance) { i.VTPM = inventory.Of(false) }), free)),
		is("not monitored", checks.Fail, machine(func(i *compute.Instance) { i.IntegrityMonitoring = inventory.Of(false) }), free),
		is("no Secure Boot", checks.Pass, machine(func(i *compute.Instance) { i.SecureBoot = inventory.Of(false) }), free),
		ranked(checks.Low, is("no TPM, asked for from above", checks.Fail, machine(func(i *compute.Instance) { i.VTPM = inventory.Of(false) }), enforced(orgpolicy.RequireShieldedVM, true))),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.VTPM = hidden[bool]() }), free),
	})
}
