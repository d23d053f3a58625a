package iam

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/aws/iam"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

// entries are the actions that let somebody take a role.
var entries = []string{"sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"}

// alone stands for the organization of an account that is in none: it is no
// organization's id, so that every organization in a policy is a foreign one.
const alone = "(none)"

// trusts lists the ways into a role for outsiders of the kinds, with the trust
// policy. What the policy cannot decide is told to p, where it matters for one
// of the kinds. Roles that AWS looks after are skipped.
func trusts(p *checks.Probe, r *iam.Role, kinds ...policy.WhoKind) ([]policy.Grant, policy.Document) {
	if by := r.Managed(); by != "" {
		p.Skipf("%s", by)
		return nil, policy.Document{}
	}
	doc, ok := r.Trust.Get(p)
	if !ok {
		return nil, doc
	}
	foreign, ok := r.Foreign.Get(p)
	if !ok {
		return nil, doc
	}
	org := inventory.Then(organizations.Accounts.The(p.Inv, ""), func(a *organizations.Account) inventory.Known[string] {
		return inventory.Map(a.Organization, func(o organizations.Organization) string {
			if o.ID == "" {
				return alone
			}
			return o.ID
		})
	})
	ctx := policy.Context{
		Account: r.Account, Service: "sts",
		Trusted: func(a string) bool { return !slices.Contains(foreign, a) },
	}
	ctx.Organization, _ = org.Peek()
	result := policy.Access(doc, ctx)
	takes := func(g policy.Grant) bool {
		return slices.Contains(kinds, g.Who.Kind) && policy.GrantsAny(g, entries...)
	}
	for _, g := range result.Possible {
		if !takes(g) {
			continue
		}
		if ctx.Organization == "" && slices.Contains(kinds, policy.Foreign) { // no organization is everybody
			org.Get(p)
		}
		for _, why := range g.Undecided {
			p.Missed(inventory.Gap{Reason: inventory.Failed, Call: "IAM GetAccountAuthorizationDetails", Where: "the trust policy cannot tell: " + why})
		}
	}
	return slices.DeleteFunc(slices.Clone(result.Grants), func(g policy.Grant) bool { return !takes(g) }), doc
}

// manages reports whether the outsider of a grant is the account that manages
// the organization, which every member made by Organizations trusts in its
// OrganizationAccountAccessRole: that is no stranger, whether or not the scan
// may list the organization's accounts. Where it is not known who manages, p is
// told, and the outsider may be that account.
func manages(p *checks.Probe, g policy.Grant) bool {
	if g.Who.Kind != policy.Foreign || strings.HasPrefix(g.Who.Value, "o-") {
		return false
	}
	manager, ok := inventory.Then(organizations.Accounts.The(p.Inv, ""), func(a *organizations.Account) inventory.Known[string] {
		return inventory.Then(a.Organization, func(o organizations.Organization) inventory.Known[string] { return o.Management })
	}).Get(p)
	return !ok || manager != "" && manager == g.Who.Value
}

const trustConsole = "IAM > Roles > the role > Trust relationships > Edit trust policy: "

const trustCLI = "aws iam update-assume-role-policy --role-name <role> --policy-document file://trust.json"

// RoleTrustPublic asks that nobody can take a role without being named.
var RoleTrustPublic = &checks.Check{
	ID:       "aws-iam-role-trust-not-public",
	Title:    "No role may be assumed by everybody",
	Why:      "A role that trusts every AWS account is open to anyone who knows or guesses its name. An external id does not help: it is no secret.",
	Severity: checks.Critical,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: trustConsole + "name the accounts, roles or services in Principal, or add the condition aws:PrincipalOrgID.", CLI: trustCLI,
		Terraform: "resource \"aws_iam_role\" \"example\" {\n  name = \"example\"\n  assume_role_policy = jsonencode({\n    Version   = \"2012-10-17\"\n    Statement = [{ Effect = \"Allow\", Action = \"sts:AssumeRole\", Principal = { AWS = \"arn:aws:iam::<account>:role/<role>\" } }]\n  })\n}",
	},
	Link:  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
	Needs: []inventory.Source{iam.Roles},
	Run: checks.Each(iam.Roles, func(p *checks.Probe, r *iam.Role) {
		grants, _ := trusts(p, r, policy.Public)
		for _, g := range grants {
			p.Evidence("statement", g.Statement+1)
			if len(g.Keys) > 0 {
				p.Evidence("conditionKeys", g.Keys)
			}
			p.Failf("statement %d of the trust policy lets everybody in", g.Statement+1)
		}
	}),
}

