package storage

import (
	"slices"

	"demarc/checks"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

// ServicePerimeter asks that objects cannot be carried out of the project with
// stolen credentials.
var ServicePerimeter = &checks.Check{
	ID:       "gcp-storage-service-perimeter",
	Title:    "Cloud Storage is inside a perimeter of VPC Service Controls",
	Why:      "With a perimeter, stolen credentials are of no use from outside, and nobody inside can copy objects to a bucket of their own.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Security > VPC Service Controls (at the organization) > the perimeter: add the project, and the Google Cloud Storage API under Restricted services; try it in dry run mode first.",
		CLI:       "gcloud access-context-manager perimeters update <perimeter> --policy=<policy> --add-resources=projects/<number> --add-restricted-services=storage.googleapis.com",
		Terraform: "resource \"google_access_context_manager_service_perimeter\" \"example\" {\n  parent = \"accessPolicies/123456789\"\n  name   = \"accessPolicies/123456789/servicePerimeters/data\"\n  title  = \"data\"\n\n  status {\n    resources           = [\"projects/123456789012\"]\n    restricted_services = [\"storage.googleapis.com\"]\n  }\n}",
	},
	Aliases: []string{"prowler:cloudstorage_uses_vpc_service_controls"},
	Link:    "https://cloud.google.com/vpc-service-controls/docs/overview",
	Needs:   []inventory.Source{storage.ProjectPerimeters},
	Run: checks.Each(storage.Projects, func(p *checks.Probe, row *storage.Project) {
		in, ok := row.Perimeters.Get(p)
		if !ok {
			return
		}
		var names []string
		for _, x := range in {
			if slices.Contains(x.Services, "storage.googleapis.com") {
				return
			}
			names = append(names, x.Name)
		}
		p.Evidence("perimeters", names)
		p.Absentf("no perimeter that the project is in restricts Cloud Storage")
	}),
}
