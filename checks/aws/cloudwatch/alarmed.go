package cloudwatch

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"demarc/checks"
	"demarc/checks/aws/cloudwatch/pattern"
	"demarc/providers/aws"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/aws/cloudwatch"
	"demarc/providers/aws/sns"
	"demarc/providers/inventory"
)

// alarmOn makes the check that an alarm is raised on each of some events: a
// trail that logs every region sends them to a log group, a metric filter of
// which counts them, and an alarm on the metric notifies an SNS topic that has
// subscribers, as the audits of CIS ask. Filters
// are judged by whether they match the events, however they are written;
// several may share the work. example is the pattern that the fix shows.
func alarmOn(c checks.Check, example string, events []sample) *checks.Check {
	c.Area = checks.Logging
	name := strings.TrimSuffix(strings.TrimPrefix(c.ID, "aws-cloudwatch-"), "-alarm")
	c.Fix = checks.Fix{
		Console: "CloudWatch > Log groups > the trail's log group > Metric filters > Create metric filter, with the pattern `" + example + "`; then select it > Create alarm: Sum >= 1 over 5 minutes, notify an SNS topic that has a confirmed subscription.",
		CLI: fmt.Sprintf("aws logs put-metric-filter --log-group-name <log-group> --filter-name %[1]s --filter-pattern '%[2]s' --metric-transformations metricName=%[1]s,metricNamespace=CloudTrailMetrics,metricValue=1"+
			" && aws cloudwatch put-metric-alarm --alarm-name %[1]s --metric-name %[1]s --namespace CloudTrailMetrics --statistic Sum --period 300 --evaluation-periods 1 --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold --alarm-actions <topic-arn>", name, example),
		Terraform: fmt.Sprintf("resource \"aws_cloudwatch_log_metric_filter\" \"example\" {\n  name           = %[1]q\n  log_group_name = aws_cloudwatch_log_group.trail.name\n  pattern        = %[2]s\n\n  metric_transformation {\n    name      = %[1]q\n    namespace = \"CloudTrailMetrics\"\n    value     = \"1\"\n  }\n}\n\n"+
			"resource \"aws_cloudwatch_metric_alarm\" \"example\" {\n  alarm_name          = %[1]q\n  metric_name         = %[1]q\n  namespace           = \"CloudTrailMetrics\"\n  statistic           = \"Sum\"\n  period              = 300\n  evaluation_periods  = 1\n  threshold           = 1\n  comparison_operator = \"GreaterThanOrEqualToThreshold\"\n  alarm_actions       = [aws_sns_topic.alarms.arn]\n}", name, strconv.Quote(example)),
	}
	c.Link = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html"
	c.Needs = []inventory.Source{cloudtrail.TrailStatus, cloudtrail.TrailSelectors, cloudwatch.MetricFilters, cloudwatch.Alarms, sns.TopicAttributes}
	c.Run = checks.Account(func(p *checks.Probe) { lookForAlarms(p, events) })
	return &c
}

// A source of events is a metric filter on the log group of a trail.
type source struct {
	trail  *cloudtrail.Trail
	filter string
	parsed inventory.Known[*pattern.Pattern] // nil where the filter counts every event
	live   inventory.Known[bool]             // an alarm on its metric notifies somebody
}

func lookForAlarms(p *checks.Probe, events []sample) {
	var hidden inventory.Gaps
	sources := sourcesOf(p.Inv, &hidden)
	var missing []string
	for _, e := range events {
		seen := inventory.Of(false)
		for _, s := range sources {
			seen = inventory.Or(seen, inventory.And(s.covers(e), s.trail.Management(e.source), s.live))
		}
		if yes, known := seen.Peek(); !known {
			seen.Get(p)
		} else if !yes && !slices.Contains(missing, e.name) {
			missing = append(missing, e.name)
		}
	}
	if len(missing) == 0 {
		return
	}
	for _, g := range hidden {
		p.Missed(g)
	}
	p.Evidence("eventsWithoutAlarm", missing)
	if len(sources) == 0 {
		p.Absentf("no trail that logs every region sends its events to a log group with metric filters")
		return
	}
	p.Absentf("no metric filter on the log group of a trail, with an alarm on its rising that notifies an SNS topic with subscribers, matches %s", first(missing, 4))
}

// sourcesOf lists the metric filters on the log groups of trails that log
// every region, and tells r of what may hide others.
func sourcesOf(inv *inventory.Inventory, r inventory.Reader) (all []source) {
	for t := range cloudtrail.Everywhere(inv, r) {
		if on, known := t.Logging().Peek(); known && !on {
			continue
		}
		group, ok := t.LogGroupARN.Get(r)
		if !ok || group == "" {
			continue
		}
		arn, ok := aws.ParseARN(group)
		if !ok {
			r.Missed(inventory.Gap{Reason: inventory.Failed, Call: "CloudTrail DescribeTrails", Where: "the log group of the trail " + t.ID})
			continue
		}
		if arn.Account != inv.Account {
			r.Missed(inventory.Gap{Reason: inventory.OtherAccount, Where: "the log group of the trail " + t.ID})
			continue
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(arn.Resource, "log-group:"), ":")
		for _, f := range cloudwatch.FiltersByGroup.Get(inv, r, arn.Region, name) {
			live := inventory.Then(f.Metrics, func(ms []cloudwatch.Metric) inventory.Known[bool] {
				any := inventory.Of(false)
				for _, m := range ms {
					any = inventory.Or(any, alarmed(inv, f.Region, m))
				}
				return any
			})
			all = append(all, source{t, f.ID, parsed(f), live})
		}
	}
	return all
}

