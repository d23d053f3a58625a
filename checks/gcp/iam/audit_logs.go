package iam

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/iam"
)

var logTypes = &checks.Param{
	Name: "logTypes", Default: []string{"DATA_READ", "DATA_WRITE"}, Source: "CIS Google Cloud Platform Foundation 5.0, 2.1; ADMIN_WRITE is always logged",
}

const auditLink = "https://cloud.google.com/logging/docs/audit/configure-data-access"

// exempted lists whose access is not logged by a policy, whichever service the
// exemption is for: those of allServices and those of one service add up
// ("AuditConfig", the reference of IAM).
func exempted(p *checks.Probe, policy *iam.Policy, types []string) (who []string) {
	audit, _ := policy.Audit.Get(p)
	for _, c := range audit {
		for _, l := range c.Logs {
			for _, member := range l.Exempted {
				if kind, _ := iam.KindOf(member); slices.Contains(types, l.Type) && kind != "deleted" {
					who = append(who, member+" from "+l.Type+" of "+c.Service)
				}
			}
		}
	}
	slices.Sort(who)
	return who
}

func failExempted(p *checks.Probe, who []string) {
	if len(who) > 0 {
		p.Evidence("exempted", who)
		p.Failf("not logged: %s", few(who))
	}
}

// AuditLogs asks for Data Access audit logs of all services: what is set above
// the project holds in it, and cannot be taken back there.
var AuditLogs = &checks.Check{
	ID:       "gcp-iam-project-audit-logs",
	Title:    "Reads and writes of data are logged, in all services and for everyone",
	Why:      "Without Data Access logs nobody can say which data an intruder has read, or changed: only BigQuery keeps them by default.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "IAM & Admin > Audit Logs > Set default configuration > Data Read, Data Write; Exempted principals: none.",
		CLI:       "gcloud projects get-iam-policy <project> > policy.yaml, add to auditConfigs the service allServices with the log types DATA_READ and DATA_WRITE, and gcloud projects set-iam-policy <project> policy.yaml",
		Terraform: "resource \"google_project_iam_audit_config\" \"example\" {\n  project = \"<project>\"\n  service = \"allServices\"\n  audit_log_config {\n    log_type = \"DATA_READ\"\n  }\n  audit_log_config {\n    log_type = \"DATA_WRITE\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.1"}},
	Aliases:  []string{"prowler:iam_audit_logs_enabled"},
	Link:     auditLink,
	Params:   []*checks.Param{logTypes},
	Needs:    needsInherited,
	Run: checks.Each(iam.Projects, func(p *checks.Probe, project *iam.Project) {
		types := p.Strings(logTypes)
		on := map[string]bool{}
		count := func(policy *iam.Policy) {
			audit, _ := policy.Audit.Get(p)
			for _, c := range audit {
				for _, l := range c.Logs {
					on[l.Type] = on[l.Type] || c.Service == "allServices"
				}
			}
		}
		var who []string
		if own, ok := iam.Of(p.Inv, project.Full).Get(p); ok && own != nil {
			count(own)
			who = exempted(p, own, types)
		}
		for up := range iam.Inherited.All(p.Inv, p) {
			count(up)
			if up.Outside { // else it is a finding of that place
				who = append(who, exempted(p, up, types)...)
			}
		}
		failExempted(p, who)
		var off []string
		for _, t := range types {
			if !on[t] {
				off = append(off, t)
			}
		}
		if len(off) > 0 {
			p.Evidence("off", off)
			p.Absentf("neither the project nor what is above it logs %s for all services", strings.Join(off, ", "))
		}
	}),
}

// OrganizationAuditExemptions asks that nobody be exempted above projects.
var OrganizationAuditExemptions = &checks.Check{
	ID:       "gcp-iam-organization-no-audit-exemptions",
	Title:    "Nobody is exempted from the audit logs of the organization or its folders",
	Why:      "What an exempted account reads or changes leaves no trace in any project below.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "IAM & Admin > choose the organization or folder > Audit Logs > Default configuration, and each service > Exempted principals: none.",
		CLI:       "gcloud organizations get-iam-policy <organization> > policy.yaml, remove exemptedMembers, and gcloud organizations set-iam-policy <organization> policy.yaml",
		Terraform: "resource \"google_organization_iam_audit_config\" \"example\" {\n  org_id  = \"<organization>\"\n  service = \"allServices\"\n  audit_log_config {\n    log_type = \"DATA_READ\"\n  }\n  audit_log_config {\n    log_type = \"DATA_WRITE\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.1"}},
	Link:     auditLink,
	Params:   []*checks.Param{logTypes},
	Needs:    needsAbove,
	Run: checks.Each(iam.Above, func(p *checks.Probe, policy *iam.Policy) {
		failExempted(p, exempted(p, policy, p.Strings(logTypes)))
	}),
}
