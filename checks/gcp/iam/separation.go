package iam

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

// A pair of duties is what one member is not to hold both sides of.
type pair struct{ one, other []string }

var (
	accountDuties = pair{[]string{"roles/iam.serviceAccountAdmin"}, []string{"roles/iam.serviceAccountUser"}}
	keyDuties     = pair{[]string{"roles/cloudkms.admin"}, []string{
		"roles/cloudkms.cryptoKeyEncrypterDecrypter", "roles/cloudkms.cryptoKeyEncrypter", "roles/cloudkms.cryptoKeyDecrypter",
	}}
)

// A held side of a pair is where its roles were granted.
type held struct{ one, other []string }

// holders finds, for each member, the places that grant it the one side of a
// pair and the other. place names the policy.
func (d pair) holders(p *checks.Probe, policy *iam.Policy, place string, into map[string]*held) {
	for _, g := range grantsOf(p, policy) {
		one, other := slices.Contains(d.one, g.role), slices.Contains(d.other, g.role)
		if !one && !other {
			continue
		}
		h := into[g.member]
		if h == nil {
			h = &held{}
			into[g.member] = h
		}
		if one {
			h.one = append(h.one, place)
		}
		if other {
			h.other = append(h.other, place)
		}
	}
}

// fail reports the members for whom both sides come together.
func (d pair) fail(p *checks.Probe, all map[string]*held, together func(*held) bool) {
	var who []string
	for member, h := range all {
		if len(h.one) > 0 && len(h.other) > 0 && together(h) {
			who = append(who, member)
		}
	}
	if len(who) == 0 {
		return
	}
	slices.Sort(who)
	p.Evidence("members", who)
	p.Evidence("roles", append(slices.Clone(d.one), d.other...))
	p.Failf("%s and %s are held by the same: %s", short(d.one), short(d.other), few(who))
}

func short(roles []string) string {
	if len(roles) > 1 {
		return roles[0] + " or a part of it"
	}
	return strings.Join(roles, ", ")
}

// apartInProject asks a project: with what it inherits, since the two sides
// may be granted at two places. Where one place above grants both, and nothing
// else does, that is a finding of that place, if the scan reaches it.
func apartInProject(d pair) checks.Run {
	return checks.Each(iam.Projects, func(p *checks.Probe, project *iam.Project) {
		all := map[string]*held{}
		own, ok := iam.Of(p.Inv, project.Full).Get(p)
		if ok && own != nil {
			d.holders(p, own, project.Full, all)
		}
		here := []string{project.Full}
		for up := range iam.Inherited.All(p.Inv, p) {
			d.holders(p, up, up.Full, all)
			if up.Outside {
				here = append(here, up.Full)
			}
		}
		d.fail(p, all, func(h *held) bool {
			return slices.ContainsFunc(h.one, func(a string) bool {
				return slices.ContainsFunc(h.other, func(b string) bool { return a != b || slices.Contains(here, a) })
			})
		})
	})
}

// apartAbove asks one policy above projects by itself.
func apartAbove(d pair) checks.Run {
	return onAbove(func(p *checks.Probe, policy *iam.Policy) {
		all := map[string]*held{}
		d.holders(p, policy, policy.Full, all)
		d.fail(p, all, func(*held) bool { return true })
	})
}

var needsInherited = append(slices.Clone(needsProject), inventory.Source(iam.Inherited))

const (
	accountDutiesWhy = "One person can then make a service account with any role, act as it, and delete it after: no second person sees what was done."
	keyDutiesWhy     = "Who manages keys and uses them too can read the data that they protect, and then destroy the key, without anyone else."
)

// ProjectServiceAccountSeparation asks that service accounts be managed and
// used by different people.
var ProjectServiceAccountSeparation = &checks.Check{
	ID:       "gcp-iam-project-service-account-separation",
	Title:    "In the project, service accounts are managed by some and used by others",
	Why:      accountDutiesWhy,
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix:      fixes("project", "those with Service Account Admin and Service Account User", "roles/iam.serviceAccountUser", "user:<user>", "roles/iam.serviceAccountAdmin", "group:<group>"),
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.9"}},
	Aliases:  []string{"prowler:iam_role_sa_enforce_separation_of_duties"},
	Link:     "https://cloud.google.com/iam/docs/service-account-permissions",
	Needs:    needsInherited,
	Run:      apartInProject(accountDuties),
}

// OrganizationServiceAccountSeparation asks the same above projects.
var OrganizationServiceAccountSeparation = &checks.Check{
	ID:       "gcp-iam-organization-service-account-separation",
	Title:    "Above projects, service accounts are managed by some and used by others",
	Why:      accountDutiesWhy,
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix:      fixes("organization", "those with Service Account Admin and Service Account User", "roles/iam.serviceAccountUser", "user:<user>", "roles/iam.serviceAccountAdmin", "group:<group>"),
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.9"}},
	Aliases:  []string{"prowler:iam_role_sa_enforce_separation_of_duties"},
	Link:     "https://cloud.google.com/iam/docs/service-account-permissions",
	Needs:    needsAbove,
	Run:      apartAbove(accountDuties),
}

// ProjectKMSSeparation asks that keys be managed and used by different people.
var ProjectKMSSeparation = &checks.Check{
	ID:       "gcp-iam-project-kms-separation",
	Title:    "In the project, Cloud KMS keys are managed by some and used by others",
	Why:      keyDutiesWhy,
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix:      fixes("project", "those with Cloud KMS Admin and Cloud KMS CryptoKey Encrypter/Decrypter", "roles/cloudkms.admin", "user:<user>", "roles/cloudkms.cryptoKeyEncrypterDecrypter", "serviceAccount:<service account>"),
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.12"}},
	Aliases:  []string{"prowler:iam_role_kms_enforce_separation_of_duties"},
	Link:     "https://cloud.google.com/kms/docs/separation-of-duties",
	Needs:    needsInherited,
	Run:      apartInProject(keyDuties),
}

// OrganizationKMSSeparation asks the same above projects.
var OrganizationKMSSeparation = &checks.Check{
	ID:       "gcp-iam-organization-kms-separation",
	Title:    "Above projects, Cloud KMS keys are managed by some and used by others",
	Why:      keyDutiesWhy,
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix:      fixes("organization", "those with Cloud KMS Admin and Cloud KMS CryptoKey Encrypter/Decrypter", "roles/cloudkms.admin", "user:<user>", "roles/cloudkms.cryptoKeyEncrypterDecrypter", "serviceAccount:<service account>"),
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.12"}},
	Aliases:  []string{"prowler:iam_role_kms_enforce_separation_of_duties"},
	Link:     "https://cloud.google.com/kms/docs/separation-of-duties",
	Needs:    needsAbove,
	Run:      apartAbove(keyDuties),
}
