package logging

import (
	"demarc/checks"
	"demarc/checks/frameworks"
)

// OwnershipAlert asks for an alert when a project gets another owner.
var OwnershipAlert = alertOn(checks.Check{
	ID:       "gcp-logging-project-ownership-alert",
	Title:    "An alert tells of changes of a project's owners",
	Why:      "An owner may do anything in the project; whoever takes it over makes himself one.",
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.5"}},
	Aliases:  []string{"prowler:logging_log_metric_filter_and_alert_for_project_ownership_changes_enabled"},
}, `(protoPayload.serviceName="cloudresourcemanager.googleapis.com") AND (ProjectOwnership OR projectOwnerInvitee) OR (protoPayload.serviceData.policyDelta.bindingDeltas.action="REMOVE" AND protoPayload.serviceData.policyDelta.bindingDeltas.role="roles/owner") OR (protoPayload.serviceData.policyDelta.bindingDeltas.action="ADD" AND protoPayload.serviceData.policyDelta.bindingDeltas.role="roles/owner")`,
	[]event{
		ownership("adding an owner", "ADD"), ownership("removing an owner", "REMOVE"),
		{name: "inviting an owner", service: manager, method: "InsertProjectOwnershipInvite", resource: "project", payload: map[string]any{"request": map[string]any{"projectOwnerInvitee": "bob@example.com", "kind": "projectOwnerInvitee"}}},
	})

// AuditConfigurationAlert asks for an alert when what is logged changes.
var AuditConfigurationAlert = alertOn(checks.Check{
	ID:       "gcp-logging-audit-configuration-alert",
	Title:    "An alert tells of changes of which accesses are logged",
	Why:      "Whoever does not want to be seen switches the logs off first.",
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.6"}},
	Aliases:  []string{"prowler:logging_log_metric_filter_and_alert_for_audit_configuration_changes_enabled"},
}, `protoPayload.methodName="SetIamPolicy" AND protoPayload.serviceData.policyDelta.auditConfigDeltas:*`,
	[]event{
		{name: "removing an audit configuration", service: manager, method: "SetIamPolicy", resource: "project", payload: policy("auditConfigDeltas", map[string]any{"action": "REMOVE", "service": "allServices", "logType": "DATA_READ"})},
		{name: "adding an audit configuration", service: manager, method: "SetIamPolicy", resource: "project", payload: policy("auditConfigDeltas", map[string]any{"action": "ADD", "service": "allServices", "logType": "DATA_READ"})},
	})

// CustomRoleAlert asks for an alert when a custom role changes.
var CustomRoleAlert = alertOn(checks.Check{
	ID:       "gcp-logging-custom-role-alert",
	Title:    "An alert tells of changes of custom roles",
	Why:      "A permission that is added to a role is granted to all who hold it, without a change of any IAM policy.",
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.7"}},
	Aliases:  []string{"prowler:logging_log_metric_filter_and_alert_for_custom_role_changes_enabled"},
}, `resource.type="iam_role" AND (protoPayload.methodName="google.iam.admin.v1.CreateRole" OR protoPayload.methodName="google.iam.admin.v1.DeleteRole" OR protoPayload.methodName="google.iam.admin.v1.UpdateRole")`,
	roles("CreateRole", "DeleteRole", "UpdateRole"))

// FirewallAlert asks for an alert when a firewall rule changes.
var FirewallAlert = alertOn(checks.Check{
	ID:       "gcp-logging-firewall-alert",
	Title:    "An alert tells of changes of firewall rules",
	Why:      "A rule that was opened for an hour, and stayed, is noticed on the day.",
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.8"}},
	Aliases:  []string{"prowler:logging_log_metric_filter_and_alert_for_vpc_firewall_rule_changes_enabled"},
}, `resource.type="gce_firewall_rule" AND (protoPayload.methodName:"compute.firewalls.patch" OR protoPayload.methodName:"compute.firewalls.insert" OR protoPayload.methodName:"compute.firewalls.delete")`,
	computing("gce_firewall_rule", "firewall_rule_id", "compute.firewalls.patch", "compute.firewalls.insert", "compute.firewalls.delete"))

