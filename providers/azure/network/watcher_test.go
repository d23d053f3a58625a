package network

import "testing"

func TestFlowLogs(t *testing.T) {
	got := read(t, FlowLogs, row("networkWatchers/flowLogs", "good", `{"targetResourceId":"/subscriptions/s/providers/Microsoft.Network/virtualNetworks/V","enabled":true,"retentionPolicy":{"days":90,"enabled":true},"flowAnalyticsConfiguration":{"networkWatcherFlowAnalyticsConfiguration":{"enabled":true}}}`)+`,`+
		row("networkWatchers/flowLogs", "kept", `{"targetResourceId":"/n","enabled":false,"retentionPolicy":{"days":30,"enabled":false}}`)+`,`+
		row("networkWatchers/flowLogs", "bare", `{}`))
	good, kept, bare := got["good"], got["kept"], got["bare"]
	is(t, "the target", good.Target, "/subscriptions/s/providers/microsoft.network/virtualnetworks/v")
	is(t, "the retention", good.Retention, "90")
	is(t, "the analytics", good.Analytics, "true")
	is(t, "a retention that is off", kept.Retention, "0")
	is(t, "the analytics", kept.Analytics, "false")
	is(t, "an answer without a state", bare.Enabled, "?")
	is(t, "an answer without a target", bare.Target, "?")
	if id, _ := good.Target.Peek(); TargetKind(id) != "virtualnetworks" || TargetKind("") != "" {
		t.Error(TargetKind(id))
	}
	watchers := read(t, Watchers, row("networkWatchers", "w", `{"provisioningState":"Succeeded"}`))
	is(t, "the state", watchers["w"].State, "Succeeded")
}