// unread is what stands for what a filter matches where that cannot be told.
func unread[T any](filter string) inventory.Known[T] {
	return inventory.Missing[T](inventory.Gap{
		Reason: inventory.Failed, Call: "CloudWatch Logs DescribeMetricFilters", Where: "what the metric filter " + filter + " matches",
	})
}

// parsed reads the pattern of a filter that sees the events as they came. A
// filter that counts every event is no sign of any: its pattern is nil.
func parsed(f *cloudwatch.MetricFilter) inventory.Known[*pattern.Pattern] {
	return inventory.Then(f.Pattern, func(text string) inventory.Known[*pattern.Pattern] {
		p, err := pattern.Parse(text)
		if err != nil {
			return unread[*pattern.Pattern](f.ID)
		}
		if p.Match(ordinary) == pattern.Yes {
			return inventory.Of[*pattern.Pattern](nil)
		}
		return inventory.Then(f.Narrowed, func(narrowed bool) inventory.Known[*pattern.Pattern] {
			if narrowed {
				return unread[*pattern.Pattern](f.ID)
			}
			return inventory.Of(p)
		})
	})
}

// covers reports whether a filter counts an event.
func (s source) covers(e sample) inventory.Known[bool] {
	return inventory.Then(s.parsed, func(p *pattern.Pattern) inventory.Known[bool] {
		if p == nil {
			return inventory.Of(false)
		}
		switch p.Match(e.event) {
		case pattern.Yes:
			return inventory.Of(true)
		case pattern.No:
			return inventory.Of(false)
		}
		return unread[bool](s.filter)
	})
}

// alarmed reports whether an alarm of region on the metric notifies somebody.
func alarmed(inv *inventory.Inventory, region string, m cloudwatch.Metric) inventory.Known[bool] {
	var hidden inventory.Gaps
	any := inventory.Of(false)
	for a := range cloudwatch.Alarms.In(inv, &hidden, region) {
		on := inventory.And(inventory.Map(a.Metrics, func(ms []cloudwatch.Metric) bool {
			return slices.ContainsFunc(ms, func(w cloudwatch.Metric) bool { return watches(w, m) })
		}), inventory.Not(a.Falling))
		if yes, known := on.Peek(); !known || yes {
			any = inventory.Or(any, inventory.And(on, want{subscribed, true, true}.by(inv, a, 0)))
		}
	}
	if yes, known := any.Peek(); known && !yes && len(hidden) > 0 {
		return inventory.Missing[bool](hidden[0])
	}
	return any
}

// watches reports whether what an alarm watches holds the whole of a metric. A
// metric with dimensions is many metrics, of which an alarm watches one, unless
// it is on a query that joins them.
func watches(w, m cloudwatch.Metric) bool {
	if w.Query != "" {
		return strings.Contains(w.Query, m.Name) && strings.Contains(w.Query, m.Namespace)
	}
	return w.Namespace == m.Namespace && w.Name == m.Name && w.Dimensions == 0 && m.Dimensions == 0
}

// subscribed reports whether an action notifies an SNS topic that passes the
// notification on to somebody. One that is gone, or has no confirmed
// subscription, tells nobody.
func subscribed(inv *inventory.Inventory, action string) inventory.Known[bool] {
	a, ok := aws.ParseARN(action)
	switch {
	case !ok || a.Service != "sns":
		return inventory.Of(false)
	case a.Account != inv.Account:
		return inventory.Missing[bool](inventory.Gap{Reason: inventory.OtherAccount, Where: "the subscriptions of the topic " + action})
	}
	return inventory.Then(sns.Topics.ByID(inv, a.Region, action), func(t *sns.Topic) inventory.Known[bool] {
		if t == nil {
			return inventory.Of(false)
		}
		return inventory.Then(t.Attributes, func(at sns.Attributes) inventory.Known[bool] {
			return inventory.Map(at.Subscribers, func(n int) bool { return n > 0 })
		})
	})
}

// anything takes every action for an answer.
func anything(*inventory.Inventory, string) inventory.Known[bool] { return inventory.Of(true) }

// A want says which actions count as an answer to an alarm.
type want struct {
	kind    func(inv *inventory.Inventory, action string) inventory.Known[bool]
	enabled bool // actions that are switched off do not count
	alone   bool // a composite alarm counts only if the alarm by itself sets it off
}

// maxComposites bounds how many composite alarms are followed above each other.
const maxComposites = 5

// by reports whether an alarm has such an action, its own or that of a
// composite alarm that follows it.
func (w want) by(inv *inventory.Inventory, a *cloudwatch.Alarm, depth int) inventory.Known[bool] {
	any := inventory.Then(a.Actions, func(as []string) inventory.Known[bool] {
		var each []inventory.Known[bool]
		for _, action := range as {
			each = append(each, w.kind(inv, action))
		}
		return inventory.Or(each...)
	})
	if w.enabled {
		any = inventory.And(any, a.ActionsEnabled)
	}
	if yes, known := any.Peek(); known && yes || depth == maxComposites {
		return any
	}
	var hidden inventory.Gaps
	for c := range cloudwatch.Alarms.In(inv, &hidden, a.Region) {
		if !c.Composite {
			continue
		}
		follows := inventory.Map(c.Rule, func(r cloudwatch.Rule) bool { return (r.Any || !w.alone) && slices.Contains(r.Alarms, a.ID) })
		if yes, known := follows.Peek(); !known || yes {
			any = inventory.Or(any, inventory.And(follows, w.by(inv, c, depth+1)))
		}
	}
	if yes, known := any.Peek(); known && !yes && len(hidden) > 0 {
		return inventory.Missing[bool](hidden[0])
	}
	return any
}

// first joins the first n words.
func first(words []string, n int) string {
	if len(words) <= n {
		return strings.Join(words, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(words[:n], ", "), len(words)-n)
}
