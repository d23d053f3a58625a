// Package cloudwatch collects Amazon CloudWatch alarms, and the log groups,
// metric filters and resource policies of CloudWatch Logs.
package cloudwatch

import (
	"context"
	"iter"
	"regexp"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/cloudwatch"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An Alarm is a metric alarm, or a composite one that watches other alarms.
type Alarm struct {
	inventory.Resource
	Composite      bool
	ActionsEnabled inventory.Known[bool]
	Actions        inventory.Known[[]string] // ARNs of what is done on the state ALARM
	Metrics        inventory.Known[[]Metric] // what a metric alarm watches
	Falling        inventory.Known[bool]     // a metric alarm goes off when its metric falls, not when it rises
	Rule           inventory.Known[Rule]     // what a composite alarm watches
}

// A Metric is one metric that an alarm watches, by itself or in an expression.
// Query stands for a Metrics Insights query, which names metrics in its text.
type Metric struct {
	Namespace, Name string
	Dimensions      int
	Query           string
}

// A Rule is the rule of a composite alarm: the alarms that it asks the state
// ALARM of, by name, and whether any one of them is enough.
type Rule struct {
	Alarms []string
	Any    bool
}

// Alarms lists the alarms of both kinds.
var Alarms = &inventory.Type[Alarm]{
	Kind:    "aws.cloudwatch.Alarm",
	Level:   inventory.AtRegion,
	Model:   inventory.Account,
	Actions: []string{"cloudwatch:DescribeAlarms"},
	Tags:    aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Alarm, error] {
		size := int32(100)
		pages := aws.Pages(ctx, client(s).DescribeAlarms,
			// Without the kinds, composite alarms are left out.
			&cloudwatch.DescribeAlarmsInput{MaxRecords: &size, AlarmTypes: []types.AlarmType{types.AlarmTypeMetricAlarm, types.AlarmTypeCompositeAlarm}},
			func(out *cloudwatch.DescribeAlarmsOutput) *string { return out.NextToken },
			func(in *cloudwatch.DescribeAlarmsInput, token *string) { in.NextToken = token })
		const call = "CloudWatch DescribeAlarms"
		return aws.List(pages, func(out *cloudwatch.DescribeAlarmsOutput) (rows []*Alarm) {
			for _, a := range out.MetricAlarms {
				rows = append(rows, &Alarm{
					Resource:       aws.Resource(s, aws.Deref(a.AlarmArn), aws.Deref(a.AlarmName)),
					ActionsEnabled: inventory.FromPtr(a.ActionsEnabled, inventory.Unanswered[bool](call, "ActionsEnabled")),
					Actions:        inventory.Of(a.AlarmActions),
					Metrics:        inventory.Of(watched(a)),
					Falling:        falling(a.ComparisonOperator),
					Rule:           inventory.Of(Rule{}),
				})
			}
			for _, a := range out.CompositeAlarms {
				rows = append(rows, &Alarm{
					Resource:       aws.Resource(s, aws.Deref(a.AlarmArn), aws.Deref(a.AlarmName)),
					Composite:      true,
					ActionsEnabled: inventory.FromPtr(a.ActionsEnabled, inventory.Unanswered[bool](call, "ActionsEnabled")),
					Actions:        inventory.Of(a.AlarmActions),
					Metrics:        inventory.Of[[]Metric](nil),
					Falling:        inventory.Of(false),
					Rule:           inventory.Map(inventory.FromPtr(a.AlarmRule, inventory.Unanswered[string](call, "AlarmRule")), readRule),
				})
			}
			return rows
		})
	},
}

// watched lists the metrics of a metric alarm: the one that it is on, or those
// of its expression.
func watched(a types.MetricAlarm) (all []Metric) {
	if a.MetricName != nil {
		all = append(all, Metric{Namespace: aws.Deref(a.Namespace), Name: *a.MetricName, Dimensions: len(a.Dimensions)})
	}
	for _, q := range a.Metrics {
		if q.MetricStat != nil && q.MetricStat.Metric != nil {
			m := q.MetricStat.Metric
			all = append(all, Metric{Namespace: aws.Deref(m.Namespace), Name: aws.Deref(m.MetricName), Dimensions: len(m.Dimensions)})
		} else if e := strings.TrimSpace(aws.Deref(q.Expression)); len(e) > 6 && strings.EqualFold(e[:6], "SELECT") {
			all = append(all, Metric{Query: e})
		}
	}
	return all
}

// falling reports whether a metric alarm goes off on low values alone.
func falling(op types.ComparisonOperator) inventory.Known[bool] {
	switch op {
	case "":
		return inventory.Unanswered[bool]("CloudWatch DescribeAlarms", "ComparisonOperator")
	case types.ComparisonOperatorLessThanThreshold, types.ComparisonOperatorLessThanOrEqualToThreshold, types.ComparisonOperatorLessThanLowerThreshold:
		return inventory.Of(true)
	}
	return inventory.Of(false)
}

var (
	inAlarm = regexp.MustCompile(`ALARM\(\s*("(?:[^"\\]|\\.)*"|[^()"]*)\s*\)`)
	onlyOr  = regexp.MustCompile(`^(?:[\s()]|\bOR\b)*$`)
)

// readRule reads what a check asks of an alarm rule (CloudWatch API reference,
// PutCompositeAlarm): names or ARNs of alarms, quoted or not.
func readRule(text string) (r Rule) {
	for _, m := range inAlarm.FindAllStringSubmatch(text, -1) {
		name := strings.TrimSpace(m[1])
		if q := strings.TrimSuffix(strings.TrimPrefix(name, `"`), `"`); q != name {
			name = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(q)
		}
		if a, ok := aws.ParseARN(name); ok {
			name = strings.TrimPrefix(a.Resource, "alarm:")
		}
		r.Alarms = append(r.Alarms, name)
	}
	r.Any = onlyOr.MatchString(inAlarm.ReplaceAllString(text, ""))
	return r
}

func client(s inventory.Scope) *cloudwatch.Client {
	return cloudwatch.NewFromConfig(aws.Config(s, "cloudwatch"))
}
