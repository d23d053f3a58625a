// Package access turns what a resource's policy lets outsiders do into the
// words, the evidence and the gaps of a check, for every service whose
// resources have policies of their own.
package access

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"demarc/checks"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/s3"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

// At is the point of view of the account that owns r, which has the policy pol:
// service is the prefix of the actions ("kms", "sqs").
func At(service string, r *inventory.Resource, pol trust.Policy) policy.Context {
	return policy.Context{
		Account: r.Account, Service: service, Resource: r.Full, Unsure: pol.Unsure,
		Trusted: func(account string) bool { return slices.Contains(pol.Trusted, account) },
	}
}

// NoTrust is for policies of which it does not matter which accounts are the
// customer's own: those that are asked about everybody only.
var NoTrust trust.Policy

// Public fails the resource for each statement of its policy that lets in
// everybody: with or without credentials, by way of a token that anybody can
// get, or through whatever AWS service. A policy of nil lets nobody in. Labels
// name the policy where the resource has several.
func Public(p *checks.Probe, doc *policy.Document, ctx policy.Context, labels ...string) {
	report(p, doc, ctx, labels, everybody)
}

// Foreign fails the resource for each statement of its policy that lets in an
// account or organization that is not trusted, or everybody. A check that
// calls it needs Needs beside the policy: a condition on the organization
// holds strangers off if the organization is the account's own.
func Foreign(p *checks.Probe, doc *policy.Document, ctx policy.Context, labels ...string) {
	if doc == nil {
		return
	}
	if namesOrganization(*doc) && ctx.Organization == "" {
		if own, ok := organization(p.Inv).Get(p); ok {
			ctx.Organization = own
		}
	}
	report(p, doc, ctx, labels, func(w policy.Who) bool { return w.Kind != policy.Service || w.Value == "*" })
}

// Needs is what Foreign reads beside the policy.
var Needs = organizations.AccountOrganization

// OwnBucket tells a policy's point of view which buckets are the account's own,
// for Foreign: Amazon S3 names a bucket as the source of what it sends, without
// its account. A check that calls it needs Buckets.
func OwnBucket(p *checks.Probe, ctx policy.Context) policy.Context {
	parts := strings.SplitN(ctx.Resource, ":", 3)
	ctx.OwnBucket = func(name string) bool {
		if len(parts) < 3 {
			return false
		}
		b, ok := s3.Buckets.ByID(p.Inv, "", "arn:"+parts[1]+":s3:::"+name).Get(p)
		return ok && b != nil && b.Account == ctx.Account
	}
	return ctx
}

// Buckets is what OwnBucket reads.
var Buckets = s3.Buckets

// Services fails the resource for each statement of its policy that lets in an
// AWS service, one of only where that is set, on behalf of whichever account.
func Services(p *checks.Probe, doc *policy.Document, ctx policy.Context, only []string, labels ...string) {
	report(p, doc, ctx, labels, func(w policy.Who) bool {
		return w.Kind == policy.Service && w.Value != "*" && (only == nil || slices.Contains(only, w.Value))
	})
}

func everybody(w policy.Who) bool {
	return w.Kind == policy.Public || w.Kind == policy.Federated && w.Shared || w.Kind == policy.Service && w.Value == "*"
}

// noOrganization stands for the organization of an account that is in none: no
// organization's id is like it.
const noOrganization = "(none)"

func organization(inv *inventory.Inventory) inventory.Known[string] {
	return inventory.Then(organizations.Accounts.The(inv, ""), func(a *organizations.Account) inventory.Known[string] {
		return inventory.Map(a.Organization, func(o organizations.Organization) string {
			if o.ID == "" {
				return noOrganization
			}
			return o.ID
		})
	})
}

// namesOrganization reports whether a condition of doc is about organizations.
func namesOrganization(doc policy.Document) bool {
	return slices.ContainsFunc(doc.Statements, func(s policy.Statement) bool {
		return slices.ContainsFunc(s.Conditions, func(c policy.Condition) bool {
			key := strings.ToLower(c.Key)
			return strings.HasSuffix(key, "orgid") || strings.HasSuffix(key, "orgpaths")
		})
	})
}

