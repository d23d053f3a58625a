package accessapproval

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/accessapproval"
	"demarc/providers/inventory"
)

// Enrolled asks that Google's staff have to be let in.
var Enrolled = &checks.Check{
	ID:       "gcp-accessapproval-enrolled",
	Title:    "Google's staff reach the project's data only once it has been approved",
	Why:      "Without Access Approval support staff may look at the data that a case is about; nobody is asked, and nobody can say no.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Security > Access Approval > Enroll; it takes Access Transparency, and a support level that has it.",
		CLI:       "gcloud access-approval settings update --project=<project> --enrolled_services=all --notification_emails=<address>",
		Terraform: "resource \"google_project_access_approval_settings\" \"example\" {\n  project_id          = \"<project>\"\n  notification_emails = [\"<address>\"]\n  enrolled_services {\n    cloud_product = \"all\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.16"}},
	Aliases:  []string{"prowler:iam_account_access_approval_enabled"},
	Link:     "https://cloud.google.com/assured-workloads/access-approval/docs/overview",
	Needs:    []inventory.Source{accessapproval.Projects, accessapproval.ProjectSettings},
	Run: checks.Each(accessapproval.Projects, func(p *checks.Probe, project *accessapproval.Project) {
		s, ok := project.Settings.Get(p)
		if !ok {
			return
		}
		if !s.Enrolled {
			p.Evidence("enrolled", false)
			p.Failf("neither the project nor what is above it is enrolled in Access Approval")
			return
		}
		if mode, ok := s.Approval.Get(p); ok && mode == accessapproval.AuditOnly {
			p.Evidence("approvalPolicy", string(mode))
			p.Failf("the approval policy approves every access by itself")
		}
	}),
}
