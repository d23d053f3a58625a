package iam

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

var sharedIssuers = &checks.Param{
	Name: "sharedIssuers", Source: "Google Cloud documentation, \"Best practices for using Workload Identity Federation\": issuers that are the same for all of their customers",
	Default: []string{"token.actions.githubusercontent.com", "gitlab.com", "app.terraform.io", "agent.buildkite.com", "accounts.google.com", "oidc.circleci.com", "oidc.vercel.com"},
}

// WorkloadIdentityCondition asks that a provider take some tokens alone.
var WorkloadIdentityCondition = &checks.Check{
	ID:       "gcp-iam-workload-identity-provider-condition",
	Title:    "Workload identity providers have an attribute condition",
	Why:      "Without one every token of the issuer is taken. Of an issuer that all its customers share, as GitHub's is, those are the tokens of strangers too.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM & Admin > Workload Identity Federation > the pool > the provider > Edit > Attribute conditions.",
		CLI:       "gcloud iam workload-identity-pools providers update-oidc <provider> --workload-identity-pool=<pool> --location=global --attribute-condition=\"assertion.repository_owner_id == '<number>'\"",
		Terraform: "resource \"google_iam_workload_identity_pool_provider\" \"example\" {\n  workload_identity_pool_id          = \"<pool>\"\n  workload_identity_pool_provider_id = \"<provider>\"\n  attribute_condition                = \"assertion.repository_owner_id == '<number>'\"\n  attribute_mapping = {\n    \"google.subject\" = \"assertion.sub\"\n  }\n  oidc {\n    issuer_uri = \"https://token.actions.githubusercontent.com\"\n  }\n}",
	},
	Aliases: []string{"prowler:iam_workload_identity_pool_provider_attribute_condition"},
	Link:    "https://cloud.google.com/iam/docs/best-practices-for-using-workload-identity-federation",
	Params:  []*checks.Param{sharedIssuers},
	Needs:   []inventory.Source{iam.Providers, iam.Pools},
	Run: checks.Each(iam.Providers, func(p *checks.Probe, w *iam.Provider) {
		state, ok := w.State.Get(p)
		off, known := w.Disabled.Get(p)
		switch {
		case ok && state == "DELETED":
			p.Skipf("the provider has been deleted")
			return
		case known && off:
			p.Skipf("the provider is disabled")
			return
		case !ok || !known:
			return
		}
		narrow, ok := w.Conditioned.Get(p)
		if !ok || narrow {
			return
		}
		pool := inventory.Then(iam.Pools.ByID(p.Inv, "", w.Pool()), func(in *iam.Pool) inventory.Known[bool] {
			if in == nil {
				return inventory.Of(false)
			}
			return inventory.Or(in.Disabled, inventory.Map(in.State, func(s string) bool { return s == "DELETED" }))
		})
		if away, ok := pool.Get(p); ok && away {
			p.Skipf("the pool of the provider is disabled, or has been deleted")
			return
		}
		kind, _ := w.Kind.Peek()
		issuer, _ := w.Issuer.Peek()
		p.Evidence("attributeCondition", "none")
		p.Evidence("kind", kind)
		p.Evidence("issuer", issuer)
		if _, seen := w.Kind.Peek(); seen && !shared(issuer, p.Strings(sharedIssuers)) {
			if _, seen := w.Issuer.Peek(); seen {
				p.Rank(checks.Medium)
				p.Absentf("takes every identity that its %s issuer vouches for", kind)
				return
			}
		}
		p.Absentf("takes every identity that the issuer vouches for, strangers among them")
	}),
}

// shared reports whether an issuer is one of hosts, and none of a customer's
// own, which has a path: an enterprise's, an organization's, a team's.
func shared(issuer string, hosts []string) bool {
	return slices.Contains(hosts, strings.Trim(strings.TrimPrefix(issuer, "https://"), "/"))
}
