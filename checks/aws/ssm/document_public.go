package ssm

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ssm"
	"demarc/providers/inventory"
)

// DocumentPublic asks that no document of the account's be shared with everybody.
var DocumentPublic = &checks.Check{
	ID:       "aws-ssm-document-public",
	Title:    "Systems Manager documents are not shared with everybody",
	Why:      "Documents tell of hosts, paths and commands, and now and then of passwords. Everybody with an AWS account can read a public one.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Systems Manager > Documents > Owned by me > the document > Details > Modify permissions: Private.",
		CLI:       "aws ssm modify-document-permission --name <document> --permission-type Share --account-ids-to-remove all",
		Terraform: "resource \"aws_ssm_document\" \"example\" {\n  name          = \"example\"\n  document_type = \"Command\"\n  content       = file(\"document.json\")\n  permissions = {\n    type        = \"Share\"\n    account_ids = \"111122223333\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"SSM.4"}},
	Aliases:  []string{"prowler:ssm_documents_set_as_public", "securityhub:SSM.4"},
	Link:     "https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html",
	Needs:    []inventory.Source{ssm.DocumentSharedWith},
	Run: checks.Each(ssm.Documents, func(p *checks.Probe, d *ssm.Document) {
		with, ok := d.SharedWith.Get(p)
		if ok && slices.ContainsFunc(with, func(a string) bool { return strings.EqualFold(a, "all") }) {
			p.Evidence("sharedWith", "all")
			p.Failf("the document is shared with all accounts")
		}
	}),
}
