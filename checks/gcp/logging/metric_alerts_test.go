package logging

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/logging"
	"demarc/providers/inventory"
)

// The filters that CIS Google Cloud Foundations asks for, with one that sees
// half of the events.
func TestMetricAlerts(t *testing.T) {
	bucket := func(m *logging.Metric) { m.Bucket = "projects/" + number + "/locations/global/buckets/b" }
	for _, tc := range []struct {
		check      *checks.Check
		good, half string
	}{
		{OwnershipAlert, `(protoPayload.serviceName="cloudresourcemanager.googleapis.com") AND (ProjectOwnership OR projectOwnerInvitee) OR (protoPayload.serviceData.policyDelta.bindingDeltas.action="REMOVE" AND protoPayload.serviceData.policyDelta.bindingDeltas.role="roles/owner") OR (protoPayload.serviceData.policyDelta.bindingDeltas.action="ADD" AND protoPayload.serviceData.policyDelta.bindingDeltas.role="roles/owner")`,
			`protoPayload.methodName="SetIamPolicy" AND protoPayload.serviceData.policyDelta.bindingDeltas.action="ADD"`},
		{AuditConfigurationAlert, `protoPayload.methodName="SetIamPolicy" AND protoPayload.serviceData.policyDelta.auditConfigDeltas:*`,
			`protoPayload.methodName="SetIamPolicy" AND protoPayload.serviceData.policyDelta.auditConfigDeltas.action="ADD"`},
		{CustomRoleAlert, `resource.type="iam_role" AND (protoPayload.methodName="google.iam.admin.v1.CreateRole" OR protoPayload.methodName="google.iam.admin.v1.DeleteRole" OR protoPayload.methodName="google.iam.admin.v1.UpdateRole")`,
			`resource.type="iam_role" AND protoPayload.methodName="google.iam.admin.v1.CreateRole"`},
		{FirewallAlert, `resource.type="gce_firewall_rule" AND (protoPayload.methodName:"compute.firewalls.patch" OR protoPayload.methodName:"compute.firewalls.insert" OR protoPayload.methodName:"compute.firewalls.delete")`,
			`resource.type="gce_firewall_rule" AND protoPayload.methodName="v1.compute.firewalls.insert"`},
		{RouteAlert, `resource.type="gce_route" AND (protoPayload.methodName:"compute.routes.delete" OR protoPayload.methodName:"compute.routes.insert")`,
			`resource.type="gce_route" AND protoPayload.methodName:"delete"`},
		{NetworkAlert, `resource.type="gce_network" AND (protoPayload.methodName:"compute.networks.insert" OR protoPayload.methodName:"compute.networks.patch" OR protoPayload.methodName:"compute.networks.delete" OR protoPayload.methodName:"compute.networks.removePeering" OR protoPayload.methodName:"compute.networks.addPeering")`,
			`resource.type="gce_network" AND NOT protoPayload.methodName:Peering`},
		{BucketPermissionAlert, `resource.type="gcs_bucket" AND protoPayload.methodName="storage.setIamPermissions"`,
			`resource.type="gcs_bucket" AND protoPayload.methodName="storage.setIamPermissions" AND NOT protoPayload.authenticationInfo.principalEmail:"gserviceaccount.com"`},
		{SQLConfigurationAlert, `protoPayload.methodName="cloudsql.instances.update"`,
			`protoPayload.methodName="cloudsql.instances.update" AND resource.labels.region="us-central1"`},
		{ComputeConfigurationAlert, `resource.type="gce_instance" AND protoPayload.serviceName="compute.googleapis.com"`,
			`resource.type="gce_instance" AND protoPayload.methodName:"insert"`},
	} {
		t.Run(tc.check.ID, func(t *testing.T) {
			checktest.Run(t, tc.check, []checktest.Case{
				{Name: "all there", Have: project(counting(tc.good), alerting()), Want: pass},
				{Name: "half of the events", Have: project(counting(tc.half), alerting()), Want: fail},
				{Name: "narrowed", Have: project(counting("("+tc.good+") AND severity>=ERROR"), alerting()), Want: fail},
				{Name: "narrowed by what is not known", Have: project(counting("("+tc.good+`) AND protoPayload.status.code=7`), alerting()), Want: unknown},
				{Name: "with alternatives", Have: project(counting("-- ours\nseverity=EMERGENCY OR\n  ("+tc.good+")"), alerting()), Want: pass},
				{Name: "no alert", Have: project(counting(tc.good)), Want: fail},
				{Name: "nothing", Have: project(), Want: fail},
				{Name: "of a log bucket that gets everything", Have: project(counting(tc.good, bucket), alerting(), through("projects/"+number+"/locations/global/buckets/b", "")), Want: pass},
				{Name: "of a log bucket that gets nothing", Have: project(counting(tc.good, bucket), alerting()), Want: fail},
				{Name: "metrics hidden", Have: project(alerting(), func(p *logging.Project) { p.Metrics = inventory.Missing[[]logging.Metric](checktest.Dark) }), Want: unknown},
			})
		})
	}
}

