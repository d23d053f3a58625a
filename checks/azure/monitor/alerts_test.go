package monitor

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/monitor"
	"demarc/providers/inventory"
)

func is(field string, values ...string) monitor.Condition {
	return monitor.Condition{AnyOf: []monitor.Leaf{{Field: field, Values: values}}}
}

func rule(id string, all ...monitor.Condition) *monitor.ActivityLogAlert {
	return &monitor.ActivityLogAlert{
		Resource: inventory.Resource{ID: id}, Enabled: inventory.Of(true), Scopes: inventory.Of([]string{"/subscriptions/s"}), Conditions: inventory.Of(all),
	}
}

func withAlerts(all ...*monitor.ActivityLogAlert) *inventory.Inventory {
	return subscription(inventory.Rows(monitor.ActivityLogAlerts, all...))
}

func TestAlerts(t *testing.T) {
	for c, op := range map[*checks.Check]string{
		PolicyAssignmentCreated: "Microsoft.Authorization/policyAssignments/write", PolicyAssignmentDeleted: "Microsoft.Authorization/policyAssignments/delete",
		SecurityGroupChanged: "Microsoft.Network/networkSecurityGroups/write", SecurityGroupDeleted: "Microsoft.Network/networkSecurityGroups/delete",
		SecuritySolutionChanged: "Microsoft.Security/securitySolutions/write", SecuritySolutionDeleted: "Microsoft.Security/securitySolutions/delete",
		SQLFirewallChanged: "Microsoft.Sql/servers/firewallRules/write", SQLFirewallDeleted: "Microsoft.Sql/servers/firewallRules/delete",
		PublicAddressChanged: "Microsoft.Network/publicIPAddresses/write", PublicAddressDeleted: "Microsoft.Network/publicIPAddresses/delete",
	} {
		t.Run(c.ID, func(t *testing.T) {
			admin := is("category", "Administrative")
			good := func() *monitor.ActivityLogAlert { return rule("z", admin, is("operationName", op)) }
			off, group, hidden := good(), good(), good()
			off.Enabled = inventory.Of(false)
			group.Scopes = inventory.Of([]string{"/subscriptions/s/resourcegroups/g"})
			hidden.ID, hidden.Conditions = "a", dark[[]monitor.Condition]()
			several := monitor.Condition{AnyOf: []monitor.Leaf{{Field: "operationName", Values: []string{"other"}}, {Field: "operationName", Values: []string{op}}}}
			checktest.Run(t, c, []checktest.Case{
				{Name: "watched", Have: withAlerts(rule("a"), good()), Want: pass},
				{Name: "among several", Have: withAlerts(rule("z", admin, several, is("level", "Informational", "Warning"), is("status", "Succeeded"))), Want: pass},
				{Name: "watched, another hidden", Have: withAlerts(hidden, good()), Want: pass},
				{Name: "failures alone", Have: withAlerts(rule("z", admin, is("operationName", op), is("status", "Failed"))), Want: fail},
				{Name: "one caller's", Have: withAlerts(rule("z", admin, is("operationName", op), is("caller", "x"))), Want: fail},
				{Name: "another operation", Have: withAlerts(rule("z", admin, is("operationName", "Microsoft.Other/write"))), Want: fail},
				{Name: "off", Have: withAlerts(off), Want: fail},
				{Name: "a group of resources", Have: withAlerts(group), Want: fail},
				{Name: "none", Have: withAlerts(), Want: fail},
				{Name: "hidden", Have: withAlerts(hidden), Want: unknown},
			})
		})
	}
}

func TestServiceHealth(t *testing.T) {
	health := is("category", "ServiceHealth")
	hidden := rule("h")
	hidden.Enabled, hidden.Conditions = dark[bool](), inventory.Of([]monitor.Condition{health})
	checktest.Run(t, ServiceHealth, []checktest.Case{
		{Name: "all", Have: withAlerts(rule("a", health)), Want: pass},
		{Name: "incidents", Have: withAlerts(rule("a", health, is("properties.incidentType", "Incident"))), Want: pass},
		{Name: "maintenance", Have: withAlerts(rule("a", health, is("properties.incidentType", "Maintenance"))), Want: fail},
		{Name: "another category", Have: withAlerts(rule("a", is("category", "ResourceHealth"))), Want: fail},
		{Name: "hidden", Have: withAlerts(hidden), Want: unknown},
	})
}
