package cloudwatch

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/aws/cloudwatch"
	"demarc/providers/inventory"
)

// The chain from an event to a notification, link by link.
func TestChain(t *testing.T) {
	const own = inventory.FixtureAccount
	type (
		trails  = []*cloudtrail.Trail
		filters = []*cloudwatch.MetricFilter
	)
	one := trails{trail(own)}
	both := filters{filter("trail", "m", `{ $.eventName = %Key% && $.eventSource = "kms.*" }`)}
	all := filters{filter("trail", "m", "")}
	first, second := filter("trail", "m", `{$.eventName=DisableKey}`), filter("trail", "n", `{$.eventName="Schedule*"}`)
	edited := func(edit func(*cloudwatch.MetricFilter)) filters {
		f := filter("trail", "m", named("kms.amazonaws.com", "DisableKey", "ScheduleKeyDeletion"))
		edit(f)
		return filters{f}
	}
	stopped := func(t *cloudtrail.Trail) { t.Status = inventory.Of(cloudtrail.Status{}) }
	noKMS := func(t *cloudtrail.Trail) {
		t.Selectors = inventory.Of(cloudtrail.Selectors{Basic: []cloudtrail.BasicSelector{{ReadWrite: "All", Management: true, Excluded: []string{"kms.amazonaws.com"}}}})
	}
	dark := func(t *cloudtrail.Trail) { t.Selectors = inventory.Missing[cloudtrail.Selectors](checktest.Dark) }
	query := func(a *cloudwatch.Alarm) {
		metricsOf(a, cloudwatch.Metric{Query: `SELECT SUM("m") FROM SCHEMA("ns", who)`})
	}
	lambda := func(a *cloudwatch.Alarm) { a.Actions = inventory.Of([]string{"arn:aws:lambda:us-east-1:1:function:f"}) }
	checktest.Run(t, KMSKeyDeletionAlarm, []checktest.Case{
		{Name: "all there", Have: estate(one, both, alarm("m")), Want: pass},
		{Name: "two filters share the work", Have: estate(one, filters{first, second}, alarm("m"), alarm("n")), Want: pass},
		{Name: "an event is left over", Have: estate(one, filters{first}, alarm("m")), Want: fail},
		{Name: "half without an alarm", Have: estate(one, filters{first, second}, alarm("m")), Want: fail},
		{Name: "a second trail", Have: estate(trails{trail(own, stopped), trail(own, func(t *cloudtrail.Trail) { t.ID, t.Full = "b", t.Full+"b" })}, both, alarm("m")), Want: pass},
		{Name: "no trail", Have: estate(nil, both, alarm("m")), Want: fail},
		{Name: "the trail is stopped", Have: estate(trails{trail(own, stopped)}, both, alarm("m")), Want: fail},
		{Name: "the trail leaves KMS out", Have: estate(trails{trail(own, noKMS)}, both, alarm("m")), Want: fail},
		{Name: "the trail's selectors are hidden", Have: estate(trails{trail(own, dark)}, both, alarm("m")), Want: unknown},
		{Name: "the organization's log group", Have: estate(trails{trail("999988887777")}, both, alarm("m")), Want: unknown},
		{Name: "another log group", Have: estate(one, filters{filter("other", "m", "{$.eventName=*}")}, alarm("m")), Want: fail},
		{Name: "every event", Have: estate(one, all, alarm("m")), Want: fail},
		{Name: "a pattern that cannot be read", Have: estate(one, filters{filter("trail", "m", "{ $.a ~ b }")}, alarm("m")), Want: unknown},
		{Name: "a pattern that leaves it open", Have: estate(one, filters{filter("trail", "m", `{ $.eventSource = kms.amazonaws.com && $.absent != "x" }`)}, alarm("m")), Want: unknown},
		{Name: "for users only", Have: estate(one, filters{filter("trail", "m", `{ $.eventSource = kms.amazonaws.com && $.userIdentity.type = IAMUser }`)}, alarm("m")), Want: fail},
		{Name: "for one region only", Have: estate(one, filters{filter("trail", "m", `{ $.eventSource = kms.amazonaws.com && $.awsRegion = us-east-1 }`)}, alarm("m")), Want: fail},
		{Name: "narrowed", Have: estate(one, edited(func(f *cloudwatch.MetricFilter) { f.Narrowed = inventory.Of(true) }), alarm("m")), Want: unknown},
		{Name: "no alarm", Have: estate(one, both), Want: fail},
		{Name: "an alarm on another metric", Have: estate(one, both, alarm("x")), Want: fail},
		{Name: "an alarm without an action", Have: estate(one, both, alarm("m", silent)), Want: fail},
		{Name: "an alarm with a function", Have: estate(one, both, alarm("m", lambda)), Want: fail},
		{Name: "an alarm on falling", Have: estate(one, both, alarm("m", falling)), Want: fail},
		{Name: "a topic without subscribers", Have: estate(one, both, alarm("m", to(topicARN+"-dead"))), Want: fail},
		{Name: "a topic that is gone", Have: estate(one, both, alarm("m", to(topicARN+"-gone"))), Want: fail},
		{Name: "a topic whose subscribers are hidden", Have: estate(one, both, alarm("m", to(topicARN+"-dark"))), Want: unknown},
		{Name: "a topic of somebody else's", Have: estate(one, both, alarm("m", to("arn:aws:sns:us-east-1:999988887777:theirs"))), Want: unknown},
		{Name: "actions off", Have: estate(one, both, alarm("m", off)), Want: fail},
		{Name: "an alarm on one dimension", Have: estate(one, both, alarm("m", dimensioned)), Want: fail},
		{Name: "dimensions joined by a query", Want: pass, Have: estate(one, edited(func(f *cloudwatch.MetricFilter) {
			f.Metrics = inventory.Of([]cloudwatch.Metric{{Namespace: "ns", Name: "m", Dimensions: 1}})
		}), alarm("q", query))},
		{Name: "a composite alarm notifies", Have: estate(one, both, alarm("m", silent), alarm("c", follows(true, "m", "x"))), Want: pass},
		{Name: "a composite alarm over a composite alarm", Have: estate(one, both, alarm("m", silent), alarm("c", silent, follows(true, "m")), alarm("d", follows(true, "c"))), Want: pass},
		{Name: "a composite alarm of which it is half", Have: estate(one, both, alarm("m", silent), alarm("c", follows(false, "m", "x"))), Want: fail},
		{Name: "composite alarms in a ring", Have: estate(one, both, alarm("m", silent), alarm("c", silent, follows(true, "m", "d")), alarm("d", silent, follows(true, "c"))), Want: fail},
		{Name: "filters hidden elsewhere", Want: fail, Have: inventory.Fixture(inventory.Rows(cloudtrail.Trails, one...),
			inventory.Unlisted(cloudwatch.MetricFilters, "eu-west-1", checktest.Dark), inventory.Unlisted(cloudwatch.Alarms, "eu-west-1", checktest.Dark))},
		{Name: "alarms hidden", Want: unknown, Have: inventory.Fixture(inventory.Rows(cloudtrail.Trails, one...),
			inventory.Rows(cloudwatch.MetricFilters, both...), inventory.Unlisted(cloudwatch.Alarms, "us-east-1", checktest.Dark))},
	})
}
