package cloudwatch

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
)

// SecurityGroupChangesAlarm asks for an alarm on changes of security groups.
var SecurityGroupChangesAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-security-group-changes-alarm",
	Title:    "An alarm is raised when security groups are changed",
	Why:      "One rule opens a server to the world; the alarm tells of it while it can still be taken back.",
	Severity: checks.Low,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.10"}},
	Aliases:  []string{"prowler:cloudwatch_log_metric_filter_security_group_changes", "securityhub:CloudWatch.10"},
}, named("", securityGroupChanges...), calls("ec2.amazonaws.com", securityGroupChanges...))

var securityGroupChanges = []string{
	"AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress",
	"CreateSecurityGroup", "DeleteSecurityGroup",
}

// NetworkACLChangesAlarm asks for an alarm on changes of network ACLs.
var NetworkACLChangesAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-network-acl-changes-alarm",
	Title:    "An alarm is raised when network ACLs are changed",
	Why:      "A network ACL guards whole subnets: a careless change exposes, or cuts off, everything in them.",
	Severity: checks.Low,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.11"}},
	Aliases:  []string{"prowler:cloudwatch_changes_to_network_acls_alarm_configured", "securityhub:CloudWatch.11"},
}, named("", networkACLChanges...), calls("ec2.amazonaws.com", networkACLChanges...))

var networkACLChanges = []string{
	"CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry", "ReplaceNetworkAclEntry", "ReplaceNetworkAclAssociation",
}

// NetworkGatewayChangesAlarm asks for an alarm on changes of gateways.
var NetworkGatewayChangesAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-network-gateway-changes-alarm",
	Title:    "An alarm is raised when network gateways are changed",
	Why:      "A new gateway is a new way in and out of the network.",
	Severity: checks.Low,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.12"}},
	Aliases:  []string{"prowler:cloudwatch_changes_to_network_gateways_alarm_configured", "securityhub:CloudWatch.12"},
}, named("", gatewayChanges...), calls("ec2.amazonaws.com", gatewayChanges...))

var gatewayChanges = []string{
	"CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway", "DeleteInternetGateway", "DetachInternetGateway",
}

// RouteTableChangesAlarm asks for an alarm on changes of routes.
var RouteTableChangesAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-route-table-changes-alarm",
	Title:    "An alarm is raised when route tables are changed",
	Why:      "A changed route sends traffic past the firewall, or to the internet.",
	Severity: checks.Low,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.13"}},
	Aliases:  []string{"prowler:cloudwatch_changes_to_network_route_tables_alarm_configured", "securityhub:CloudWatch.13"},
}, named("ec2.amazonaws.com", routeChanges...), calls("ec2.amazonaws.com", routeChanges...))

var routeChanges = []string{
	"CreateRoute", "CreateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation", "DeleteRouteTable", "DeleteRoute", "DisassociateRouteTable",
}

// VPCChangesAlarm asks for an alarm on changes of VPCs. The calls of ClassicLink
// are not asked for: the feature went with EC2-Classic, in August 2022.
var VPCChangesAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-vpc-changes-alarm",
	Title:    "An alarm is raised when VPCs are changed",
	Why:      "A new VPC escapes the guards of the others, and a peering joins networks that were kept apart.",
	Severity: checks.Low,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.14"}},
	Aliases:  []string{"prowler:cloudwatch_changes_to_vpcs_alarm_configured", "securityhub:CloudWatch.14"},
}, named("", vpcChanges...), calls("ec2.amazonaws.com", vpcChanges...))

var vpcChanges = []string{
	"CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "AcceptVpcPeeringConnection", "CreateVpcPeeringConnection", "DeleteVpcPeeringConnection", "RejectVpcPeeringConnection",
}

// named is a pattern that matches calls by name, of one service where source
// says which.
func named(source string, names ...string) string {
	each := make([]string, len(names))
	for i, n := range names {
		each[i] = "($.eventName = " + n + ")"
	}
	any := strings.Join(each, " || ")
	if source == "" {
		return "{ " + any + " }"
	}
	return "{ ($.eventSource = " + source + ") && (" + any + ") }"
}
