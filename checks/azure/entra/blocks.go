package entra

import (
	"slices"

	"demarc/checks"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

// unbound is the test for policies without a condition on places, devices or risks.
var unbound = all(holds(narrowedBy, empty), holds(signInRisk, empty), holds(userRisk, empty))

// LegacyAuthentication asks that protocols without a second factor are refused.
var LegacyAuthentication = &checks.Check{
	ID:       "azure-entra-legacy-authentication-blocked",
	Title:    "Protocols that know no second factor are refused",
	Why:      "Older clients send the password and can be asked for nothing more: every other policy is got round by speaking like one of them.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: policyFix("all users, all resources, Client apps > Exchange ActiveSync clients and Other clients, Grant > Block access. Or switch security defaults on.",
		terraformPolicy(`"exchangeActiveSync", "other"`, tfAllUsers+tfAllApps, `"block"`)),
	Link:  "https://learn.microsoft.com/entra/identity/conditional-access/policy-block-legacy-authentication",
	Needs: needsPolicies,
	Run: defaultsOr("blocks legacy authentication for all users", func(_ *checks.Probe, list inventory.Known[[]policy]) inventory.Known[bool] {
		legacy := either(has(clients, "all"), all(has(clients, "exchangeActiveSync"), has(clients, "other")))
		return exists(list, all(enabled, blocks, everybody, everyApp, unbound, holds(flows, empty), legacy))
	}),
}

// DeviceCodeFlow asks that signing in with a code from another device is refused.
var DeviceCodeFlow = &checks.Check{
	ID:       "azure-entra-device-code-flow-blocked",
	Title:    "Signing in with a device code is blocked",
	Why:      "An attacker starts the sign-in, the victim types the code that came by mail, and the attacker has the session: the second factor and all.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: policyFix("all users, all resources, Authentication flows > Device code flow, Grant > Block access.",
		terraformPolicy(`"all"`, tfAllUsers+tfAllApps+"    authentication_flow_transfer_methods = [\"deviceCodeFlow\"]\n", `"block"`)),
	Link:  "https://learn.microsoft.com/entra/identity/conditional-access/policy-block-authentication-flows",
	Needs: []inventory.Source{entra.TenantLicences, entra.TenantConditionalAccess},
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		blocked, ok := exists(t.ConditionalAccess, all(enabled, blocks, everybody, everyApp, unbound, has(flows, "deviceCodeFlow"))).Get(p)
		if ok && blocked {
			return
		}
		l, licensed := t.Licences.Get(p)
		switch {
		case licensed && !l.P1:
			p.Skipf("the tenant has no licence for conditional access (Microsoft Entra ID P1)")
		case ok:
			enforced(p, t)
			p.Absentf("no conditional access policy that is on blocks the device code flow for all users")
		}
	}),
}

var (
	signInRiskLevels = &checks.Param{Name: "levels", Default: []string{"high", "medium"}, Source: "Microsoft Learn, \"Require multifactor authentication for elevated sign-in risk\": high and medium"}
	userRiskLevels   = &checks.Param{Name: "levels", Default: []string{"high"}, Source: "Microsoft Learn, \"Require a secure password change for elevated user risk\": high"}
)

// risk makes the Run of a check of a risk policy.
func risk(list func(*policy) inventory.Known[[]string], levels *checks.Param, what string, answer test) checks.Run {
	return checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		want := p.Strings(levels)
		every := holds(list, func(has []string) bool {
			return !slices.ContainsFunc(want, func(l string) bool { return !slices.Contains(has, l) })
		})
		// A policy that is bound to both risks applies where both are met.
		one := either(holds(signInRisk, empty), holds(userRisk, empty))
		inUse, ok := exists(t.ConditionalAccess, all(enabled, answer, everybody, everyApp, every, one,
			holds(narrowedBy, empty), holds(flows, empty), either(has(clients, "all"), all(has(clients, "browser"), has(clients, "mobileAppsAndDesktopClients"))))).Get(p)
		if ok && inUse {
			return
		}
		l, licensed := t.Licences.Get(p)
		switch {
		case licensed && !l.P2:
			p.Skipf("the tenant has no licence for policies by risk (Microsoft Entra ID P2)")
		case ok:
			enforced(p, t)
			p.Evidence("riskLevels", want)
			p.Absentf("no conditional access policy that is on %s for all users", what)
		}
	})
}

var needsRisk = []inventory.Source{entra.TenantLicences, entra.TenantConditionalAccess}

// SignInRisk asks that risky sign-ins are stopped.
var SignInRisk = &checks.Check{
	ID:       "azure-entra-sign-in-risk-policy",
	Title:    "Risky sign-ins have to be proved with a second factor",
	Why:      "Microsoft sees sign-ins from anonymous networks, impossible journeys and leaked passwords; without a policy it only writes them down.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: policyFix("all users, all resources, Sign-in risk > High and Medium, Grant > Require multifactor authentication, Session > Sign-in frequency > Every time.",
		terraformPolicy(`"all"`, tfAllUsers+tfAllApps+"    sign_in_risk_levels = [\"high\", \"medium\"]\n", `"mfa"`)),
	Link:   "https://learn.microsoft.com/entra/id-protection/howto-identity-protection-configure-risk-policies",
	Params: []*checks.Param{signInRiskLevels},
	Needs:  needsRisk,
	Run:    risk(signInRisk, signInRiskLevels, "asks for a second factor at, or blocks, risky sign-ins", either(requiresMFA, blocks)),
}

// UserRisk asks that users at risk have to make themselves safe.
var UserRisk = &checks.Check{
	ID:       "azure-entra-user-risk-policy",
	Title:    "Users at risk have to change the password, or are blocked",
	Why:      "A password that was found for sale stays good until someone acts; the policy acts at the next sign-in.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: policyFix("all users, all resources, User risk > High, Grant > Require password change and multifactor authentication, Session > Sign-in frequency > Every time.",
		terraformPolicy(`"all"`, tfAllUsers+tfAllApps+"    user_risk_levels = [\"high\"]\n", `"mfa", "passwordChange"`)),
	Link:   "https://learn.microsoft.com/entra/id-protection/howto-identity-protection-configure-risk-policies",
	Params: []*checks.Param{userRiskLevels},
	Needs:  needsRisk,
	Run: risk(userRisk, userRiskLevels, "makes users at risk change their password, or blocks them", func(c *policy) inventory.Known[bool] {
		return c.Grant.Asks("passwordChange", "riskRemediation", "block")
	}),
}
