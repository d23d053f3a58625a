package s3

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/s3"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

// accountBlock is the account's own block of public access.
func accountBlock(inv *inventory.Inventory) inventory.Known[s3.PublicAccessBlock] {
	return inventory.Then(s3.Accounts.The(inv, ""), func(a *s3.Account) inventory.Known[s3.PublicAccessBlock] { return a.PublicAccess })
}

// either reports whether the bucket's or the account's block has a setting on.
func either(p *checks.Probe, b *s3.Bucket, on func(s3.PublicAccessBlock) bool) inventory.Known[bool] {
	return inventory.Or(inventory.Map(b.PublicAccess, on), inventory.Map(accountBlock(p.Inv), on))
}

// groups are the groups that access control lists can name and that strangers
// belong to, with words for them (Amazon S3 User Guide, "Access control list
// (ACL) overview"). The third, for the delivery of logs, is not for strangers.
var groups = map[string]string{
	"http://acs.amazonaws.com/groups/global/AllUsers":           "everyone",
	"http://acs.amazonaws.com/groups/global/AuthenticatedUsers": "anyone with an AWS account",
}

// judgeACL fails a bucket whose access control list gives strangers one of
// permissions, unless the list does not count: with ACLs switched off, or with
// public ones ignored. BlockPublicAcls takes nothing back from a list that is
// there already.
func judgeACL(p *checks.Probe, b *s3.Bucket, permissions ...string) {
	open := inventory.Map(b.Grants, func(grants []s3.Grant) (open []string) {
		for _, g := range grants {
			if who := groups[g.URI]; who != "" && slices.Contains(permissions, g.Permission) {
				open = append(open, who+": "+g.Permission)
			}
		}
		return open
	})
	counts := inventory.Not(inventory.Or(
		inventory.Map(b.Ownership, func(o string) bool { return o == "BucketOwnerEnforced" }),
		either(p, b, func(s s3.PublicAccessBlock) bool { return s.IgnorePublicACLs }),
	))
	exposed, ok := inventory.And(inventory.Map(open, func(o []string) bool { return len(o) > 0 }), counts).Get(p)
	if ok && exposed {
		list, _ := open.Get(p)
		p.Evidence("aclGrants", list)
		p.Failf("the access control list grants %s", strings.Join(list, ", "))
	}
}

// judgePolicy fails a bucket whose policy has grants that concern the check,
// unless S3 restricts the policy. What it grants to AWS services it grants all
// the same.
func judgePolicy(p *checks.Probe, b *s3.Bucket, grants inventory.Known[[]policy.Grant]) {
	byService := func(g policy.Grant) bool { return g.Who.Kind == policy.Service }
	narrow := restricted(p, b)
	exposed, ok := inventory.Or(
		inventory.Map(grants, func(gs []policy.Grant) bool { return slices.ContainsFunc(gs, byService) }),
		inventory.And(inventory.Map(grants, func(gs []policy.Grant) bool { return len(gs) > 0 }), inventory.Not(narrow)),
	).Get(p)
	counted, asked := b.PolicyPublic.Peek()
	if asked {
		p.Evidence("policyIsPublicToS3", counted)
	}
	if !ok || !exposed {
		return
	}
	list, _ := grants.Get(p)
	if is, known := narrow.Peek(); is || !known {
		list = slices.DeleteFunc(slices.Clone(list), func(g policy.Grant) bool { return !byService(g) })
	}
	var statements, who, said []string
	for _, g := range list {
		text := fmt.Sprintf("statement %d of the policy lets %s in for %s", g.Statement+1, access.Outsider(g.Who), actions(g))
		if g.Conditioned != "" {
			text += " (" + g.Conditioned + ")"
		}
		statements, who = add(statements, strconv.Itoa(g.Statement+1)), add(who, access.Outsider(g.Who))
		said = add(said, text)
	}
	p.Evidence("statements", statements)
	p.Evidence("who", who)
	for i, text := range said {
		if i == maxNamed {
			p.Failf("and %d more ways in", len(said)-i)
			break
		}
		p.Failf("%s", text)
	}
	if everyone := func(g policy.Grant) bool { return everybody(g.Who) }; asked && !counted && slices.ContainsFunc(list, everyone) {
		p.Failf("S3 itself does not count the policy as public, so RestrictPublicBuckets does not bind it")
	}
}

