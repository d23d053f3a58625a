package entra

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/entra"
)

// SecurityDefaults asks for Microsoft's baseline where nothing is in its place.
var SecurityDefaults = &checks.Check{
	ID:       "azure-entra-security-defaults",
	Title:    "Security defaults are on, or conditional access is in their place",
	Why:      "With neither, a password is all that any user, and any administrator, is asked for.",
	Severity: checks.Critical,
	Area:     checks.Directory,
	Fix: checks.Fix{
		Console:   "Microsoft Entra admin center > Identity > Overview > Properties > Manage security defaults > Enabled.",
		CLI:       "az rest --method patch --url https://graph.microsoft.com/v1.0/policies/identitySecurityDefaultsEnforcementPolicy --body '{\"isEnabled\": true}'",
		Terraform: "resource \"msgraph_update_resource\" \"example\" {\n  url  = \"policies/identitySecurityDefaultsEnforcementPolicy\"\n  body = {\n    isEnabled = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.1.1"}},
	Aliases:  []string{"prowler:entra_security_defaults_enabled"},
	Link:     "https://learn.microsoft.com/entra/fundamentals/security-defaults",
	Needs:    needsPolicies,
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		on, ok := t.SecurityDefaults.Get(p)
		if !ok || on {
			return
		}
		// Microsoft lets no tenant have both.
		inPlace, ok := exists(t.ConditionalAccess, all(enabled, either(requiresMFA, blocks))).Get(p)
		switch {
		case ok && inPlace:
			p.Skipf("conditional access is used, which excludes security defaults: other checks judge its policies")
		case ok:
			p.Evidence("isEnabled", false)
			p.Absentf("security defaults are off, and no conditional access policy that is on asks for anything")
		}
	}),
}
