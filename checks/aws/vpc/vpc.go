// Package vpc holds the checks of the network half of Amazon EC2, one to a file.
package vpc

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	AddressUnassociated,
	BlockPublicAccess,
	ClientVPNLogging,
	DefaultSecurityGroup,
	EndpointEC2,
	EndpointECRAPI,
	EndpointECRDocker,
	EndpointSSM,
	EndpointSSMContacts,
	EndpointSSMIncidents,
	EndpointServicePrincipals,
	FlowLogs,
	InternetExposure,
	NetworkACLAdminPorts,
	NetworkACLUnused,
	PeeringRoutes,
	SecurityGroupAdminPorts,
	SecurityGroupAllPorts,
	SecurityGroupAuthorizedPorts,
	SecurityGroupCIFS,
	SecurityGroupDataPorts,
	SecurityGroupHighRiskPorts,
	SecurityGroupUnused,
	SourceDestCheck,
	SubnetPublicIP,
	TransitGatewayAutoAccept,
	VPNIKEv2,
	VPNLogging,
	VPNTunnels,
}
