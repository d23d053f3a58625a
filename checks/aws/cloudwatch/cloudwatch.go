// Package cloudwatch holds the checks of Amazon CloudWatch and CloudWatch Logs.
package cloudwatch

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	AlarmActions,
	AlarmActionsEnabled,
	AuthenticationFailuresAlarm,
	CloudTrailChangesAlarm,
	ConfigChangesAlarm,
	CrossAccountSharing,
	IAMPolicyChangesAlarm,
	KMSKeyDeletionAlarm,
	LogGroupEncryption,
	LogGroupRetention,
	LogsPolicyPublic,
	NetworkACLChangesAlarm,
	NetworkGatewayChangesAlarm,
	OrganizationsChangesAlarm,
	RootUseAlarm,
	RouteTableChangesAlarm,
	S3PolicyChangesAlarm,
	SecurityGroupChangesAlarm,
	SignInWithoutMFAAlarm,
	UnauthorizedCallsAlarm,
	VPCChangesAlarm,
}
