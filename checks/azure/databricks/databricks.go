// Package databricks holds the checks of Azure Databricks, one to a file.
package databricks

import (
	"demarc/checks"
	"demarc/checks/azure/lifecycle"
	"demarc/providers/azure/databricks"
)

// All lists the package's checks.
var All = []*checks.Check{
	WorkspaceKey,
	WorkspaceLogs,
	WorkspaceNetwork,
	WorkspacePrivateEndpoint,
	WorkspacePublicIP,
	WorkspacePublicNetwork,
	WorkspaceSecurityGroups,
	WorkspaceUnityCatalog,
}

// each looks at every workspace that is there to be judged.
func each(look func(*checks.Probe, *databricks.Workspace)) checks.Run {
	return checks.Each(databricks.Workspaces, func(p *checks.Probe, w *databricks.Workspace) {
		if lifecycle.Settled(p, w.State) {
			look(p, w)
		}
	})
}

// classic is each for what concerns computers in the customer's subscription,
// which a serverless workspace has none of.
func classic(look func(*checks.Probe, *databricks.Workspace)) checks.Run {
	return each(func(p *checks.Probe, w *databricks.Workspace) {
		serverless, ok := w.Serverless.Get(p)
		if ok && serverless {
			p.Skipf("a serverless workspace has no clusters in your subscription")
		} else if ok {
			look(p, w)
		}
	})
}
