package essentialcontacts

import (
	"fmt"
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/essentialcontacts"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

func TestOrganizationContacts(t *testing.T) {
	organization := inventory.Rows(essentialcontacts.Organizations, &essentialcontacts.Organization{Resource: inventory.Resource{ID: "1"}})
	contact := func(on string, invalid bool, categories ...string) *essentialcontacts.Contact {
		return &essentialcontacts.Contact{
			Resource:   inventory.Resource{Full: fmt.Sprintf("//essentialcontacts.googleapis.com/%s/contacts/%v%v", on, categories, invalid)},
			Categories: inventory.Of(categories), Invalid: inventory.Of(invalid),
		}
	}
	have := func(rows ...*essentialcontacts.Contact) *inventory.Inventory {
		return inventory.Fixture(organization, inventory.Rows(essentialcontacts.Contacts, rows...))
	}
	const here = "organizations/1"
	hidden := contact(here, false, "ALL")
	hidden.Categories = inventory.Missing[[]string](checktest.Dark)
	pass, fail, unknown := []checks.Verdict{checks.Pass}, []checks.Verdict{checks.Fail}, []checks.Verdict{checks.Unknown}
	checktest.Run(t, OrganizationContacts, []checktest.Case{
		{Name: "all", Have: have(contact(here, false, "ALL")), Want: pass},
		{Name: "by several", Have: have(contact(here, false, "SECURITY", "TECHNICAL"), contact(here, false, "LEGAL", "SUSPENSION", "BILLING")), Want: pass},
		{Name: "none", Have: have(), Want: fail},
		{Name: "not all", Have: have(contact(here, false, "SECURITY", "TECHNICAL_INCIDENTS", "LEGAL", "SUSPENSION")), Want: fail},
		{Name: "nobody's address", Have: have(contact(here, true, "ALL")), Want: fail},
		{Name: "of a folder", Have: have(contact("folders/1", false, "ALL"), contact("organizations/11", false, "ALL")), Want: fail},
		{Name: "hidden", Have: have(hidden), Want: unknown},
		{Name: "unlisted", Have: inventory.Fixture(organization, inventory.Unlisted(essentialcontacts.Contacts, "", checktest.Dark)), Want: unknown},
	})
}
