package essentialcontacts

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/essentialcontacts"
	"demarc/providers/inventory"
)

var categories = &checks.Param{
	Name: "categories", Default: []string{"LEGAL", "SECURITY", "SUSPENSION", "TECHNICAL"}, Source: "CIS Google Cloud Platform Foundation 5.0, 1.17",
}

// OrganizationContacts asks that somebody gets what Google Cloud has to say.
var OrganizationContacts = &checks.Check{
	ID:       "gcp-essentialcontacts-organization-contacts",
	Title:    "The organization has contacts for security, legal, technical and suspension notices",
	Why:      "Without contacts Google writes to whoever holds certain roles: a notice of an intrusion may reach nobody who is at work.",
	Severity: checks.Medium,
	Area:     checks.Response,
	Fix: checks.Fix{
		Console:   "IAM & Admin > Essential Contacts > choose the organization > Add contact > a group's address; Legal, Security, Suspension, Technical.",
		CLI:       "gcloud essential-contacts create --organization=<organization> --email=<address> --notification-categories=legal,security,suspension,technical --language=en",
		Terraform: "resource \"google_essential_contacts_contact\" \"example\" {\n  parent                              = \"organizations/<organization>\"\n  email                               = \"security@example.com\"\n  language_tag                        = \"en\"\n  notification_category_subscriptions = [\"LEGAL\", \"SECURITY\", \"SUSPENSION\", \"TECHNICAL\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.17"}},
	Aliases:  []string{"prowler:iam_organization_essential_contacts_configured"},
	Link:     "https://cloud.google.com/resource-manager/docs/managing-notification-contacts",
	Params:   []*checks.Param{categories},
	Needs:    []inventory.Source{essentialcontacts.Organizations, essentialcontacts.Contacts},
	Run: checks.Each(essentialcontacts.Organizations, func(p *checks.Probe, o *essentialcontacts.Organization) {
		got, contacts := map[string]bool{}, 0
		for c := range essentialcontacts.Contacts.All(p.Inv, p) {
			if !c.Of(o) {
				continue
			}
			bad, known := c.Invalid.Get(p)
			all, told := c.Categories.Get(p)
			if !known || !told || bad {
				continue
			}
			contacts++
			for _, category := range all {
				got[category] = true
			}
		}
		var lacks []string
		for _, category := range p.Strings(categories) {
			if !got[category] && !got["ALL"] {
				lacks = append(lacks, category)
			}
		}
		if len(lacks) > 0 {
			slices.Sort(lacks)
			p.Evidence("contacts", contacts)
			p.Evidence("without", lacks)
			p.Absentf("no contact of the organization gets %s", strings.Join(lacks, ", "))
		}
	}),
}