// RoleTrustExternalID asks for an external id, or MFA, of other accounts.
var RoleTrustExternalID = &checks.Check{
	ID:       "aws-iam-role-trust-external-id",
	Title:    "Roles ask other organizations' accounts for an external id or MFA",
	Why:      "A supplier that serves many customers can be talked into using one customer's role for another, if nothing in the request says for whom it acts.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: trustConsole + "add the condition StringEquals on sts:ExternalId with the value that the supplier gave you; for people of another account, Bool on aws:MultiFactorAuthPresent.", CLI: trustCLI,
		Terraform: "resource \"aws_iam_role\" \"example\" {\n  name = \"example\"\n  assume_role_policy = jsonencode({\n    Version = \"2012-10-17\"\n    Statement = [{\n      Effect    = \"Allow\"\n      Action    = \"sts:AssumeRole\"\n      Principal = { AWS = \"arn:aws:iam::<supplier-account>:role/<role>\" }\n      Condition = { StringEquals = { \"sts:ExternalId\" = \"<external-id>\" } }\n    }]\n  })\n}",
	},
	Link:  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
	Needs: []inventory.Source{iam.Roles, organizations.AccountOrganization},
	Run: checks.Each(iam.Roles, func(p *checks.Probe, r *iam.Role) {
		grants, doc := trusts(p, r, policy.Foreign)
		for _, g := range grants {
			if !asksForMore(doc, g.Statement) && !manages(p, g) {
				p.Evidence("trusted", g.Who.Value)
				p.Evidence("statement", g.Statement+1)
				p.Failf("%s may assume the role without an external id or MFA", g.Who.Value)
			}
		}
	}),
}

// asksForMore reports whether a statement asks the caller for an external id of
// one's own choice, or for MFA.
func asksForMore(d policy.Document, statement int) bool {
	for _, s := range d.Statements {
		if s.Index != statement {
			continue
		}
		for _, c := range s.Conditions {
			op := strings.TrimPrefix(strings.ToLower(c.Operator), "foranyvalue:")
			switch {
			case strings.HasSuffix(op, "ifexists"), strings.HasPrefix(op, "forallvalues:"):
				// The condition holds where the caller sends no such key.
			case strings.EqualFold(c.Key, "sts:ExternalId"):
				if (op == "stringequals" || op == "stringequalsignorecase" || op == "stringlike") && !slices.ContainsFunc(c.Values, anything) {
					return true
				}
			case strings.EqualFold(c.Key, "aws:MultiFactorAuthPresent"):
				if op == "bool" && len(c.Values) == 1 && strings.EqualFold(c.Values[0], "true") {
					return true
				}
			case strings.EqualFold(c.Key, "aws:MultiFactorAuthAge"): // there is none without MFA
				if strings.HasPrefix(op, "numericless") || op == "null" && len(c.Values) == 1 && strings.EqualFold(c.Values[0], "false") {
					return true
				}
			}
		}
	}
	return false
}

func anything(v string) bool { return strings.Trim(v, "*?") == "" }