// maxNamed bounds how many ways in a message spells out.
const maxNamed = 5

// report fails the resource for the certain grants to those whom concerns
// picks, and leaves a Gap for the possible ones.
func report(p *checks.Probe, doc *policy.Document, ctx policy.Context, labels []string, concerns func(policy.Who) bool) {
	if doc == nil {
		return
	}
	label, key := "", ""
	if len(labels) > 0 {
		label = strings.Join(labels, " ") + ": "
		key = label
	}
	result := policy.Access(*doc, ctx)
	var statements, who, what, said []string
	for _, g := range result.Grants {
		if !concerns(g.Who) {
			continue
		}
		if g.Who.Kind == policy.Foreign && ctx.Unsure {
			p.Missed(trust.Unlisted)
			continue
		}
		outsider := Outsider(unsigned(g, ctx.Service))
		text := fmt.Sprintf("%sstatement %d lets %s in for %s", label, g.Statement+1, outsider, actions(g.Scope))
		if g.Conditioned != "" {
			text += " (" + g.Conditioned + ")"
		}
		if !slices.Contains(said, text) {
			said = append(said, text)
		}
		statements = add(statements, strconv.Itoa(g.Statement+1))
		who = add(who, outsider)
		what = add(what, actions(g.Scope))
	}
	if len(said) > 0 {
		p.Evidence(key+"statements", statements)
		p.Evidence(key+"who", who)
		p.Evidence(key+"actions", what)
	}
	for i, text := range said {
		if i == maxNamed {
			p.Failf("%sand %d more ways in", label, len(said)-i)
			break
		}
		p.Failf("%s", text)
	}
	for _, g := range result.Possible {
		if concerns(g.Who) {
			for _, reason := range g.Undecided {
				p.Missed(inventory.Gap{
					Reason: inventory.Failed,
					Where:  fmt.Sprintf("%sstatement %d of the policy of %s, which does not tell whom it lets in: %s", label, g.Statement+1, ctx.Resource, reason),
				})
			}
		}
	}
}

// unsigned is the outsider of g as service sees it: some services turn every
// request away that is not signed, whatever a policy says.
func unsigned(g policy.Grant, service string) policy.Who {
	who := g.Who
	switch service {
	case "kms", "secretsmanager", "events", "logs":
		who.Anonymous = false
	case "lambda": // only function URLs take such requests
		who.Anonymous = who.Anonymous && policy.GrantsAny(g, "lambda:InvokeFunctionUrl")
	}
	return who
}

func add(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// Outsider is who in words.
func Outsider(w policy.Who) string {
	switch w.Kind {
	case policy.Public:
		if w.Anonymous {
			return "anyone, without credentials,"
		}
		return "anyone with an AWS account"
	case policy.Federated:
		if w.Shared {
			return "anyone who gets a token from " + w.Value
		}
		return "users of the identity provider " + w.Value
	case policy.Service:
		if w.Value == "*" {
			return "any AWS service, on behalf of any account,"
		}
		return w.Value + ", on behalf of any account,"
	case policy.Network:
		return "anyone at certain internet addresses"
	}
	switch {
	case w.Value == "":
		return "the principal " + w.Principal
	case strings.HasPrefix(w.Value, "o-"):
		return "the organization " + w.Value
	}
	return "the account " + w.Value
}

// maxActions bounds how many actions a message names.
const maxActions = 4

func actions(s policy.Scope) string {
	list, but := s.Actions, ""
	if len(list) == 0 {
		list, but = s.NotActions, "everything but "
	}
	if len(list) > maxActions {
		return but + strings.Join(list[:maxActions], ", ") + fmt.Sprintf(" and %d more", len(list)-maxActions)
	}
	return but + strings.Join(list, ", ")
}
