// Package sql holds the checks of Azure SQL, one to a file.
package sql

import (
	"demarc/checks"
	"demarc/providers/inventory"
)

// All lists the package's checks.
var All = []*checks.Check{
	AuditRetention,
	Auditing,
	Defender,
	EntraAdministrator,
	EntraOnly,
	FirewallAzureServices,
	FirewallWidth,
	ManagedInstanceMinimumTLS,
	ManagedInstancePublicEndpoint,
	MinimumTLS,
	ProtectorCustomerKey,
	PublicNetworkAccess,
	TransparentEncryption,
	VulnerabilityAdmins,
	VulnerabilityAssessment,
	VulnerabilityRecipients,
	VulnerabilityRecurring,
}

// unheardOf reports a word that is none of those that the reference has.
func unheardOf(p *checks.Probe, property, value string) {
	p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "what the " + property + " " + value + " is"})
}
