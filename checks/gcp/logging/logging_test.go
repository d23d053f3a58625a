package logging

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/logging"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skip    = []checks.Verdict{checks.NotApplicable}
)

const number = "400000000001"

// project is one whose logs nobody looks at, changed.
func project(changes ...func(*logging.Project)) *inventory.Inventory {
	p := &logging.Project{
		Resource: inventory.Resource{ID: number, Name: "larkspur-gcp"},
		Sinks:    inventory.Of([]logging.Sink(nil)), Metrics: inventory.Of([]logging.Metric(nil)), Alerts: inventory.Of([]logging.Alert(nil)),
	}
	for _, c := range changes {
		c(p)
	}
	return inventory.Fixture(inventory.Rows(logging.Projects, p))
}

// counting adds a metric.
func counting(filter string, edits ...func(*logging.Metric)) func(*logging.Project) {
	return func(p *logging.Project) {
		m := logging.Metric{Name: "m", Project: number, Disabled: inventory.Of(false), Filter: inventory.Of(filter)}
		for _, e := range edits {
			e(&m)
		}
		was, _ := p.Metrics.Peek()
		p.Metrics = inventory.Of(append(was, m))
	}
}

// alerting adds a policy on the metric m.
func alerting(edits ...func(*logging.Alert, *logging.Condition)) func(*logging.Project) {
	return func(p *logging.Project) {
		c := logging.Condition{Kind: logging.Threshold, Filter: inventory.Of(`metric.type="logging.googleapis.com/user/m"`), Above: inventory.Of(true), Threshold: inventory.Of(0.0), Duration: inventory.Of(0)}
		a := logging.Alert{Name: "a", Project: number, Enabled: inventory.Of(true), Invalid: inventory.Of(false), All: inventory.Of(false),
			Channels: inventory.Of([]logging.Channel{{Enabled: inventory.Of(true), Unverified: inventory.Of(false)}})}
		for _, e := range edits {
			e(&a, &c)
		}
		a.Conditions = inventory.Of([]logging.Condition{c})
		was, _ := p.Alerts.Peek()
		p.Alerts = inventory.Of(append(was, a))
	}
}

// through adds a sink.
func through(to, filter string, edits ...func(*logging.Sink)) func(*logging.Project) {
	return func(p *logging.Project) {
		k := logging.Sink{Name: "s", Destination: to, Disabled: inventory.Of(false), Filter: inventory.Of(filter), Exclusions: inventory.Of([]string(nil))}
		for _, e := range edits {
			e(&k)
		}
		was, _ := p.Sinks.Peek()
		p.Sinks = inventory.Of(append(was, k))
	}
}
