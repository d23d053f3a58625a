package logging

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"demarc/checks"
	"demarc/checks/gcp/logging/query"
	"demarc/providers/gcp/logging"
	"demarc/providers/inventory"
)

// alertOn makes the check that somebody is notified of each of some events: a
// log-based metric counts their entries, and an enabled alerting policy with a
// notification channel watches the metric, as the audits of CIS ask; or such a
// policy matches the entries themselves. Filters are judged by whether they
// match the events, however they are written; several may share the work.
// example is the filter that the fix shows.
func alertOn(c checks.Check, example string, events []event) *checks.Check {
	c.Area = checks.Logging
	c.Severity = checks.Medium
	name := strings.TrimSuffix(strings.TrimPrefix(c.ID, "gcp-logging-"), "-alert")
	series := fmt.Sprintf(`metric.type="logging.googleapis.com/user/%s" AND resource.type="%s"`, name, events[0].resource)
	c.Fix = checks.Fix{
		Console: "Logging > Log-based Metrics > Create metric: Counter, with the filter `" + example + "`; then the metric's menu > Create alert from metric: any time series violates, above 0, with a notification channel.",
		CLI: fmt.Sprintf("gcloud logging metrics create %[1]s --description=%[1]s --log-filter='%[2]s'"+
			" && gcloud monitoring policies create --display-name=%[1]s --combiner=OR --condition-display-name=%[1]s --condition-filter='%[3]s' --if='> 0' --duration=0s --notification-channels=<channel>", name, example, series),
		Terraform: fmt.Sprintf("resource \"google_logging_metric\" \"example\" {\n  name   = %[1]q\n  filter = %[2]s\n}\n\n"+
			"resource \"google_monitoring_alert_policy\" \"example\" {\n  display_name          = %[1]q\n  combiner              = \"OR\"\n  notification_channels = [google_monitoring_notification_channel.example.id]\n\n  conditions {\n    display_name = %[1]q\n\n    condition_threshold {\n      filter          = %[3]s\n      comparison      = \"COMPARISON_GT\"\n      threshold_value = 0\n      duration        = \"0s\"\n    }\n  }\n}",
			name, strconv.Quote(example), strconv.Quote(series)),
	}
	c.Link = "https://cloud.google.com/logging/docs/logs-based-metrics"
	c.Needs = []inventory.Source{logging.ProjectSinks, logging.ProjectMetrics, logging.ProjectAlerts}
	c.Run = checks.Each(logging.Projects, func(p *checks.Probe, row *logging.Project) { lookForAlerts(p, row, events) })
	return &c
}

func lookForAlerts(p *checks.Probe, row *logging.Project, events []event) {
	metrics, ok := row.Metrics.Get(p)
	alerts, also := row.Alerts.Get(p)
	if !ok || !also {
		return
	}
	var missing []string
	for _, e := range events {
		for _, s := range e.samples(row) {
			seen := inventory.Of(false)
			for _, m := range metrics {
				seen = inventory.Or(seen, inventory.And(
					inventory.Not(m.Disabled), matches(m.Filter, "the filter of the metric "+m.Name, s), reaches(row, m, s), watched(alerts, m, s)))
			}
			for _, a := range alerts {
				seen = inventory.Or(seen, inventory.And(live(a), onEntries(row, a, s)))
			}
			if yes, known := seen.Peek(); !known {
				seen.Get(p)
			} else if !yes && !slices.Contains(missing, s.name) {
				missing = append(missing, s.name)
			}
		}
	}
	if len(missing) == 0 {
		return
	}
	p.Evidence("eventsWithoutAlert", missing)
	p.Absentf("no log-based metric that an enabled alerting policy with a notification channel watches counts %s", first(missing, 4))
}

