package defender

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/defender"
	"demarc/providers/inventory"
)

var needsContacts = []inventory.Source{defender.SubscriptionContacts}

func contactFix(console, terraform string) checks.Fix {
	return checks.Fix{
		Console:   "Microsoft Defender for Cloud > Environment settings > the subscription > Email notifications > " + console,
		CLI:       "az rest --method put --url 'https://management.azure.com/subscriptions/<subscription>/providers/Microsoft.Security/securityContacts/default?api-version=2023-12-01-preview' --body @<contact.json>",
		Terraform: "resource \"azapi_resource\" \"example\" {\n  type      = \"Microsoft.Security/securityContacts@2023-12-01-preview\"\n  parent_id = \"<subscription>\"\n  name      = \"default\"\n  body = {\n    properties = {\n      isEnabled = true\n" + terraform + "    }\n  }\n}",
	}
}

// told makes the Run of a check that asks for a contact.
func told(what string, does func(defender.Contact) inventory.Known[bool]) checks.Run {
	return checks.Each(defender.Subscriptions, func(p *checks.Probe, s *defender.Subscription) {
		ok, known := inventory.Then(s.Contacts, func(all []defender.Contact) inventory.Known[bool] {
			ks := []inventory.Known[bool]{}
			for _, c := range all {
				ks = append(ks, inventory.And(c.Enabled, does(c)))
			}
			return inventory.Or(ks...)
		}).Get(p)
		if known && !ok {
			all, _ := s.Contacts.Peek()
			p.Evidence("securityContacts", len(all))
			p.Absentf("no security contact that is enabled %s", what)
		}
	})
}

const contactLink = "https://learn.microsoft.com/azure/defender-for-cloud/configure-email-notifications"

// NotifyOwners asks that the subscription's owners are told.
var NotifyOwners = &checks.Check{
	ID:       "azure-defender-notify-owners",
	Title:    "Owners of the subscription are told of alerts",
	Why:      "An alert that reaches nobody who may act is read after the damage.",
	Severity: checks.Medium,
	Area:     checks.Response,
	Fix:      contactFix("All users with the following roles: Owner.", "      notificationsByRole = {\n        state = \"On\"\n        roles = [\"Owner\"]\n      }\n"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.12"}},
	Aliases:  []string{"prowler:defender_ensure_notify_emails_to_owners"},
	Link:     contactLink,
	Needs:    needsContacts,
	Run: told("tells the owners", func(c defender.Contact) inventory.Known[bool] {
		return inventory.Map(c.Roles, func(roles []string) bool {
			return slices.ContainsFunc(roles, func(r string) bool { return strings.EqualFold(r, "Owner") })
		})
	}),
}

// NotifyAddress asks that the security team is told.
var NotifyAddress = &checks.Check{
	ID:       "azure-defender-notify-additional-address",
	Title:    "An address of the security team is told of alerts",
	Why:      "Owners come and go; a team's address is read by whoever is on duty.",
	Severity: checks.Low,
	Area:     checks.Response,
	Fix:      contactFix("Additional email addresses.", "      emails = \"<security team's address>\"\n"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.13"}},
	Aliases:  []string{"prowler:defender_additional_email_configured_with_a_security_contact"},
	Link:     contactLink,
	Needs:    needsContacts,
	Run: told("has an address", func(c defender.Contact) inventory.Known[bool] {
		return inventory.Map(c.Emails, func(n int) bool { return n > 0 })
	}),
}

// levelIn reports whether one of the thresholds is among those that will do.
func levelIn(all []string, good ...string) bool {
	return slices.ContainsFunc(all, func(l string) bool { return slices.Contains(good, l) })
}

// NotifySevereAlerts asks that alerts of high severity are sent. One that is
// sent from a lower severity on sends those of high severity too.
var NotifySevereAlerts = &checks.Check{
	ID:       "azure-defender-notify-high-severity-alerts",
	Title:    "Alerts of high severity are sent by e-mail",
	Why:      "Hours matter in an attack, and nobody looks at the portal every hour.",
	Severity: checks.Medium,
	Area:     checks.Response,
	Fix:      contactFix("Notify about alerts with the following severity (or higher): High.", "      notificationsSources = [{ sourceType = \"Alert\", minimalSeverity = \"High\" }]\n"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.14"}},
	Aliases:  []string{"prowler:defender_ensure_notify_alerts_severity_is_high"},
	Link:     contactLink,
	Needs:    needsContacts,
	Run: told("is sent alerts of high severity", func(c defender.Contact) inventory.Known[bool] {
		return inventory.Map(c.Severities, func(all []string) bool { return levelIn(all, "High", "Medium", "Low") })
	}),
}

// NotifyAttackPaths asks that new attack paths are sent.
var NotifyAttackPaths = &checks.Check{
	ID:       "azure-defender-notify-attack-paths",
	Title:    "Attack paths are sent by e-mail",
	Why:      "A new way from the internet to what matters opens with a change, and is to be closed before somebody else finds it.",
	Severity: checks.Medium,
	Area:     checks.Response,
	Fix:      contactFix("Notify about attack paths with the following risk level (or higher).", "      notificationsSources = [{ sourceType = \"AttackPath\", minimalRiskLevel = \"Critical\" }]\n"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.15"}},
	Aliases:  []string{"prowler:defender_attack_path_notifications_properly_configured"},
	Link:     contactLink,
	Needs:    needsContacts,
	Run: told("is sent attack paths", func(c defender.Contact) inventory.Known[bool] {
		return inventory.Map(c.Risks, func(all []string) bool { return levelIn(all, "Critical", "High", "Medium", "Low") })
	}),
}