// RoleTrustOIDC asks that federated trust be tied to one tenant.
var RoleTrustOIDC = &checks.Check{
	ID:       "aws-iam-role-trust-oidc-subject",
	Title:    "Roles that trust an OIDC provider name whose tokens they accept",
	Why:      "Providers such as GitHub Actions sign tokens for all their customers. Without a condition on the subject, everybody's pipeline may take the role.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: trustConsole + "add a condition on the provider's sub claim, such as token.actions.githubusercontent.com:sub with repo:<organization>/<repository>:*.", CLI: trustCLI,
		Terraform: "resource \"aws_iam_role\" \"example\" {\n  name = \"example\"\n  assume_role_policy = jsonencode({\n    Version = \"2012-10-17\"\n    Statement = [{\n      Effect    = \"Allow\"\n      Action    = \"sts:AssumeRoleWithWebIdentity\"\n      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }\n      Condition = { StringEquals = {\n        \"token.actions.githubusercontent.com:aud\" = \"sts.amazonaws.com\"\n        \"token.actions.githubusercontent.com:sub\" = \"repo:<organization>/<repository>:ref:refs/heads/main\"\n      } }\n    }]\n  })\n}",
	},
	Link:  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
	Needs: []inventory.Source{iam.Roles},
	Run: checks.Each(iam.Roles, func(p *checks.Probe, r *iam.Role) {
		if by := r.Managed(); by != "" {
			p.Skipf("%s", by)
			return
		}
		doc, ok := r.Trust.Get(p)
		if !ok {
			return
		}
		foreign, ok := r.Foreign.Get(p)
		if !ok {
			return
		}
		ctx := policy.Context{Account: r.Account, Service: "sts", Trusted: func(a string) bool { return !slices.Contains(foreign, a) }}
		result := policy.Access(doc, ctx)
		for _, g := range result.Possible {
			if g.Who.Kind == policy.Federated && policy.GrantsAny(g, entries...) {
				p.Missed(inventory.Gap{Reason: inventory.Failed, Call: "IAM GetAccountAuthorizationDetails", Where: "the trust policy cannot tell: " + joined(g.Undecided)})
			}
		}
		for _, g := range result.Of(policy.Federated) {
			if !policy.GrantsAny(g, entries...) {
				continue
			}
			if g.Who.Shared {
				p.Rank(checks.Critical)
			}
			p.Evidence("provider", g.Who.Value)
			p.Evidence("statement", g.Statement+1)
			p.Failf("any holder of a token of %s may assume the role", g.Who.Value)
		}
	}),
}

// RoleForeignReadOnly asks that no outsider read all of the account's data.
var RoleForeignReadOnly = &checks.Check{
	ID:       "aws-iam-role-no-foreign-read-only-access",
	Title:    "No role with ReadOnlyAccess may be assumed by an account of others",
	Why:      "ReadOnlyAccess reads settings and data alike: objects, table rows, log lines, messages. Suppliers that need settings do with SecurityAudit or ViewOnlyAccess.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "IAM > Roles > the role > Permissions: replace ReadOnlyAccess by SecurityAudit, ViewOnlyAccess or a policy of your own.",
		CLI:       "aws iam attach-role-policy --role-name <role> --policy-arn arn:aws:iam::aws:policy/SecurityAudit && aws iam detach-role-policy --role-name <role> --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess",
		Terraform: "resource \"aws_iam_role_policy_attachment\" \"supplier\" {\n  role       = aws_iam_role.supplier.name\n  policy_arn = \"arn:aws:iam::aws:policy/SecurityAudit\"\n}",
	},
	Aliases: []string{"prowler:iam_role_cross_account_readonlyaccess_policy"},
	Link:    "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html",
	Needs:   []inventory.Source{iam.Roles, organizations.AccountOrganization},
	Run: checks.Each(iam.Roles, func(p *checks.Probe, r *iam.Role) {
		arns, ok := r.Attached.Get(p)
		if !ok || !slices.ContainsFunc(arns, func(arn string) bool { return awsManaged(arn, "ReadOnlyAccess") }) {
			return
		}
		grants, _ := trusts(p, r, policy.Foreign, policy.Public)
		for _, g := range grants {
			if manages(p, g) {
				continue
			}
			p.Evidence("trusted", string(g.Who.Kind)+" "+g.Who.Value)
			p.Failf("statement %d of the trust policy lets %s %s in, and the role has ReadOnlyAccess", g.Statement+1, g.Who.Kind, g.Who.Value)
		}
	}),
}
