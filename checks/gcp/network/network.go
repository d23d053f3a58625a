// Package network holds the checks of VPC networks and firewalls, one to a file.
package network

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	FirewallAllPorts,
	FirewallPolicyAdminPorts,
	FirewallRDP,
	FirewallRiskyPorts,
	FirewallSSH,
	HierarchicalPolicyAdminPorts,
	NetworkDefault,
	NetworkLegacy,
	SubnetFlowLogs,
	SubnetPrivateGoogleAccess,
}

// forMachines reports whether a subnet holds machines; those that do not belong
// to load balancers, Private Service Connect and Private NAT.
func forMachines(purpose string) bool {
	switch purpose {
	case "REGIONAL_MANAGED_PROXY", "GLOBAL_MANAGED_PROXY", "INTERNAL_HTTPS_LOAD_BALANCER", "PRIVATE_SERVICE_CONNECT", "PRIVATE_NAT", "PEER_MIGRATION":
		return false
	}
	return true
}
