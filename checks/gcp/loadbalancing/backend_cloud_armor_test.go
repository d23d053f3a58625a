package loadbalancing

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/loadbalancing"
	"demarc/providers/inventory"
)

func TestBackendCloudArmor(t *testing.T) {

	checktest.Run(t, BackendCloudArmor, []checktest.Case{
		is("attached", checks.Pass, backend("EXTERNAL_MANAGED", "HTTPS")),
		is("none", checks.Fail, backend("EXTERNAL_MANAGED", "HTTPS", func(b *loadbalancing.BackendService) { b.Policy = inventory.Of("") })),
		is("none, internal", checks.NotApplicable, backend("INTERNAL_MANAGED", "HTTP", func(b *loadbalancing.BackendService) { b.Policy = inventory.Of("") })),
		is("none, a pass-through", checks.NotApplicable, backend("EXTERNAL", "TCP", func(b *loadbalancing.BackendService) { b.Policy = inventory.Of("") })),
		is("hidden", checks.Unknown, backend("EXTERNAL_MANAGED", "HTTPS", func(b *loadbalancing.BackendService) { b.Policy = hidden[string]() })),
	})
}
