// Package guardduty holds the checks of Amazon GuardDuty.
package guardduty

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	CentrallyManaged,
	EC2MalwareProtection,
	EC2RuntimeAgent,
	ECSRuntimeAgent,
	EKSAuditLogs,
	EKSRuntime,
	Enabled,
	LambdaProtection,
	NoSevereFindings,
	RDSProtection,
	RuntimeMonitoring,
	S3Protection,
}
