// Package monitor holds the checks of Azure Monitor: its alerts and what it
// keeps. Families that differ in one datum share a file.
package monitor

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	ActivityLogCategories,
	ActivityLogKept,
	ActivityLogKey,
	ActivityLogPrivate,
	ApplicationInsights,
	DirectoryLogs,
	GraphLogs,
	IntuneLogs,
	PolicyAssignmentCreated,
	PolicyAssignmentDeleted,
	PublicAddressChanged,
	PublicAddressDeleted,
	SQLFirewallChanged,
	SQLFirewallDeleted,
	SecurityGroupChanged,
	SecurityGroupDeleted,
	SecuritySolutionChanged,
	SecuritySolutionDeleted,
	ServiceHealth,
}
