package monitor

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/monitor"
	"demarc/providers/inventory"
)

var needsAlerts = []inventory.Source{monitor.Subscriptions, monitor.ActivityLogAlerts}

// alertFix is the fix of the checks of alerts on an operation.
func alertFix(operation string) checks.Fix {
	return checks.Fix{
		Console:   "Monitor > Alerts > Create > Alert rule > Scope: the subscription; Condition: the signal " + operation + ", with no further filter; Actions: an action group.",
		CLI:       "az monitor activity-log alert create --name <name> --resource-group <group> --scope /subscriptions/<subscription> --condition category=Administrative and operationName=" + operation + " --action-group <action group>",
		Terraform: "resource \"azurerm_monitor_activity_log_alert\" \"example\" {\n  name                = \"example\"\n  resource_group_name = \"<group>\"\n  location            = \"global\"\n  scopes              = [\"<subscription>\"]\n  criteria {\n    category       = \"Administrative\"\n    operation_name = \"" + operation + "\"\n  }\n  action {\n    action_group_id = \"<action group>\"\n  }\n}",
	}
}

// equalTo reports whether a leaf holds for one of the values, in whatever case.
func equalTo(l monitor.Leaf, values ...string) bool {
	return slices.ContainsFunc(l.Values, func(v string) bool {
		return slices.ContainsFunc(values, func(w string) bool { return strings.EqualFold(v, w) })
	})
}

// admits reports whether a condition lets through what successful changes by
// the operation look like in the activity log. A condition on a field that
// narrows it further, such as who did it, does not.
func admits(c monitor.Condition, operation string) bool {
	return slices.ContainsFunc(c.AnyOf, func(l monitor.Leaf) bool {
		switch strings.ToLower(l.Field) {
		case "category":
			return equalTo(l, "Administrative")
		case "operationname":
			return equalTo(l, operation)
		case "level":
			return equalTo(l, "Informational")
		case "status":
			return equalTo(l, "Succeeded", "Started", "Accepted")
		case "resourcetype":
			return equalTo(l, operation[:strings.LastIndex(operation, "/")])
		case "resourceprovider":
			return equalTo(l, operation[:strings.Index(operation, "/")])
		}
		return false
	})
}

// names reports whether a condition asks for the field.
func names(c monitor.Condition, field string) bool {
	return slices.ContainsFunc(c.AnyOf, func(l monitor.Leaf) bool { return strings.EqualFold(l.Field, field) })
}

// raises reports whether the conditions raise an alert at each such operation.
func raises(all []monitor.Condition, operation string) bool {
	return slices.ContainsFunc(all, func(c monitor.Condition) bool { return names(c, "category") }) &&
		!slices.ContainsFunc(all, func(c monitor.Condition) bool { return !admits(c, operation) })
}

// alerted makes the Run of a check that asks for an alert over the whole
// subscription.
func alerted(what string, match func([]monitor.Condition) bool) checks.Run {
	return checks.Each(monitor.Subscriptions, func(p *checks.Probe, s *monitor.Subscription) {
		var all []inventory.Known[bool]
		for a := range monitor.ActivityLogAlerts.Own(p.Inv, p) {
			good := inventory.And(a.Enabled, inventory.Map(a.Conditions, match), inventory.Map(a.Scopes, func(scopes []string) bool {
				return slices.Contains(scopes, s.Full)
			}))
			if ok, _ := good.Peek(); ok {
				return
			}
			all = append(all, good)
		}
		if _, known := inventory.Or(all...).Get(p); !known {
			return
		}
		p.Evidence("activityLogAlerts", len(all))
		p.Absentf("no alert rule that is enabled, and watches the whole subscription, is for %s", what)
	})
}

// alertedOn is alerted for an operation.
func alertedOn(operation string) checks.Run {
	return alerted(operation, func(all []monitor.Condition) bool { return raises(all, operation) })
}