// The chain from an event to a notification, link by link.
func TestChain(t *testing.T) {
	type (
		alert     = *logging.Alert
		condition = *logging.Condition
	)
	const (
		filter  = `protoPayload.methodName="cloudsql.instances.update"`
		central = "projects/9/locations/eu/buckets/all"
	)
	c := counting(filter)
	elsewhere := counting(filter, func(m *logging.Metric) { m.Project, m.Bucket = "9", central })
	routed := counting(filter, func(m *logging.Metric) { m.Project = "9" })
	theirs := func(a alert, _ condition) { a.Project = "9" }
	of := func(k inventory.Known[string]) func(alert, condition) {
		return func(_ alert, c condition) { c.Filter = k }
	}
	kind := func(k, text string) func(alert, condition) {
		return func(_ alert, c condition) { c.Kind, c.Filter = k, inventory.Of(text) }
	}
	rate := func(v float64, period int) func(alert, condition) {
		return func(_ alert, c condition) { c.Threshold, c.Period, c.Rate = inventory.Of(v), period, true }
	}
	channel := func(list ...logging.Channel) func(alert, condition) {
		return func(a alert, _ condition) { a.Channels = inventory.Of(list) }
	}
	yes, no := inventory.Of(true), inventory.Of(false)
	series := `metric.type="logging.googleapis.com/user/m" AND resource.type=`
	checktest.Run(t, SQLConfigurationAlert, []checktest.Case{
		{Name: "all there", Have: project(c, alerting()), Want: pass},
		{Name: "disabled metric", Have: project(counting(filter, func(m *logging.Metric) { m.Disabled = yes }), alerting()), Want: fail},
		{Name: "a filter that is not understood", Have: project(counting("a=("), alerting()), Want: unknown},
		{Name: "a filter that is not understood, of nobody's", Have: project(counting("a=(")), Want: fail},
		{Name: "a policy that is off", Have: project(c, alerting(func(a alert, _ condition) { a.Enabled = no })), Want: fail},
		{Name: "a policy that may be off", Have: project(c, alerting(func(a alert, _ condition) { a.Enabled = inventory.Missing[bool](checktest.Dark) })), Want: unknown},
		{Name: "an invalid policy", Have: project(c, alerting(func(a alert, _ condition) { a.Invalid = yes })), Want: fail},
		{Name: "conditions that must all be met", Have: project(c, alerting(func(a alert, _ condition) { a.All = yes })), Want: fail},
		{Name: "no channel", Have: project(c, alerting(channel())), Want: fail},
		{Name: "a channel that is off", Have: project(c, alerting(channel(logging.Channel{Enabled: no, Unverified: no}))), Want: fail},
		{Name: "a channel that nobody confirmed", Have: project(c, alerting(channel(logging.Channel{Enabled: yes, Unverified: yes}))), Want: fail},
		{Name: "one channel that works", Have: project(c, alerting(channel(logging.Channel{Enabled: no, Unverified: no}, logging.Channel{Enabled: yes, Unverified: no}))), Want: pass},
		{Name: "another metric", Have: project(c, alerting(of(inventory.Of(`metric.type="logging.googleapis.com/user/mm"`)))), Want: fail},
		{Name: "the resource's type", Have: project(c, alerting(of(inventory.Of(series+`"cloudsql_database"`)))), Want: pass},
		{Name: "global", Have: project(c, alerting(of(inventory.Of(series+`"global"`)))), Want: pass},
		{Name: "another type", Have: project(c, alerting(of(inventory.Of(series+`"gce_instance"`)))), Want: fail},
		{Name: "one label", Have: project(c, alerting(of(inventory.Of(series+`"global" AND metric.label.who="ada"`)))), Want: unknown},
		{Name: "odd filter", Have: project(c, alerting(of(inventory.Of("(")))), Want: unknown},
		{Name: "hidden filter", Have: project(c, alerting(of(inventory.Missing[string](checktest.Dark)))), Want: unknown},
		{Name: "falling", Have: project(c, alerting(func(_ alert, c condition) { c.Above = no })), Want: fail},
		{Name: "above ten", Have: project(c, alerting(func(_ alert, c condition) { c.Threshold = inventory.Of(10.0) })), Want: fail},
		{Name: "a low rate", Have: project(c, alerting(rate(0.001, 300))), Want: pass},
		{Name: "a rate that one does not reach", Have: project(c, alerting(rate(0.5, 60))), Want: fail},
		{Name: "a rate without a period", Have: project(c, alerting(rate(0.5, 0))), Want: unknown},
		{Name: "for as long as it is counted", Have: project(c, alerting(func(_ alert, c condition) { c.Duration, c.Period = inventory.Of(60), 60 })), Want: pass},
		{Name: "for an hour", Have: project(c, alerting(func(_ alert, c condition) { c.Duration = inventory.Of(3600) })), Want: unknown},
		{Name: "a ratio", Have: project(c, alerting(func(_ alert, c condition) { c.Compared = true })), Want: unknown},
		{Name: "several time series at a time", Have: project(c, alerting(func(_ alert, c condition) { c.Several = true })), Want: unknown},
		{Name: "a query", Have: project(c, alerting(kind(logging.Query, "fetch global | metric 'logging.googleapis.com/user/m'"))), Want: unknown},
		{Name: "a query of another metric", Have: project(c, alerting(kind(logging.Query, "logging_googleapis_com:user_other"))), Want: fail},
		{Name: "absence", Have: project(c, alerting(kind(logging.Other, ""))), Want: fail},
		{Name: "on the entries themselves", Have: project(alerting(kind(logging.LogMatch, filter))), Want: pass},
		{Name: "on other entries", Have: project(alerting(kind(logging.LogMatch, "severity>=ERROR"))), Want: fail},
		{Name: "on entries of another project", Have: project(alerting(kind(logging.LogMatch, filter), theirs)), Want: fail},
		{Name: "in one place for all", Have: project(elsewhere, alerting(theirs), through(central, `log_id("cloudaudit.googleapis.com/activity")`)), Want: pass},
		{Name: "in one place, without these", Have: project(elsewhere, alerting(theirs), through(central, "severity>=ERROR")), Want: fail},
		{Name: "in one place, but for these", Have: project(elsewhere, alerting(theirs), through(central, "", func(k *logging.Sink) { k.Exclusions = inventory.Of([]string{`protoPayload.methodName:"cloudsql"`}) })), Want: fail},
		{Name: "in one place, by a sink that is off", Have: project(elsewhere, alerting(theirs), through(central, "", func(k *logging.Sink) { k.Disabled = yes })), Want: fail},
		{Name: "another project gets all", Have: project(routed, alerting(theirs), through("projects/9", "")), Want: pass},
		{Name: "watched from another project", Have: project(c, alerting(theirs)), Want: unknown},
		{Name: "sinks hidden", Have: project(elsewhere, alerting(theirs), func(p *logging.Project) { p.Sinks = inventory.Missing[[]logging.Sink](checktest.Dark) }), Want: unknown},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(logging.Projects, "", checktest.Dark)), Want: unknown},
	})
}
