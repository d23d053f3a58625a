package iam

import (
	"demarc/providers/aws/iam"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

// held is every identity policy that a principal has, its permissions boundary,
// and the Gaps in place of those that could not be read.
type held struct {
	account  string
	docs     []policy.Document
	names    []string // of docs, one by one
	boundary *policy.Document
	unread   inventory.Gaps
}

// allowAll is the policy that allows everything, which is the most that a
// policy that was not read can be.
var allowAll = policy.Document{Version: policy.VersionVariables, Statements: []policy.Statement{
	{Effect: policy.Allow, Actions: []string{"*"}, Resources: []string{"*"}},
}}

// decide answers a question about the principal's permissions that more
// permissions can only turn from no to yes. With policies unread it is still
// certain that the answer is no where it is no even if those allow everything:
// a Deny or a boundary stands. A yes is not certain then, since what was not
// read may deny.
func (h held) decide(yes func(policy.Permissions) bool) inventory.Known[bool] {
	if len(h.unread) == 0 {
		return inventory.Of(yes(h.effective(h.docs, h.boundary)))
	}
	most := append(h.docs[:len(h.docs):len(h.docs)], allowAll)
	if !yes(h.effective(most, h.boundary)) {
		return inventory.Of(false)
	}
	return inventory.Missing[bool](h.unread[0])
}

func (h held) effective(docs []policy.Document, boundary *policy.Document) policy.Permissions {
	return policy.Effective(docs, boundary).In(h.account)
}

// by lists the policies that answer the question with yes on their own, or all
// where none does and only several together do.
func (h held) by(yes func(policy.Permissions) bool) (names []string) {
	for i, d := range h.docs {
		if yes(h.effective([]policy.Document{d}, nil)) {
			names = append(names, h.names[i])
		}
	}
	if len(names) == 0 {
		return h.names
	}
	return names
}

// ofUser gathers the policies of a user, those of its groups among them.
func ofUser(inv *inventory.Inventory, u *iam.User) held {
	h := held{account: inv.Account}
	h.inline(u.Inline, "inline ")
	h.attached(inv, u.Attached, "")
	h.bound(inv, u.Boundary)
	groups, _ := u.Groups.Get(&h.unread)
	for _, name := range groups {
		g, ok := iam.Groups.ByID(inv, "", name).Get(&h.unread)
		switch {
		case ok && g != nil:
			h.inline(g.Inline, "group "+name+": inline ")
			h.attached(inv, g.Attached, "group "+name+": ")
		case ok:
			h.unread.Missed(lacking("a group of the user"))
		}
	}
	return h
}

// ofRole gathers the policies of a role.
func ofRole(inv *inventory.Inventory, r *iam.Role) held {
	h := held{account: inv.Account}
	h.inline(r.Inline, "inline ")
	h.attached(inv, r.Attached, "")
	h.bound(inv, r.Boundary)
	return h
}

// ofGroup gathers the policies of a group.
func ofGroup(inv *inventory.Inventory, g *iam.Group) held {
	h := held{account: inv.Account}
	h.inline(g.Inline, "inline ")
	h.attached(inv, g.Attached, "")
	return h
}

func (h *held) inline(list inventory.Known[[]iam.Document], prefix string) {
	docs, _ := list.Get(&h.unread)
	for _, d := range docs {
		h.add(d.Document, prefix+d.Name)
	}
}

func (h *held) attached(inv *inventory.Inventory, arns inventory.Known[[]string], prefix string) {
	list, _ := arns.Get(&h.unread)
	for _, arn := range list {
		h.add(managed(inv, arn), prefix+policyName(arn))
	}
}

func (h *held) add(doc inventory.Known[policy.Document], name string) {
	if d, ok := doc.Get(&h.unread); ok {
		h.docs, h.names = append(h.docs, d), append(h.names, name)
	}
}

// bound sets the permissions boundary. One that is not read might allow
// everything, which is what having none means for the most that can be.
func (h *held) bound(inv *inventory.Inventory, arn inventory.Known[string]) {
	if a, ok := arn.Get(&h.unread); ok && a != "" {
		if d, ok := managed(inv, a).Get(&h.unread); ok {
			h.boundary = &d
		}
	}
}

// managed looks a managed policy's document up. The listing holds every policy
// that is attached to something; one that it lacks is a hole in the answer.
func managed(inv *inventory.Inventory, arn string) inventory.Known[policy.Document] {
	return inventory.Then(iam.Policies.ByID(inv, "", arn), func(p *iam.Policy) inventory.Known[policy.Document] {
		if p == nil {
			return inventory.Missing[policy.Document](lacking("an attached policy"))
		}
		return p.Document
	})
}

func lacking(what string) inventory.Gap {
	return inventory.Gap{
		Reason: inventory.Failed, Call: "IAM GetAccountAuthorizationDetails", Action: "iam:GetAccountAuthorizationDetails",
		Where: "the answer lacks " + what,
	}
}

// escalates reports whether the permissions open a way to higher ones that hangs
// neither on a condition nor on what some named resource may do.
func escalates(p policy.Permissions) bool { return len(escalations(p)) > 0 }

func escalations(p policy.Permissions) (names []string) {
	for _, path := range policy.Escalations(p) {
		if !path.Narrow && !path.Conditional {
			names = append(names, path.Name)
		}
	}
	return names
}
