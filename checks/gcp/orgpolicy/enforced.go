package orgpolicy

import (
	"demarc/checks"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

const link = "https://cloud.google.com/resource-manager/docs/organization-policy/org-policy-constraints"

var needs = []inventory.Source{orgpolicy.Projects}

// fix enforces a constraint for the whole organization.
func fix(constraint string) checks.Fix {
	return checks.Fix{
		Console:   "IAM & Admin > Organization Policies > choose the organization > " + constraint + " > Manage policy > Override parent's policy > Add a rule > Enforcement: On.",
		CLI:       "gcloud resource-manager org-policies enable-enforce " + constraint + " --organization=<organization>",
		Terraform: "resource \"google_org_policy_policy\" \"example\" {\n  name   = \"organizations/<organization>/policies/" + constraint + "\"\n  parent = \"organizations/<organization>\"\n  spec {\n    rules {\n      enforce = \"TRUE\"\n    }\n  }\n}",
	}
}

// enforced makes a Run that asks for one constraint, or its managed twin.
func enforced(constraint, allows string) checks.Run {
	return checks.Each(orgpolicy.Projects, func(p *checks.Probe, _ *orgpolicy.Project) {
		if on, ok := orgpolicy.Enforced(p.Inv, constraint).Get(p); ok && !on {
			p.Evidence("constraint", constraint)
			p.Failf("the constraint is not enforced: %s", allows)
		}
	})
}

// NoServiceAccountKeys asks that keys of service accounts cannot be made.
var NoServiceAccountKeys = &checks.Check{
	ID:       "gcp-orgpolicy-service-account-keys-disabled",
	Title:    "An organization policy forbids new keys of service accounts",
	Why:      "A key in a file is the credential that leaks most; where none can be made, none can leak.",
	Severity: checks.Medium, Area: checks.Identity, Fix: fix(orgpolicy.NoServiceAccountKeys), Link: link, Needs: needs,
	Run: enforced(orgpolicy.NoServiceAccountKeys, "whoever administers a service account can make a key of it"),
}

// NoServiceAccountUploads asks that public keys cannot be uploaded.
var NoServiceAccountUploads = &checks.Check{
	ID:       "gcp-orgpolicy-service-account-key-upload-disabled",
	Title:    "An organization policy forbids the upload of keys to service accounts",
	Why:      "With an uploaded key an intruder stays on as the service account, by a secret that nobody else has seen.",
	Severity: checks.Medium, Area: checks.Identity, Fix: fix(orgpolicy.NoServiceAccountUploads), Link: link, Needs: needs,
	Run: enforced(orgpolicy.NoServiceAccountUploads, "whoever administers a service account can add a key of their own to it"),
}

// NoAutomaticGrants asks that default service accounts start without a role.
var NoAutomaticGrants = &checks.Check{
	ID:       "gcp-orgpolicy-default-service-accounts-without-roles",
	Title:    "An organization policy keeps new default service accounts from getting Editor",
	Why:      "Else each project in which Compute Engine or App Engine is switched on has an account with Editor that every new machine runs as.",
	Severity: checks.Medium, Area: checks.Identity, Fix: fix(orgpolicy.NoAutomaticGrants), Link: link, Needs: needs,
	Run: enforced(orgpolicy.NoAutomaticGrants, "new default service accounts get Editor"),
}

// UniformAccess asks that new buckets are without access control lists.
var UniformAccess = &checks.Check{
	ID:       "gcp-orgpolicy-uniform-bucket-access",
	Title:    "An organization policy asks for uniform access in new buckets",
	Why:      "One object's access control list can open it to the world while the bucket's policy looks closed.",
	Severity: checks.Low, Area: checks.Data, Fix: fix(orgpolicy.UniformAccess), Link: link, Needs: needs,
	Run: enforced(orgpolicy.UniformAccess, "buckets with access control lists can be made"),
}

// PublicAccessPrevention asks that no bucket can be public.
var PublicAccessPrevention = &checks.Check{
	ID:       "gcp-orgpolicy-public-access-prevention",
	Title:    "An organization policy keeps buckets from being public",
	Why:      "It overrules whatever a bucket's own policy and lists grant to everybody, by mistake or on purpose.",
	Severity: checks.Medium, Area: checks.Data, Fix: fix(orgpolicy.PublicAccessPrevention), Link: link, Needs: needs,
	Run: enforced(orgpolicy.PublicAccessPrevention, "a bucket can be made public"),
}

// RequireOSLogin asks that people sign in to machines by their own accounts.
var RequireOSLogin = &checks.Check{
	ID:       "gcp-orgpolicy-os-login-required",
	Title:    "An organization policy asks for OS Login in new projects and machines",
	Why:      "SSH keys in metadata belong to nobody, and stay when people leave.",
	Severity: checks.Low, Area: checks.OS, Fix: fix(orgpolicy.RequireOSLogin), Link: link, Needs: needs,
	Run: enforced(orgpolicy.RequireOSLogin, "machines that take SSH keys of metadata can be made"),
}

// NoSerialPort asks that serial ports stay closed.
var NoSerialPort = &checks.Check{
	ID:       "gcp-orgpolicy-serial-port-disabled",
	Title:    "An organization policy closes the serial ports of machines",
	Why:      "The serial console takes connections from any address, and knows no firewall rules.",
	Severity: checks.Low, Area: checks.OS, Fix: fix(orgpolicy.NoSerialPort), Link: link, Needs: needs,
	Run: enforced(orgpolicy.NoSerialPort, "the serial port of a machine can be opened"),
}

// SkipDefaultNetwork asks that projects start without a network.
var SkipDefaultNetwork = &checks.Check{
	ID:       "gcp-orgpolicy-default-network-skipped",
	Title:    "An organization policy keeps the default network out of new projects",
	Why:      "The default network comes with SSH and RDP open to the world, in every region.",
	Severity: checks.Low, Area: checks.Network, Fix: fix(orgpolicy.SkipDefaultNetwork), Link: link, Needs: needs,
	Run: enforced(orgpolicy.SkipDefaultNetwork, "new projects start with the default network"),
}
