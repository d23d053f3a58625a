package cloudwatch

import (
	"strings"
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/aws/cloudwatch"
	"demarc/providers/aws/sns"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
)

const topicARN = "arn:aws:sns:us-east-1:111122223333:alarms"

// trail logs every region, to the log group "trail" of account.
func trail(account string, edits ...func(*cloudtrail.Trail)) *cloudtrail.Trail {
	t := &cloudtrail.Trail{
		Resource:    inventory.Resource{ID: "main", Account: account, Full: "arn:aws:cloudtrail:us-east-1:" + account + ":trail/main"},
		MultiRegion: inventory.Of(true),
		LogGroupARN: inventory.Of("arn:aws:logs:us-east-1:" + account + ":log-group:trail:*"),
		Status:      inventory.Of(cloudtrail.Status{Logging: true}),
		Selectors:   inventory.Of(cloudtrail.Selectors{Basic: []cloudtrail.BasicSelector{{ReadWrite: "All", Management: true}}}),
	}
	for _, e := range edits {
		e(t)
	}
	return t
}

func filter(group, name, pattern string) *cloudwatch.MetricFilter {
	return &cloudwatch.MetricFilter{
		Resource: inventory.Resource{ID: name}, LogGroup: group, Pattern: inventory.Of(pattern), Narrowed: inventory.Of(false),
		Metrics: inventory.Of([]cloudwatch.Metric{{Namespace: "ns", Name: name}}),
	}
}

func alarm(name string, edits ...func(*cloudwatch.Alarm)) *cloudwatch.Alarm {
	a := &cloudwatch.Alarm{
		Resource: inventory.Resource{ID: name}, ActionsEnabled: inventory.Of(true), Actions: inventory.Of([]string{topicARN}),
		Metrics: inventory.Of([]cloudwatch.Metric{{Namespace: "ns", Name: name}}), Rule: inventory.Of(cloudwatch.Rule{}), Falling: inventory.Of(false),
	}
	for _, e := range edits {
		e(a)
	}
	return a
}

func silent(a *cloudwatch.Alarm)  { a.Actions = inventory.Of[[]string](nil) }
func off(a *cloudwatch.Alarm)     { a.ActionsEnabled = inventory.Of(false) }
func falling(a *cloudwatch.Alarm) { a.Falling = inventory.Of(true) }
func to(topic string) func(*cloudwatch.Alarm) {
	return func(a *cloudwatch.Alarm) { a.Actions = inventory.Of([]string{topic}) }
}

// topic is an SNS topic with some subscriptions, or with an unknown number.
func topic(arn string, subscribers inventory.Known[int]) *sns.Topic {
	return &sns.Topic{Resource: inventory.Resource{ID: arn[strings.LastIndex(arn, ":")+1:], Full: arn}, Attributes: inventory.Of(sns.Attributes{Subscribers: subscribers})}
}
func dimensioned(a *cloudwatch.Alarm) {
	metricsOf(a, cloudwatch.Metric{Namespace: "ns", Name: a.ID, Dimensions: 1})
}
func metricsOf(a *cloudwatch.Alarm, ms ...cloudwatch.Metric) {
	a.Metrics = inventory.Of(ms)
}

// follows makes a composite alarm of a.
func follows(any bool, names ...string) func(*cloudwatch.Alarm) {
	return func(a *cloudwatch.Alarm) {
		metricsOf(a)
		a.Composite, a.Rule = true, inventory.Of(cloudwatch.Rule{Alarms: names, Any: any})
	}
}

// estate is an account with trails, metric filters, alarms and topics.
func estate(ts []*cloudtrail.Trail, fs []*cloudwatch.MetricFilter, as ...*cloudwatch.Alarm) *inventory.Inventory {
	return inventory.Fixture(inventory.Rows(cloudtrail.Trails, ts...), inventory.Rows(cloudwatch.MetricFilters, fs...), inventory.Rows(cloudwatch.Alarms, as...),
		inventory.Rows(sns.Topics, topic(topicARN, inventory.Of(1)), topic(topicARN+"-dead", inventory.Of(0)), topic(topicARN+"-dark", inventory.Missing[int](checktest.Dark))))
}
