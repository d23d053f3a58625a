package logging

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/checks/gcp/logging/query"
	"demarc/providers/gcp/logging"
	"demarc/providers/inventory"
)

// SinkOfAllEntries asks that a copy of every log entry is kept elsewhere: by a
// sink of the project's, or by one above it that takes the logs of what is
// below. The sinks that every project has, _Required and _Default, have
// filters.
var SinkOfAllEntries = &checks.Check{
	ID:       "gcp-logging-sink-all-entries",
	Title:    "A sink takes every log entry of the project",
	Why:      "Cloud Logging keeps most logs for thirty days, and in the project that whoever broke in is in; a copy elsewhere is longer there and harder to reach.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Logging > Log router > Create sink: a destination in another project, and no inclusion filter. At the organization, with \"Include logs ingested by this organization and all child resources\", one does for all projects.",
		CLI:       "gcloud logging sinks create all-entries storage.googleapis.com/<bucket> --organization=<organization> --include-children",
		Terraform: "resource \"google_logging_organization_sink\" \"example\" {\n  name             = \"all-entries\"\n  org_id           = \"123456789012\"\n  destination      = \"storage.googleapis.com/${google_storage_bucket.logs.name}\"\n  include_children = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.3"}},
	Aliases:  []string{"prowler:logging_sink_created"},
	Link:     "https://cloud.google.com/logging/docs/export/configure_export_v2",
	Needs:    []inventory.Source{logging.ProjectSinks},
	Run: checks.Each(logging.Projects, func(p *checks.Probe, row *logging.Project) {
		sinks, ok := row.Sinks.Get(p)
		if !ok {
			return
		}
		found := inventory.Of(false)
		var names []string
		for _, k := range sinks {
			found = inventory.Or(found, inventory.And(inventory.Not(k.Disabled), everything(k)))
			names = append(names, k.Name)
		}
		if yes, known := found.Get(p); known && !yes {
			p.Evidence("sinks", names)
			p.Absentf("none of the sinks of the project, and of those above it that take its logs, is without filter and exclusions")
		}
	}),
}

func everything(k logging.Sink) inventory.Known[bool] {
	all := inventory.Then(k.Filter, func(text string) inventory.Known[bool] {
		q, err := query.Parse(text)
		return inventory.Of(err == nil && q.Everything()) // a filter that is not understood is there to leave something out
	})
	return inventory.And(all, inventory.Map(k.Exclusions, func(filters []string) bool { return len(filters) == 0 }))
}
