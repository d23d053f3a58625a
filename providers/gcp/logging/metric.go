package logging

import (
	"cmp"
	"context"
	"slices"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Metric counts log entries.
type Metric struct {
	Name     string
	Project  string // its number
	Bucket   string // the log bucket whose entries it counts; "" for those that its project gets
	Disabled inventory.Known[bool]
	Filter   inventory.Known[string]
}

// Type is what Cloud Monitoring calls the metric.
func (m Metric) Type() string { return "logging.googleapis.com/user/" + m.Name }

type metric struct {
	Name       string  `json:"name"`
	Filter     *string `json:"filter"`
	Disabled   bool    `json:"disabled"`
	BucketName string  `json:"bucketName"`
}

// ProjectMetrics fetches Project.Metrics.
var ProjectMetrics = &inventory.Field[Project, []Metric]{
	Of: Projects, Column: "metrics", Uses: append([]inventory.Source{metrics, numbers}, sinkSources...),
	At:    func(p *Project) *inventory.Known[[]Metric] { return &p.Metrics },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Project) ([]Metric, error) { return metricsOf(ctx, s) },
}

// metricsOf lists the metrics that may count a project's log entries: its own,
// and those of other projects, or of log buckets there, that a sink sends its
// logs to.
func metricsOf(ctx context.Context, s inventory.Scope) ([]Metric, error) {
	own := gcp.From(s).Number
	listed, err := metrics.Get(ctx, s)
	if err != nil {
		return nil, err
	}
	of, err := numbers.Get(ctx, s)
	if err != nil {
		return nil, err
	}
	through, err := sinksOf(ctx, s)
	if err != nil {
		return nil, err
	}
	reached := map[string]bool{}
	for _, k := range through {
		reached[k.Destination] = true
	}
	var out []Metric
	for number, assets := range listed {
		for _, a := range assets {
			j, err := decode[metric](a)
			if err != nil {
				return nil, err
			}
			// "If set to True, then this metric is disabled"; "If empty, then the
			// Log Metric is considered a non-Bucket Log Metric."
			m := Metric{Name: j.Name, Project: number, Bucket: numbered(j.BucketName, of), Disabled: inventory.Of(j.Disabled)}
			m.Filter = inventory.FromPtr(j.Filter, inventory.Unanswered[string]("Cloud Asset Inventory "+a.Type, "filter"))
			if number == own || reached[cmp.Or(m.Bucket, "projects/"+number)] {
				out = append(out, m)
			}
		}
	}
	slices.SortFunc(out, func(a, b Metric) int { return cmp.Or(cmp.Compare(a.Project, b.Project), cmp.Compare(a.Name, b.Name)) })
	return out, nil
}
