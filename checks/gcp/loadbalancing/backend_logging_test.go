package loadbalancing

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/loadbalancing"
	"demarc/providers/inventory"
)

func TestBackendLogging(t *testing.T) {

	checktest.Run(t, BackendLogging, []checktest.Case{
		is("on", checks.Pass, backend("EXTERNAL_MANAGED", "HTTPS")),
		is("off", checks.Fail, backend("EXTERNAL_MANAGED", "HTTPS", func(b *loadbalancing.BackendService) { b.Logging = inventory.Of(false) })),
		is("off, classic", checks.Fail, backend("EXTERNAL", "HTTP", func(b *loadbalancing.BackendService) { b.Logging = inventory.Of(false) })),
		is("off, internal", checks.Fail, backend("INTERNAL_MANAGED", "HTTP2", func(b *loadbalancing.BackendService) { b.Logging = inventory.Of(false) })),
		is("on for nothing", checks.Fail, backend("EXTERNAL_MANAGED", "HTTPS", func(b *loadbalancing.BackendService) { b.SampleRate = inventory.Of(0.0) })),
		is("a pass-through", checks.NotApplicable, backend("INTERNAL", "TCP", func(b *loadbalancing.BackendService) { b.Logging = inventory.Of(false) })),
		is("a service mesh", checks.NotApplicable, backend("INTERNAL_SELF_MANAGED", "HTTP", func(b *loadbalancing.BackendService) { b.Logging = inventory.Of(false) })),
		is("hidden", checks.Unknown, backend("EXTERNAL_MANAGED", "HTTPS", func(b *loadbalancing.BackendService) { b.Logging = hidden[bool]() })),
		is("scheme hidden", checks.Unknown, backend("EXTERNAL_MANAGED", "HTTPS", func(b *loadbalancing.BackendService) { b.Logging = inventory.Of(false); b.Scheme = hidden[string]() })),
	})
}