// RouteAlert asks for an alert when a route changes.
var RouteAlert = alertOn(checks.Check{
	ID:       "gcp-logging-route-alert",
	Title:    "An alert tells of changes of routes",
	Why:      "A route decides which machine traffic passes, and so who may read it.",
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.9"}},
	Aliases:  []string{"prowler:logging_log_metric_filter_and_alert_for_vpc_network_route_changes_enabled"},
}, `resource.type="gce_route" AND (protoPayload.methodName:"compute.routes.delete" OR protoPayload.methodName:"compute.routes.insert")`,
	computing("gce_route", "route_id", "compute.routes.delete", "compute.routes.insert"))

// NetworkAlert asks for an alert when a network changes.
var NetworkAlert = alertOn(checks.Check{
	ID:       "gcp-logging-network-alert",
	Title:    "An alert tells of changes of networks and their peerings",
	Why:      "A peering lets another network in, past the firewall rules for the internet.",
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.10"}},
	Aliases:  []string{"prowler:logging_log_metric_filter_and_alert_for_vpc_network_changes_enabled"},
}, `resource.type="gce_network" AND (protoPayload.methodName:"compute.networks.insert" OR protoPayload.methodName:"compute.networks.patch" OR protoPayload.methodName:"compute.networks.delete" OR protoPayload.methodName:"compute.networks.removePeering" OR protoPayload.methodName:"compute.networks.addPeering")`,
	computing("gce_network", "network_id", "compute.networks.insert", "compute.networks.patch", "compute.networks.delete", "compute.networks.removePeering", "compute.networks.addPeering"))

// BucketPermissionAlert asks for an alert when who may use a bucket changes.
var BucketPermissionAlert = alertOn(checks.Check{
	ID:       "gcp-logging-bucket-permission-alert",
	Title:    "An alert tells of changes of who may use a bucket",
	Why:      "A bucket that is made public by mistake is found by others within hours.",
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.11"}},
	Aliases:  []string{"prowler:logging_log_metric_filter_and_alert_for_bucket_permission_changes_enabled"},
}, `resource.type="gcs_bucket" AND protoPayload.methodName="storage.setIamPermissions"`,
	[]event{{name: "storage.setIamPermissions", service: "storage.googleapis.com", method: "storage.setIamPermissions", resource: "gcs_bucket", labels: map[string]string{"bucket_name": "example", "location": "eu"},
		payload: policy("bindingDeltas", map[string]any{"action": "ADD", "role": "roles/storage.objectViewer", "member": "allUsers"})}})

// SQLConfigurationAlert asks for an alert when a database server changes.
var SQLConfigurationAlert = alertOn(checks.Check{
	ID:       "gcp-logging-sql-configuration-alert",
	Title:    "An alert tells of changes of Cloud SQL instances",
	Why:      "A change may open an instance to the internet, or end its backups.",
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.12"}},
	Aliases:  []string{"prowler:logging_log_metric_filter_and_alert_for_sql_instance_configuration_changes_enabled"},
}, `protoPayload.methodName="cloudsql.instances.update"`,
	[]event{{name: "cloudsql.instances.update", service: "cloudsql.googleapis.com", method: "cloudsql.instances.update", resource: "cloudsql_database", labels: map[string]string{"database_id": "example:example", "region": "europe-west1"}}})

// ComputeConfigurationAlert asks for an alert when machines come, go, or get
// other metadata, which has their start-up scripts and SSH keys.
var ComputeConfigurationAlert = alertOn(checks.Check{
	ID:      "gcp-logging-compute-configuration-alert",
	Title:   "An alert tells of machines that are made, deleted or given other metadata",
	Why:     "New machines are what stolen credentials are used for first; a start-up script or an SSH key in the metadata takes over one that is there.",
	Aliases: []string{"prowler:logging_log_metric_filter_and_alert_for_compute_configuration_changes_enabled"},
}, `resource.type="gce_instance" AND (protoPayload.methodName:"compute.instances.insert" OR protoPayload.methodName:"compute.instances.delete" OR protoPayload.methodName:"compute.instances.setMetadata")`,
	computing("gce_instance", "instance_id", "compute.instances.insert", "compute.instances.delete", "compute.instances.setMetadata"))
