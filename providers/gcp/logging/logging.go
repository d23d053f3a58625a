// Package logging collects what becomes of the logs of projects: sinks, log
// buckets, log-based metrics, and the alerting policies on those.
package logging

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"slices"
	"strings"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Project is what becomes of the logs of one project.
type Project struct {
	inventory.Resource
	Sinks   inventory.Known[[]Sink]   `fetch:"-"` // its own, and those above it that take the logs of what is below them
	Metrics inventory.Known[[]Metric] `fetch:"-"` // its own, and those of other projects that its logs may reach
	Alerts  inventory.Known[[]Alert]  `fetch:"-"` // the policies that may tell of its logs
	// Exports are the Cloud Storage buckets that sinks anywhere below the root of
	// the scan, or above it, write to.
	Exports inventory.Known[[]string] `fetch:"-"`
}

// Projects is the project itself: one row. It makes no call.
var Projects = &inventory.Type[Project]{
	Kind: "gcp.logging.Project", Level: inventory.AtAccount, Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Project, error] {
		return func(yield func(*Project, error) bool) {
			at := gcp.From(s)
			yield(&Project{Resource: inventory.Resource{
				ID: at.Number, Full: "//cloudresourcemanager.googleapis.com/projects/" + at.Number, Name: at.ProjectID, Account: s.Account,
				Tags: inventory.Of(map[string]string(nil)),
			}}, nil)
		}
	},
}

var (
	sinks    = gcp.Resources("logging.googleapis.com/LogSink")
	metrics  = gcp.Resources("logging.googleapis.com/LogMetric")
	buckets  = gcp.Resources("logging.googleapis.com/LogBucket")
	policies = gcp.Resources("monitoring.googleapis.com/AlertPolicy")
	channels = gcp.Resources("monitoring.googleapis.com/NotificationChannel")
)

const logging = "logging.googleapis.com/"

// decode reads the data of an asset.
func decode[T any](a gcp.Asset) (out T, err error) {
	if err = json.Unmarshal(a.Data, &out); err != nil {
		err = &gcp.CallError{Operation: "Cloud Asset Inventory " + a.Type, Err: err}
	}
	return out, err
}

// numbers maps the ids of the projects below the root to their numbers: names
// within logs have either.
var numbers = &inventory.Call[map[string]string]{
	Title: "gcp.logging.projectNumbers", Level: inventory.AtOrganization, Actions: gcp.Projects.Permissions(),
	Do: func(ctx context.Context, s inventory.Scope) (map[string]string, error) {
		all, err := gcp.Projects.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		out := map[string]string{}
		for number, assets := range all {
			for _, a := range assets {
				p, err := decode[struct {
					ID string `json:"projectId"`
				}](a)
				if err != nil {
					return nil, err
				}
				out[p.ID] = number
			}
		}
		return out, nil
	},
}

// numbered is a resource name with the project's number in the place of its id.
func numbered(name string, of map[string]string) string {
	rest, ok := strings.CutPrefix(name, "projects/")
	if !ok {
		return name
	}
	id, below, _ := strings.Cut(rest, "/")
	if n, known := of[id]; known {
		id = n
	}
	return strings.TrimSuffix("projects/"+id+"/"+below, "/")
}

// A Sink sends log entries somewhere.
type Sink struct {
	Name        string
	Parent      string // "projects/1", "folders/2", "organizations/3"
	Destination string // without the service's name where that is Cloud Logging: "projects/1/locations/global/buckets/b", "projects/1", "storage.googleapis.com/b"
	Disabled    inventory.Known[bool]
	Filter      inventory.Known[string]   // "" takes everything
	Exclusions  inventory.Known[[]string] // the filters of those that are on
}

type sink struct {
	Name            string `json:"name"`
	Destination     string `json:"destination"`
	Filter          string `json:"filter"`
	Disabled        bool   `json:"disabled"`
	IncludeChildren bool   `json:"includeChildren"`
	Exclusions      []struct {
		Filter   string `json:"filter"`
		Disabled bool   `json:"disabled"`
	} `json:"exclusions"`
}

