// Package logging holds the checks of Cloud Logging, and of the alerting
// policies of Cloud Monitoring on logs.
package logging

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	AuditConfigurationAlert,
	BucketPermissionAlert,
	ComputeConfigurationAlert,
	CustomRoleAlert,
	FirewallAlert,
	LogBucketLocked,
	NetworkAlert,
	OwnershipAlert,
	RouteAlert,
	SQLConfigurationAlert,
	SinkOfAllEntries,
}
