package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

func TestAuditLogs(t *testing.T) {
	with := func(own, above func(*iam.Policy)) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(storage.Projects, &storage.Project{Resource: inventory.Resource{ID: "1", Full: projectFull}}),
			inventory.Rows(iam.Policies, policy(projectFull, own)), inventory.Rows(iam.Inherited, policy("//cloudresourcemanager.googleapis.com/organizations/3", above)))
	}
	nothing := func(*iam.Policy) {}
	hidden := func(p *iam.Policy) { p.Audit = dark[[]iam.AuditConfig]() }
	both := logs("storage.googleapis.com", "DATA_READ", "DATA_WRITE")
	checktest.Run(t, AuditLogs, []checktest.Case{
		{Name: "none", Have: with(nothing, nothing), Want: fail},
		{Name: "no policy", Have: inventory.Fixture(inventory.Rows(storage.Projects, &storage.Project{Resource: inventory.Resource{ID: "1", Full: projectFull}}), inventory.Rows(iam.Policies), inventory.Rows(iam.Inherited)), Want: fail},
		{Name: "on the project", Have: with(both, hidden), Want: pass},
		{Name: "above it", Have: with(nothing, logs("allServices", "DATA_READ", "DATA_WRITE", "ADMIN_READ")), Want: pass},
		{Name: "half here and half there", Have: with(logs("allServices", "DATA_READ"), logs("storage.googleapis.com", "DATA_WRITE")), Want: pass},
		{Name: "of another service", Have: with(logs("bigquery.googleapis.com", "DATA_READ", "DATA_WRITE"), nothing), Want: fail},
		{Name: "reads alone", Have: with(logs("allServices", "DATA_READ"), nothing), Want: fail},
		{Name: "hidden", Have: with(logs("allServices", "DATA_READ"), hidden), Want: unknown},
	})
}
