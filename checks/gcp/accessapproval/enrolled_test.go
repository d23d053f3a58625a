package accessapproval

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/accessapproval"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

func TestEnrolled(t *testing.T) {
	have := func(s inventory.Known[accessapproval.Settings]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(accessapproval.Projects, &accessapproval.Project{Resource: inventory.Resource{ID: "1"}, Settings: s}))
	}
	settings := func(enrolled bool, mode inventory.Known[accessapproval.Approval]) inventory.Known[accessapproval.Settings] {
		return inventory.Of(accessapproval.Settings{Enrolled: enrolled, Approval: mode})
	}
	fail := []checks.Verdict{checks.Fail}
	checktest.Run(t, Enrolled, []checktest.Case{
		{Name: "asked", Have: have(settings(true, inventory.Of(accessapproval.Required))), Want: []checks.Verdict{checks.Pass}},
		{Name: "not enrolled", Have: have(settings(false, inventory.Of(accessapproval.Required))), Want: fail, Severity: checks.Medium},
		{Name: "audited alone", Have: have(settings(true, inventory.Of(accessapproval.AuditOnly))), Want: fail, Severity: checks.Medium},
		{Name: "streamlined", Have: have(settings(true, inventory.Of(accessapproval.Streamlined))), Want: []checks.Verdict{checks.Pass}},
		{Name: "an unknown mode", Have: have(settings(true, inventory.Missing[accessapproval.Approval](checktest.Dark))), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(inventory.Missing[accessapproval.Settings](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