// secondOpinion leaves a Gap where S3 counts the policy as public, does not
// restrict it, and no grant was found that lets everybody read, list or write:
// one of the two readings is wrong, and a person has to tell which. A policy
// that names only accounts and services is not public to S3 (Amazon S3 User
// Guide, "The meaning of public"), so that its opinion is not asked for.
func secondOpinion(p *checks.Probe, b *s3.Bucket) {
	held, ok := b.Policy.Peek()
	if !ok || held.Document == nil || !slices.ContainsFunc(held.Document.Statements, namesEverybody) {
		return
	}
	open, ok := grants(b, nil, func(g policy.Grant) bool {
		return everybody(g.Who) && (policy.AllowsRead(g) || policy.AllowsList(g) || policy.AllowsWrite(g))
	}).Peek()
	if !ok || len(open) > 0 {
		return
	}
	binds := either(p, b, func(s s3.PublicAccessBlock) bool { return s.RestrictPublicBuckets })
	if differs, ok := inventory.And(b.PolicyPublic, inventory.Not(binds)).Get(p); ok && differs {
		p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the policy of " + b.ID +
			", which S3 counts as public and which was found to let nobody but certain callers read, list or write"})
	}
}

// namesEverybody reports whether a statement allows something to whoever meets
// its conditions.
func namesEverybody(s policy.Statement) bool {
	return s.Effect == policy.Allow && (len(s.Principals) == 0 ||
		slices.ContainsFunc(s.Principals, func(p policy.Principal) bool { return p.Value == "*" }))
}

// restricted reports whether S3 confines a bucket's policy to the account and
// to AWS services. RestrictPublicBuckets does that to policies that S3 itself
// counts as public, and then to all that such a policy grants to other
// accounts, by name too; it leaves all other policies alone (S3 API reference,
// "PublicAccessBlockConfiguration").
func restricted(p *checks.Probe, b *s3.Bucket) inventory.Known[bool] {
	return inventory.And(either(p, b, func(s s3.PublicAccessBlock) bool { return s.RestrictPublicBuckets }), b.PolicyPublic)
}

// grants lists the certain grants of a bucket's policy that concern picks.
// Possible ones are a Gap where there is no certain one. An organization is an
// outsider unless it is the account's own: own tells which that is, and is
// asked where it matters; nil for concerns that no single organization is of.
func grants(b *s3.Bucket, own func() inventory.Known[string], concern func(policy.Grant) bool) inventory.Known[[]policy.Grant] {
	return inventory.Then(b.Policy, func(held trust.Policy) inventory.Known[[]policy.Grant] {
		if held.Document == nil {
			return inventory.Of[[]policy.Grant](nil)
		}
		ctx := access.At("s3", &b.Resource, held)
		sure, doubt := sift(policy.Access(*held.Document, ctx), concern)
		if len(sure) == 0 && doubt != "" && own != nil {
			id := own()
			known, ok := id.Peek()
			if !ok {
				return inventory.Map(id, func(string) []policy.Grant { return nil })
			}
			ctx.Organization = known
			sure, doubt = sift(policy.Access(*held.Document, ctx), concern)
		}
		if len(sure) == 0 && doubt != "" {
			return inventory.Missing[[]policy.Grant](inventory.Gap{
				Reason: inventory.Failed, Where: "the policy of " + b.ID + ", which does not tell whom it lets in: " + doubt,
			})
		}
		return inventory.Of(sure)
	})
}

// sift picks the certain grants that concern a check, and a reason for doubt
// about one of the possible ones.
func sift(r policy.Result, concern func(policy.Grant) bool) (sure []policy.Grant, doubt string) {
	for _, g := range r.Grants {
		if concern(g) {
			sure = append(sure, g)
		}
	}
	for _, g := range r.Possible {
		if concern(g) && doubt == "" {
			doubt = strings.Join(g.Undecided, "; ")
		}
	}
	return sure, doubt
}

// organization is the id of the organization that the account is in, or a word
// that is no id where it stands alone.
func organization(inv *inventory.Inventory) inventory.Known[string] {
	return inventory.Then(organizations.Accounts.The(inv, ""), func(a *organizations.Account) inventory.Known[string] {
		return inventory.Map(a.Organization, func(o organizations.Organization) string {
			if o.ID == "" {
				return "(none)"
			}
			return o.ID
		})
	})
}

// everybody reports whether a grant's outsider is the whole world, by whichever
// way of proving oneself.
func everybody(w policy.Who) bool {
	return w.Kind == policy.Public || w.Kind == policy.Federated && w.Shared || w.Kind == policy.Service && w.Value == "*"
}

// anybody is everybody, and Amazon CloudFront on behalf of whoever makes a
// distribution that has the bucket for its origin (Amazon CloudFront Developer
// Guide, "Restrict access to an Amazon S3 origin": the policy names the
// distribution in AWS:SourceArn).
func anybody(w policy.Who) bool {
	return everybody(w) || w.Kind == policy.Service && strings.HasPrefix(w.Value, "cloudfront.amazonaws.com")
}

// The bounds of what a message spells out.
const (
	maxNamed   = 5
	maxActions = 4
)

func actions(g policy.Grant) string {
	list, but := g.Actions, ""
	if len(list) == 0 {
		list, but = g.NotActions, "everything but "
	}
	if len(list) > maxActions {
		return but + joined(list[:maxActions]) + fmt.Sprintf(" and %d more", len(list)-maxActions)
	}
	return but + joined(list)
}

func add(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
