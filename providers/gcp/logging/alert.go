package logging

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// An Alert is an alerting policy.
type Alert struct {
	Name       string // as people call it
	Project    string // its number
	Enabled    inventory.Known[bool]
	Invalid    inventory.Known[bool] // "An invalid alerting policy will not generate incidents"
	All        inventory.Known[bool] // all of its conditions must be met at a time
	Conditions inventory.Known[[]Condition]
	Channels   inventory.Known[[]Channel] // those of the policy that there are
}

// A Condition opens an incident.
type Condition struct {
	Kind      string                  // one of the kinds below
	Filter    inventory.Known[string] // of time series, or of log entries; the text of a query
	Above     inventory.Known[bool]   // the value is to be above Threshold, not below
	Threshold inventory.Known[float64]
	Duration  inventory.Known[int] // seconds that it must hold for
	Period    int                  // seconds that are taken together; 0 where that is not said
	Rate      bool                 // the value is a rate for each second
	Compared  bool                 // with another metric, or with what is forecast
	Several   bool                 // more than one time series may have to meet it
}

// The kinds of conditions.
const (
	Threshold = "threshold" // of the time series that Filter selects
	LogMatch  = "log"       // a log entry matches Filter
	Query     = "query"     // Filter is in a query language
	Other     = "other"
)

// A Channel is a way to notify somebody.
type Channel struct {
	Enabled    inventory.Known[bool]
	Unverified inventory.Known[bool] // "requires verification to function"
}

type policy struct {
	DisplayName string         `json:"displayName"`
	Enabled     *bool          `json:"enabled"`
	Validity    map[string]any `json:"validity"`
	Combiner    string         `json:"combiner"`
	Channels    []string       `json:"notificationChannels"`
	Conditions  []condition    `json:"conditions"`
}

type condition struct {
	Threshold *struct {
		Filter      *string  `json:"filter"`
		Denominator string   `json:"denominatorFilter"`
		Comparison  *string  `json:"comparison"`
		Value       *float64 `json:"thresholdValue"`
		Duration    *string  `json:"duration"`
		Forecast    *any     `json:"forecastOptions"`
		Trigger     *struct {
			Count   int     `json:"count"`
			Percent float64 `json:"percent"`
		} `json:"trigger"`
		Aggregations []struct {
			Period  string `json:"alignmentPeriod"`
			Aligner string `json:"perSeriesAligner"`
		} `json:"aggregations"`
	} `json:"conditionThreshold"`
	LogMatch *struct {
		Filter *string `json:"filter"`
	} `json:"conditionMatchedLog"`
	MQL    *text `json:"conditionMonitoringQueryLanguage"`
	PromQL *text `json:"conditionPrometheusQueryLanguage"`
	SQL    *text `json:"conditionSql"`
}

type text struct {
	Query *string `json:"query"`
}

type channel struct {
	Enabled      *bool  `json:"enabled"`
	Verification string `json:"verificationStatus"`
}

const (
	askedPolicy  = "Cloud Asset Inventory monitoring.googleapis.com/AlertPolicy"
	askedChannel = "Cloud Asset Inventory monitoring.googleapis.com/NotificationChannel"
)

// allAlerts are the alerting policies below the root of the scan that have to
// do with logs, by the number of their project.
var allAlerts = &inventory.Call[map[string][]Alert]{
	Title: "gcp.logging.alerts", Level: inventory.AtOrganization, Actions: append(policies.Permissions(), channels.Permissions()...),
	Do: func(ctx context.Context, s inventory.Scope) (map[string][]Alert, error) {
		listed, err := policies.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		ways, err := channels.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		out := map[string][]Alert{}
		for number, assets := range listed {
			there, err := channelsOf(ways[number])
			if err != nil {
				return nil, err
			}
			for _, a := range assets {
				j, err := decode[policy](a)
				if err != nil {
					return nil, err
				}
				if alert := j.read(number, there); alert.ofLogs() {
					out[number] = append(out[number], alert)
				}
			}
			slices.SortStableFunc(out[number], func(a, b Alert) int { return cmp.Compare(a.Name, b.Name) })
		}
		return out, nil
	},
}

// channelsOf are the channels of a project, by their ids.
func channelsOf(assets []gcp.Asset) (map[string]Channel, error) {
	out := map[string]Channel{}
	for _, a := range assets {
		j, err := decode[channel](a)
		if err != nil {
			return nil, err
		}
		out[last(a.Name)] = Channel{
			Enabled: inventory.FromPtr(j.Enabled, inventory.Unanswered[bool](askedChannel, "enabled")),
			// Absent for types of channels that take no verification.
			Unverified: inventory.Of(j.Verification == "UNVERIFIED"),
		}
	}
	return out, nil
}

func last(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }

