package cloudwatch

import (
	"testing"

	"demarc/checks"
)

func TestNetworkAlarms(t *testing.T) {
	family(t, map[*checks.Check][2][]string{
		SecurityGroupChangesAlarm: {
			{`{($.eventName=AuthorizeSecurityGroupIngress) || ($.eventName=AuthorizeSecurityGroupEgress) || ($.eventName=RevokeSecurityGroupIngress) || ($.eventName=RevokeSecurityGroupEgress) || ($.eventName=CreateSecurityGroup) || ($.eventName=DeleteSecurityGroup)}`,
				`{ $.eventName = "*SecurityGroup*" }`},
			{`{ $.eventName = AuthorizeSecurityGroup* }`, `{ $.eventName = "*SecurityGroup*" && $.awsRegion = us-east-1 }`}},
		NetworkACLChangesAlarm: {
			{`{($.eventName=CreateNetworkAcl) || ($.eventName=CreateNetworkAclEntry) || ($.eventName=DeleteNetworkAcl) || ($.eventName=DeleteNetworkAclEntry) || ($.eventName=ReplaceNetworkAclEntry) || ($.eventName=ReplaceNetworkAclAssociation)}`},
			{`{ $.eventName = CreateNetworkAcl* }`}},
		NetworkGatewayChangesAlarm: {
			{`{($.eventName=CreateCustomerGateway) || ($.eventName=DeleteCustomerGateway) || ($.eventName=AttachInternetGateway) || ($.eventName=CreateInternetGateway) || ($.eventName=DeleteInternetGateway) || ($.eventName=DetachInternetGateway)}`},
			{`{ $.eventName = *InternetGateway }`}},
		RouteTableChangesAlarm: {
			{`{($.eventSource=ec2.amazonaws.com) && (($.eventName=CreateRoute) || ($.eventName=CreateRouteTable) || ($.eventName=ReplaceRoute) || ($.eventName=ReplaceRouteTableAssociation) || ($.eventName=DeleteRouteTable) || ($.eventName=DeleteRoute) || ($.eventName=DisassociateRouteTable))}`},
			{`{ $.eventName = CreateRoute* }`}},
		VPCChangesAlarm: {
			{`{($.eventName=CreateVpc) || ($.eventName=DeleteVpc) || ($.eventName=ModifyVpcAttribute) || ($.eventName=AcceptVpcPeeringConnection) || ($.eventName=CreateVpcPeeringConnection) || ($.eventName=DeleteVpcPeeringConnection) || ($.eventName=RejectVpcPeeringConnection) || ($.eventName=AttachClassicLinkVpc) || ($.eventName=DetachClassicLinkVpc) || ($.eventName=DisableVpcClassicLink) || ($.eventName=EnableVpcClassicLink)}`},
			{`{ $.eventName = CreateVpc }`}},
	})
}