// ServiceHealth asks for an alert when Azure itself has a fault.
var ServiceHealth = &checks.Check{
	ID:       "azure-monitor-alert-service-health",
	Title:    "A fault of Azure itself raises an alert",
	Why:      "Half of an outage is finding out whose it is.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Service Health > Health alerts > Add service health alert > Event types: all.",
		CLI:       "az monitor activity-log alert create --name <name> --resource-group <group> --scope /subscriptions/<subscription> --condition category=ServiceHealth --action-group <action group>",
		Terraform: "resource \"azurerm_monitor_activity_log_alert\" \"example\" {\n  name                = \"example\"\n  resource_group_name = \"<group>\"\n  location            = \"global\"\n  scopes              = [\"<subscription>\"]\n  criteria {\n    category = \"ServiceHealth\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.2.11"}},
	Aliases:  []string{"prowler:monitor_alert_service_health_exists"},
	Link:     "https://learn.microsoft.com/azure/service-health/alerts-activity-log-service-notifications-portal",
	Needs:    needsAlerts,
	Run: alerted("incidents of Azure", func(all []monitor.Condition) bool {
		health := false
		for _, c := range all {
			incident := slices.ContainsFunc(c.AnyOf, func(l monitor.Leaf) bool { return equalTo(l, "Incident") })
			switch {
			case names(c, "category"):
				health = slices.ContainsFunc(c.AnyOf, func(l monitor.Leaf) bool { return equalTo(l, "ServiceHealth") })
			case names(c, "properties.incidentType") && !incident:
				return false
			}
		}
		return health // services and regions may be chosen
	}),
}

// PolicyAssignmentCreated asks for an alert on the operation.
var PolicyAssignmentCreated = &checks.Check{
	ID:       "azure-monitor-alert-policy-assignment-created",
	Title:    "A policy assignment being made or changed raises an alert",
	Why:      "Policies keep the subscription in its bounds; who changes one changes the bounds.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix:      alertFix("Microsoft.Authorization/policyAssignments/write"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.2.1"}},
	Aliases:  []string{"prowler:monitor_alert_create_policy_assignment"},
	Link:     "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule",
	Needs:    needsAlerts,
	Run:      alertedOn("Microsoft.Authorization/policyAssignments/write"),
}

// PolicyAssignmentDeleted asks for an alert on the operation.
var PolicyAssignmentDeleted = &checks.Check{
	ID:       "azure-monitor-alert-policy-assignment-deleted",
	Title:    "A policy assignment being deleted raises an alert",
	Why:      "With the assignment go the bounds that it set, and nothing else says so.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix:      alertFix("Microsoft.Authorization/policyAssignments/delete"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.2.2"}},
	Aliases:  []string{"prowler:monitor_alert_delete_policy_assignment"},
	Link:     "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule",
	Needs:    needsAlerts,
	Run:      alertedOn("Microsoft.Authorization/policyAssignments/delete"),
}

// SecurityGroupChanged asks for an alert on the operation.
var SecurityGroupChanged = &checks.Check{
	ID:       "azure-monitor-alert-security-group-changed",
	Title:    "A network security group being made or changed raises an alert",
	Why:      "One rule opens a network to the world.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix:      alertFix("Microsoft.Network/networkSecurityGroups/write"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.2.3"}},
	Aliases:  []string{"prowler:monitor_alert_create_update_nsg"},
	Link:     "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule",
	Needs:    needsAlerts,
	Run:      alertedOn("Microsoft.Network/networkSecurityGroups/write"),
}

// SecurityGroupDeleted asks for an alert on the operation.
var SecurityGroupDeleted = &checks.Check{
	ID:       "azure-monitor-alert-security-group-deleted",
	Title:    "A network security group being deleted raises an alert",
	Why:      "Without its group a network lets everything of its neighbours in.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix:      alertFix("Microsoft.Network/networkSecurityGroups/delete"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.2.4"}},
	Aliases:  []string{"prowler:monitor_alert_delete_nsg"},
	Link:     "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule",
	Needs:    needsAlerts,
	Run:      alertedOn("Microsoft.Network/networkSecurityGroups/delete"),
}

