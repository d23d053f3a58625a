// Package network holds the checks of Azure's networks, one to a file.
package network

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	ApplicationGatewayBackendHTTPS,
	ApplicationGatewayHTTP2,
	ApplicationGatewayHTTPS,
	ApplicationGatewayTLS,
	ApplicationGatewayWAF,
	BastionExists,
	BastionShareableLink,
	FirewallThreatIntel,
	FlowLogAnalytics,
	InterfaceIPForwarding,
	InterfacePublicIP,
	InterfaceSecurityGroup,
	LoadBalancerSKU,
	PrivateEndpointApproved,
	PublicIPInUse,
	PublicIPSKU,
	SecurityGroupAllPorts,
	SecurityGroupFlowLogRetention,
	SecurityGroupHTTP,
	SecurityGroupRDP,
	SecurityGroupRiskyPorts,
	SecurityGroupSSH,
	SecurityGroupUDP,
	SubnetSecurityGroup,
	VPNGatewayAuthentication,
	VPNGatewaySKU,
	VirtualNetworkDDoS,
	VirtualNetworkFlowLog,
	VirtualNetworkFlowLogRetention,
	WAFBotProtection,
	WAFPrevention,
	WAFRequestBody,
	WatcherEnabled,
}