func first(all []string, n int) string {
	if len(all) <= n {
		return strings.Join(all, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(all[:n], ", "), len(all)-n)
}

func open[T any](format string, args ...any) inventory.Known[T] {
	return inventory.Missing[T](inventory.Gap{Reason: inventory.Failed, Where: fmt.Sprintf(format, args...)})
}

// matches reports whether a filter matches one of the entries of a sample.
func matches(filter inventory.Known[string], what string, s sample) inventory.Known[bool] {
	return inventory.Then(filter, func(text string) inventory.Known[bool] {
		q, err := query.Parse(text)
		if err != nil {
			return open[bool]("%s, which was not understood", what)
		}
		return known(most(q, s.entries), "whether %s matches every %s", what, s.name)
	})
}

func most(q *query.Query, entries []map[string]any) query.Truth {
	out := query.No
	for _, e := range entries {
		out = max(out, q.Matches(e))
	}
	return out
}

func known(t query.Truth, format string, args ...any) inventory.Known[bool] {
	if t == query.Maybe {
		return open[bool](format, args...)
	}
	return inventory.Of(t == query.Yes)
}

// reaches reports whether an entry of the project is among those that a metric
// is counted from: the project's own, or those that a sink takes elsewhere.
func reaches(row *logging.Project, m logging.Metric, s sample) inventory.Known[bool] {
	if m.Project == row.ID && m.Bucket == "" {
		return inventory.Of(true)
	}
	at := m.Bucket
	if at == "" {
		at = "projects/" + m.Project
	}
	return inventory.Then(row.Sinks, func(sinks []logging.Sink) inventory.Known[bool] {
		out := inventory.Of(false)
		for _, k := range sinks {
			if k.Destination == at {
				out = inventory.Or(out, passes(k, s))
			}
		}
		return out
	})
}

// passes reports whether a sink takes an entry along.
func passes(k logging.Sink, s sample) inventory.Known[bool] {
	left := inventory.Then(k.Exclusions, func(filters []string) inventory.Known[bool] {
		out := inventory.Of(false)
		for _, f := range filters {
			out = inventory.Or(out, matches(inventory.Of(f), "an exclusion of the sink "+k.Name, s))
		}
		return out
	})
	return inventory.And(inventory.Not(k.Disabled), matches(k.Filter, "the filter of the sink "+k.Name, s), inventory.Not(left))
}

// live reports whether a policy notifies anybody of anything.
func live(a logging.Alert) inventory.Known[bool] {
	way := inventory.Then(a.Channels, func(all []logging.Channel) inventory.Known[bool] {
		out := inventory.Of(false)
		for _, c := range all {
			out = inventory.Or(out, inventory.And(c.Enabled, inventory.Not(c.Unverified)))
		}
		return out
	})
	return inventory.And(a.Enabled, inventory.Not(a.Invalid), way)
}

// onEntries reports whether a policy of the project matches the entries
// themselves.
func onEntries(row *logging.Project, a logging.Alert, s sample) inventory.Known[bool] {
	if a.Project != row.ID {
		return inventory.Of(false)
	}
	return inventory.Then(a.Conditions, func(all []logging.Condition) inventory.Known[bool] {
		out := inventory.Of(false)
		for _, c := range all {
			if c.Kind == logging.LogMatch {
				out = inventory.Or(out, matches(c.Filter, "the filter of the alerting policy "+a.Name, s))
			}
		}
		return out
	})
}

// watched reports whether a policy that notifies somebody watches a metric.
func watched(alerts []logging.Alert, m logging.Metric, s sample) inventory.Known[bool] {
	out := inventory.Of(false)
	for _, a := range alerts {
		within := inventory.Of(true)
		if a.Project != m.Project {
			within = open[bool]("whether the metrics scope of the project %s has the project %s", a.Project, m.Project)
		}
		on := inventory.Then(a.Conditions, func(all []logging.Condition) inventory.Known[bool] {
			any := inventory.Of(false)
			for _, c := range all {
				any = inventory.Or(any, raised(a, c, m, s))
			}
			return any
		})
		out = inventory.Or(out, inventory.And(live(a), inventory.Not(a.All), on, within))
	}
	return out
}

// raised reports whether one counted entry meets a condition.
func raised(a logging.Alert, c logging.Condition, m logging.Metric, s sample) inventory.Known[bool] {
	switch c.Kind {
	case logging.Query:
		return inventory.Then(c.Filter, func(text string) inventory.Known[bool] {
			if !strings.Contains(text, m.Type()) && !strings.Contains(text, "logging_googleapis_com:user_"+underscored(m.Name)) {
				return inventory.Of(false)
			}
			return open[bool]("what the query of the alerting policy %s asks", a.Name)
		})
	case logging.Threshold:
	default:
		return inventory.Of(false)
	}
	series := inventory.Then(c.Filter, func(text string) inventory.Known[bool] {
		q, err := query.Parse(text)
		if err != nil {
			return open[bool]("the filter of the alerting policy %s, which was not understood", a.Name)
		}
		// Types of resources that Cloud Monitoring does not have become global.
		out := query.No
		for _, kind := range []any{s.resource["type"], "global"} {
			out = max(out, q.Matches(map[string]any{
				"metric": map[string]any{"type": m.Type()}, "resource": map[string]any{"type": kind, "labels": s.resource["labels"]},
			}))
		}
		return known(out, "whether the alerting policy %s watches all of the metric %s", a.Name, m.Name)
	})
	if c.Compared {
		return inventory.And(series, open[bool]("what the alerting policy %s compares the metric with", a.Name))
	}
	if c.Several {
		return inventory.And(series, open[bool]("how many time series there are, of which the alerting policy %s wants several", a.Name))
	}
	low := inventory.Then(c.Threshold, func(v float64) inventory.Known[bool] {
		switch {
		case v <= 0 || !c.Rate:
			return inventory.Of(v < 1)
		case c.Period == 0:
			return open[bool]("the period of the rate that the alerting policy %s looks at", a.Name)
		}
		return inventory.Of(v*float64(c.Period) < 1)
	})
	short := inventory.Then(c.Duration, func(n int) inventory.Known[bool] {
		if n > c.Period {
			return open[bool]("whether one event lasts as long as the alerting policy %s waits", a.Name)
		}
		return inventory.Of(true)
	})
	return inventory.And(series, c.Above, low, short)
}

// underscored is a metric's name as PromQL writes it.
func underscored(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, name)
}