// read takes a sink over. What may be left out is said by the reference,
// "LogSink": all of it is optional; false and no filter are the defaults.
func (j sink) read(parent string, of map[string]string) Sink {
	out := Sink{Name: j.Name, Parent: parent, Disabled: inventory.Of(j.Disabled), Filter: inventory.Of(j.Filter)}
	out.Destination = numbered(strings.TrimPrefix(j.Destination, logging), of)
	var excluded []string
	for _, e := range j.Exclusions {
		if !e.Disabled {
			excluded = append(excluded, e.Filter)
		}
	}
	out.Exclusions = inventory.Of(excluded)
	return out
}

var errNowhere = errors.New("a sink without a destination")

// placed is a sink with whether it takes the logs of what is below its parent.
type placed struct {
	Sink
	children bool
}

// allSinks are the sinks below the root of the scan, by the number of their
// project, and those of the organization and its folders under "".
var allSinks = &inventory.Call[map[string][]placed]{
	Title: "gcp.logging.sinks", Level: inventory.AtOrganization, Actions: append(sinks.Permissions(), "logging.sinks.list"),
	Do: func(ctx context.Context, s inventory.Scope) (map[string][]placed, error) {
		of, err := numbers.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		listed, err := sinks.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		out := map[string][]placed{}
		for number, assets := range listed {
			for _, a := range assets {
				j, err := decode[sink](a)
				if err != nil {
					return nil, err
				}
				parent := "projects/" + number
				if number == "" && len(a.Above) > 0 {
					parent = a.Above[0]
				}
				if j.Destination == "" { // "Required. The export destination"
					return nil, &gcp.CallError{Operation: "Cloud Asset Inventory " + a.Type, Err: errNowhere}
				}
				out[number] = append(out[number], placed{j.read(parent, of), j.IncludeChildren})
			}
		}
		// Cloud Asset Inventory does not reach what is above the root.
		ups, err := gcp.Above.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		for _, up := range ups {
			found, err := gcp.GetAll(ctx, s, "https://logging.googleapis.com/v2/"+up+"/sinks", func(page struct {
				Sinks []sink `json:"sinks"`
				Next  string `json:"nextPageToken"`
			}) ([]sink, string) {
				return page.Sinks, page.Next
			})
			if err != nil {
				return nil, err
			}
			for _, j := range found {
				out[""] = append(out[""], placed{j.read(up, of), j.IncludeChildren})
			}
		}
		return out, nil
	},
}

// sinksOf lists the sinks that a project's logs pass.
func sinksOf(ctx context.Context, s inventory.Scope) ([]Sink, error) {
	all, err := allSinks.Get(ctx, s)
	if err != nil {
		return nil, err
	}
	var out []Sink
	for _, k := range all[gcp.From(s).Number] {
		out = append(out, k.Sink)
	}
	if len(all[""]) == 0 {
		return out, nil
	}
	in, err := gcp.Ancestors.Get(ctx, s)
	if err != nil {
		return nil, err
	}
	for _, k := range all[""] {
		if k.children && slices.Contains(in, k.Parent) {
			out = append(out, k.Sink)
		}
	}
	return out, nil
}

var sinkSources = []inventory.Source{allSinks, gcp.Ancestors}

// ProjectSinks fetches Project.Sinks.
var ProjectSinks = &inventory.Field[Project, []Sink]{
	Of: Projects, Column: "sinks", Uses: sinkSources,
	At:    func(p *Project) *inventory.Known[[]Sink] { return &p.Sinks },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Project) ([]Sink, error) { return sinksOf(ctx, s) },
}

// ProjectExports fetches Project.Exports.
var ProjectExports = &inventory.Field[Project, []string]{
	Of: Projects, Column: "exports", Uses: []inventory.Source{allSinks},
	At: func(p *Project) *inventory.Known[[]string] { return &p.Exports },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Project) ([]string, error) {
		all, err := allSinks.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		var out []string
		for _, of := range all {
			for _, k := range of {
				if bucket, ok := strings.CutPrefix(k.Destination, "storage.googleapis.com/"); ok {
					out = append(out, bucket)
				}
			}
		}
		slices.Sort(out)
		return slices.Compact(out), nil
	},
}