// SecuritySolutionChanged asks for an alert on the operation.
var SecuritySolutionChanged = &checks.Check{
	ID:       "azure-monitor-alert-security-solution-changed",
	Title:    "A security solution being made or changed raises an alert",
	Why:      "An attacker blinds the watchmen first.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix:      alertFix("Microsoft.Security/securitySolutions/write"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.2.5"}},
	Aliases:  []string{"prowler:monitor_alert_create_update_security_solution"},
	Link:     "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule",
	Needs:    needsAlerts,
	Run:      alertedOn("Microsoft.Security/securitySolutions/write"),
}

// SecuritySolutionDeleted asks for an alert on the operation.
var SecuritySolutionDeleted = &checks.Check{
	ID:       "azure-monitor-alert-security-solution-deleted",
	Title:    "A security solution being deleted raises an alert",
	Why:      "An attacker blinds the watchmen first.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix:      alertFix("Microsoft.Security/securitySolutions/delete"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.2.6"}},
	Aliases:  []string{"prowler:monitor_alert_delete_security_solution"},
	Link:     "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule",
	Needs:    needsAlerts,
	Run:      alertedOn("Microsoft.Security/securitySolutions/delete"),
}

// SQLFirewallChanged asks for an alert on the operation.
var SQLFirewallChanged = &checks.Check{
	ID:       "azure-monitor-alert-sql-firewall-rule-changed",
	Title:    "A firewall rule of a SQL server being made or changed raises an alert",
	Why:      "One rule opens a server, with all its databases, to more addresses.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix:      alertFix("Microsoft.Sql/servers/firewallRules/write"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.2.7"}},
	Aliases:  []string{"prowler:monitor_alert_create_update_sqlserver_fr"},
	Link:     "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule",
	Needs:    needsAlerts,
	Run:      alertedOn("Microsoft.Sql/servers/firewallRules/write"),
}

// SQLFirewallDeleted asks for an alert on the operation.
var SQLFirewallDeleted = &checks.Check{
	ID:       "azure-monitor-alert-sql-firewall-rule-deleted",
	Title:    "A firewall rule of a SQL server being deleted raises an alert",
	Why:      "A rule that goes missing cuts applications off, or covers the traces of one that was there for a while.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix:      alertFix("Microsoft.Sql/servers/firewallRules/delete"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.2.8"}},
	Aliases:  []string{"prowler:monitor_alert_delete_sqlserver_fr"},
	Link:     "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule",
	Needs:    needsAlerts,
	Run:      alertedOn("Microsoft.Sql/servers/firewallRules/delete"),
}

// PublicAddressChanged asks for an alert on the operation.
var PublicAddressChanged = &checks.Check{
	ID:       "azure-monitor-alert-public-address-changed",
	Title:    "A public address being made or changed raises an alert",
	Why:      "With a public address something is on the internet that was not before.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix:      alertFix("Microsoft.Network/publicIPAddresses/write"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.2.9"}},
	Aliases:  []string{"prowler:monitor_alert_create_update_public_ip_address_rule"},
	Link:     "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule",
	Needs:    needsAlerts,
	Run:      alertedOn("Microsoft.Network/publicIPAddresses/write"),
}

// PublicAddressDeleted asks for an alert on the operation.
var PublicAddressDeleted = &checks.Check{
	ID:       "azure-monitor-alert-public-address-deleted",
	Title:    "A public address being deleted raises an alert",
	Why:      "An address that is given up goes to somebody else, and names that point to it with it.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix:      alertFix("Microsoft.Network/publicIPAddresses/delete"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.2.10"}},
	Aliases:  []string{"prowler:monitor_alert_delete_public_ip_address_rule"},
	Link:     "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule",
	Needs:    needsAlerts,
	Run:      alertedOn("Microsoft.Network/publicIPAddresses/delete"),
}
