package iam

import (
	"time"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

const (
	keysConsole = "IAM & Admin > Service Accounts > the service account > Keys"
	keyDelete   = "gcloud iam service-accounts keys delete <key> --iam-account=<service account>"
	keysLink    = "https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys"
	federation  = "resource \"google_service_account_iam_member\" \"example\" {\n  service_account_id = \"<service account>\"\n  role               = \"roles/iam.workloadIdentityUser\"\n  member             = \"principalSet://iam.googleapis.com/<pool>/attribute.repository/<repository>\"\n}"
)

// live reports whether a key can be used: disabled and expired ones cannot.
func live(k *iam.Key, now time.Time) inventory.Known[bool] {
	return inventory.And(
		inventory.Not(k.Disabled),
		inventory.Map(k.ValidTill, func(t time.Time) bool { return now.Before(t) }),
	)
}

// ServiceAccountNoKeys asks that programs get short-lived credentials.
var ServiceAccountNoKeys = &checks.Check{
	ID:       "gcp-iam-service-account-no-user-managed-keys",
	Title:    "Service accounts have no keys that the customer keeps",
	Why:      "A key is a password in a file that works from anywhere and does not expire; such files end in repositories, images and mail.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   keysConsole + ": Delete, after what used the key runs as the service account, or signs in by workload identity federation.",
		CLI:       keyDelete,
		Terraform: federation,
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.5"}},
	Aliases:  []string{"prowler:iam_sa_no_user_managed_keys"},
	Link:     keysLink,
	Needs:    []inventory.Source{iam.ServiceAccounts, iam.Keys},
	Run: checks.Each(iam.ServiceAccounts, func(p *checks.Probe, a *iam.ServiceAccount) {
		keys := map[string]bool{} // whether it can be used, as far as is known
		for _, by := range []string{a.UniqueID(), a.ID} {
			for _, k := range iam.KeysOf.Get(p.Inv, p, "", by) {
				on, known := live(k, p.Inv.Now).Peek()
				keys[k.ID] = on || !known
			}
		}
		usable := 0
		for _, on := range keys {
			if on {
				usable++
			}
		}
		if len(keys) == 0 {
			return
		}
		p.Evidence("userManagedKeys", len(keys))
		p.Evidence("usable", usable)
		if usable == 0 {
			p.Rank(checks.Low)
		}
		p.Failf("user-managed keys: %d, of which %d can be used", len(keys), usable)
	}),
}

// onLiveKeys makes a Run over the keys that can be used.
func onLiveKeys(look func(*checks.Probe, *iam.Key)) checks.Run {
	return checks.Each(iam.Keys, func(p *checks.Probe, k *iam.Key) {
		on, known := live(k, p.Inv.Now).Get(p)
		if known && !on {
			p.Skipf("the key is disabled or has expired")
			return
		}
		if known {
			look(p, k)
		}
	})
}

var maxKeyAge = &checks.Param{Name: "maxAgeDays", Default: 90, Unit: "days", Source: "CIS Google Cloud Platform Foundation 5.0, 1.8"}

// ServiceAccountKeyRotated asks that keys be young.
var ServiceAccountKeyRotated = &checks.Check{
	ID:       "gcp-iam-service-account-key-rotated",
	Title:    "Keys of service accounts are replaced in time",
	Why:      "The older a key, the more copies of it there are, and the longer one that leaked has worked.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   keysConsole + " > Add key; then delete the old one.",
		CLI:       "gcloud iam service-accounts keys create <file> --iam-account=<service account> && " + keyDelete,
		Terraform: "resource \"time_rotating\" \"key\" {\n  rotation_days = 60\n}\n\nresource \"google_service_account_key\" \"example\" {\n  service_account_id = \"<service account>\"\n  keepers = {\n    rotation = time_rotating.key.rotation_rfc3339\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.8"}},
	Aliases:  []string{"prowler:iam_sa_user_managed_key_rotate_90_days"},
	Link:     "https://cloud.google.com/iam/docs/key-rotation",
	Params:   []*checks.Param{maxKeyAge},
	Needs:    []inventory.Source{iam.Keys},
	Run: onLiveKeys(func(p *checks.Probe, k *iam.Key) {
		made, ok := k.ValidFrom.Get(p)
		if !ok {
			return
		}
		if age := int(p.Inv.Now.Sub(made).Hours() / 24); age > p.Int(maxKeyAge) {
			p.Evidence("ageDays", age)
			p.Evidence("validAfterTime", made.Format(time.RFC3339))
			p.Failf("the key is %d days old, more than %d", age, p.Int(maxKeyAge))
		}
	}),
}

// idleDays says after how long what was not used is unused. Longer than Cloud
// Monitoring keeps what it saw, nobody can tell.
var idleDays = &checks.Param{Name: "maxIdleDays", Default: iam.UsageDays, Unit: "days", Source: "Cloud Monitoring keeps these metrics for six weeks (IAM documentation, \"Monitor usage patterns for service accounts and keys\")"}

// unused judges when something was last used; what it is stands in message.
func unused(p *checks.Probe, last inventory.Known[time.Time], what string) {
	limit := p.Int(idleDays)
	at, ok := last.Get(p)
	switch {
	case !ok:
	case at.IsZero() && limit > iam.UsageDays:
		p.Missed(inventory.Gap{Reason: inventory.Failed, Call: "monitoring timeSeries", Where: "what was more than six weeks ago"})
	case at.IsZero():
		p.Evidence("lastUsed", "not in six weeks")
		p.Failf("Cloud Monitoring saw no use of the %s in six weeks", what)
	default:
		if idle := int(p.Inv.Now.Sub(at).Hours() / 24); idle > limit {
			p.Evidence("lastUsed", at.Format(time.DateOnly))
			p.Failf("the %s was last used %d days ago, more than %d", what, idle, limit)
		}
	}
}

// ServiceAccountKeyUsed asks that there be no keys without a use.
var ServiceAccountKeyUsed = &checks.Check{
	ID:       "gcp-iam-service-account-key-used",
	Title:    "Keys of service accounts are in use",
	Why:      "A key that nobody uses is missed by nobody when it is stolen.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   keysConsole + ": Disable; delete it when nothing has broken.",
		CLI:       "gcloud iam service-accounts keys disable <key> --iam-account=<service account>",
		Terraform: federation,
	},
	Aliases: []string{"prowler:iam_sa_user_managed_key_unused"},
	Link:    "https://cloud.google.com/iam/docs/service-account-monitoring",
	Params:  []*checks.Param{idleDays},
	Needs:   []inventory.Source{iam.Keys, iam.KeyUse},
	Run: onLiveKeys(func(p *checks.Probe, k *iam.Key) {
		if made, ok := k.ValidFrom.Get(p); ok && int(p.Inv.Now.Sub(made).Hours()/24) <= p.Int(idleDays) {
			return // too young to be unused
		} else if ok {
			unused(p, k.LastUsed, "key")
		}
	}),
}
