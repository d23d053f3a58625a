package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

// logs is a policy that logs the types for a service.
func logs(full, service string, all ...iam.AuditLog) *iam.Policy {
	p := on(full)
	p.Audit = inventory.Of([]iam.AuditConfig{{Service: service, Logs: all}})
	return p
}

// outside puts a policy above the root of the scan.
func outside(p *iam.Policy) *iam.Policy {
	p.Outside = true
	return p
}

func TestAuditLogs(t *testing.T) {
	read, write := iam.AuditLog{Type: "DATA_READ"}, iam.AuditLog{Type: "DATA_WRITE"}
	spared := iam.AuditLog{Type: "DATA_READ", Exempted: []string{"user:a@example.com"}}
	gone := iam.AuditLog{Type: "DATA_READ", Exempted: []string{"deleted:user:a@example.com?uid=1"}}
	twice := logs(theProject, "allServices", read, write)
	twice.Audit = inventory.Of([]iam.AuditConfig{{Service: "allServices", Logs: []iam.AuditLog{read, write}}, {Service: "storage.googleapis.com", Logs: []iam.AuditLog{spared}}})
	checktest.Run(t, AuditLogs, []checktest.Case{
		{Name: "on", Have: project(logs(theProject, "allServices", read, write)), Want: pass},
		{Name: "on above", Have: project(nil, logs(theOrganization, "allServices", read, write)), Want: pass},
		{Name: "the one here, the other above", Have: project(logs(theProject, "allServices", read), logs(theFolder, "allServices", write)), Want: pass},
		{Name: "off", Have: project(nil), Want: fail},
		{Name: "of one service alone", Have: project(logs(theProject, "storage.googleapis.com", read, write)), Want: fail},
		{Name: "reads alone", Have: project(logs(theProject, "allServices", read)), Want: fail},
		{Name: "someone is exempted", Have: project(logs(theProject, "allServices", spared, write)), Want: fail},
		{Name: "someone is exempted from one service", Have: project(twice), Want: fail},
		{Name: "someone is exempted above, which has findings of its own", Have: project(nil, logs(theOrganization, "allServices", spared, write)), Want: pass},
		{Name: "someone is exempted above the scan", Have: project(nil, outside(logs(theOrganization, "allServices", spared, write))), Want: fail},
		{Name: "a deleted one is exempted", Have: project(logs(theProject, "allServices", gone, write)), Want: pass},
		{Name: "hidden", Have: project(hiddenPolicy(theProject)), Want: unknown},
		{Name: "above hidden", Have: project(nil, hiddenPolicy(theOrganization)), Want: unknown},
	})
	above := func(p *iam.Policy) *inventory.Inventory { return inventory.Fixture(inventory.Rows(iam.Above, p)) }
	checktest.Run(t, OrganizationAuditExemptions, []checktest.Case{
		{Name: "none", Have: above(logs(theOrganization, "allServices", read, write)), Want: pass},
		{Name: "nothing is logged", Have: above(on(theOrganization)), Want: pass},
		{Name: "one", Have: above(logs(theFolder, "storage.googleapis.com", spared)), Want: fail},
		{Name: "from what is not asked about", Have: above(logs(theFolder, "allServices", iam.AuditLog{Type: "ADMIN_READ", Exempted: []string{"user:a@example.com"}})), Want: pass},
		{Name: "hidden", Have: above(hiddenPolicy(theFolder)), Want: []checks.Verdict{checks.Unknown}},
	})
}