func (j policy) read(project string, there map[string]Channel) Alert {
	out := Alert{
		Name: j.DisplayName, Project: project,
		// "On read, clients should not make any assumption about the state if it
		// has not been populated."
		Enabled: inventory.FromPtr(j.Enabled, inventory.Unanswered[bool](askedPolicy, "enabled")),
		Invalid: inventory.Of(len(j.Validity) > 0), // "only set when the alerting policy is invalid"
		All:     inventory.Of(len(j.Conditions) > 1 && j.Combiner != "OR"),
	}
	var ways []Channel
	for _, name := range j.Channels {
		if c, ok := there[last(name)]; ok {
			ways = append(ways, c)
		}
	}
	out.Channels = inventory.Of(ways)
	var all []Condition
	for _, c := range j.Conditions {
		all = append(all, c.read())
	}
	out.Conditions = inventory.Of(all)
	return out
}

func lacks(what string) inventory.Known[string] {
	return inventory.Unanswered[string](askedPolicy, "conditions."+what)
}

func (c condition) read() Condition {
	switch {
	case c.LogMatch != nil:
		return Condition{Kind: LogMatch, Filter: inventory.FromPtr(c.LogMatch.Filter, lacks("conditionMatchedLog.filter"))}
	case c.MQL != nil:
		return Condition{Kind: Query, Filter: inventory.FromPtr(c.MQL.Query, lacks("query"))}
	case c.PromQL != nil:
		return Condition{Kind: Query, Filter: inventory.FromPtr(c.PromQL.Query, lacks("query"))}
	case c.SQL != nil:
		return Condition{Kind: Query, Filter: inventory.FromPtr(c.SQL.Query, lacks("query"))}
	case c.Threshold == nil:
		return Condition{Kind: Other}
	}
	t := c.Threshold
	out := Condition{
		Kind: Threshold, Filter: inventory.FromPtr(t.Filter, lacks("conditionThreshold.filter")),
		Above: inventory.Unanswered[bool](askedPolicy, "conditions.conditionThreshold.comparison"),
		// Zero is left out, as it is of every number.
		Threshold: inventory.FromPtr(t.Value, inventory.Of(0.0)),
		Duration:  inventory.Of(0),
		Compared:  t.Denominator != "" || t.Forecast != nil,
		// "If not specified, then a {count: 1} trigger is used."
		Several: t.Trigger != nil && (t.Trigger.Count > 1 || t.Trigger.Percent > 0),
	}
	if t.Comparison != nil {
		out.Above = inventory.Of(strings.HasPrefix(*t.Comparison, "COMPARISON_GT") || *t.Comparison == "COMPARISON_GE")
	}
	if t.Duration != nil {
		out.Duration = seconds(*t.Duration)
	}
	for _, a := range t.Aggregations {
		if n, ok := seconds(a.Period).Peek(); ok {
			out.Period = max(out.Period, n)
		}
		out.Rate = out.Rate || a.Aligner == "ALIGN_RATE"
	}
	return out
}

// seconds reads a duration: "60s".
func seconds(word string) inventory.Known[int] {
	d, err := time.ParseDuration(word)
	if err != nil {
		return inventory.Unanswered[int](askedPolicy, "conditions.conditionThreshold.duration")
	}
	return inventory.Of(int(d / time.Second))
}

// ofLogs reports whether a policy may tell of log entries.
func (a Alert) ofLogs() bool {
	conditions, _ := a.Conditions.Peek()
	return slices.ContainsFunc(conditions, func(c Condition) bool {
		filter, known := c.Filter.Peek()
		return c.Kind == LogMatch || c.Kind != Other && (!known || strings.Contains(filter, "logging.googleapis.com") || strings.Contains(filter, "logging_googleapis_com"))
	})
}

// ProjectAlerts fetches Project.Alerts.
var ProjectAlerts = &inventory.Field[Project, []Alert]{
	Of: Projects, Column: "alerts", Uses: append([]inventory.Source{allAlerts}, ProjectMetrics.Uses...),
	At: func(p *Project) *inventory.Known[[]Alert] { return &p.Alerts },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Project) ([]Alert, error) {
		all, err := allAlerts.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		counted, err := metricsOf(ctx, s)
		if err != nil {
			return nil, err
		}
		near := map[string]bool{gcp.From(s).Number: true}
		for _, m := range counted {
			near[m.Project] = true
		}
		var out []Alert
		for number := range near {
			out = append(out, all[number]...)
		}
		// A metric may be watched from a project whose metrics scope has this one:
		// policies elsewhere that name a metric that none of these names.
		var left []string
		for _, m := range counted {
			if !slices.ContainsFunc(out, func(a Alert) bool { return a.names(m.Type()) }) {
				left = append(left, m.Type())
			}
		}
		for number, alerts := range all {
			for _, a := range alerts {
				if !near[number] && slices.ContainsFunc(left, a.names) {
					out = append(out, a)
				}
			}
		}
		slices.SortStableFunc(out, func(a, b Alert) int { return cmp.Or(cmp.Compare(a.Project, b.Project), cmp.Compare(a.Name, b.Name)) })
		return out, nil
	},
}

// names reports whether a policy has a metric's name in it.
func (a Alert) names(metric string) bool {
	conditions, _ := a.Conditions.Peek()
	return slices.ContainsFunc(conditions, func(c Condition) bool {
		filter, _ := c.Filter.Peek()
		return strings.Contains(filter, metric)
	})
}
