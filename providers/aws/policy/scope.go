package policy

import (
	"slices"
	"strings"
)

// scopeOf copies the scope of a statement.
func scopeOf(s Statement) Scope {
	return Scope{Actions: s.Actions, NotActions: s.NotActions, Resources: s.Resources, NotResources: s.NotResources}
}

// actionParts lists action patterns that together cover what a scope allows. A
// NotAction scope is one part; in the policy of a single service every action is
// one of that service.
func (s Scope) actionParts(service string) []string {
	if len(s.Actions) > 0 {
		if service == "" {
			return s.Actions
		}
		out := make([]string, len(s.Actions))
		for i, a := range s.Actions {
			out[i] = a
			if onlyWildcards(a) {
				out[i] = service + ":*"
			}
		}
		return out
	}
	if service != "" {
		return []string{service + ":*"}
	}
	return []string{"*"}
}

// resourceParts lists resource patterns that together cover what a scope allows.
// A statement without Resource (a trust policy) speaks of its own resource.
func (s Scope) resourceParts(ctx Context) []string {
	if len(s.Resources) == 0 {
		return own([]string{"*"}, ctx)
	}
	out := make([]string, len(s.Resources))
	for i, r := range s.Resources {
		out[i] = widen(r)
	}
	return own(out, ctx)
}

// own replaces a pattern that covers the resource of the context by that
// resource, and by the objects of a bucket, as far as the pattern covers them.
func own(patterns []string, ctx Context) []string {
	if ctx.Resource == "" || !singleResource(servicePrefix(ctx.Service)) {
		return patterns
	}
	targets := []string{ctx.Resource}
	if servicePrefix(ctx.Service) == "s3" {
		targets = append(targets, ctx.Resource+"/*")
	}
	var out []string
	for _, p := range patterns {
		hit := false
		for _, t := range targets {
			if covers(p, t) {
				out, hit = append(out, t), true
			}
		}
		if !hit {
			out = append(out, p)
		}
	}
	return out
}

// singleResource lists services whose resource policies govern the resource they
// are attached to and nothing below it, buckets apart.
func singleResource(service string) bool {
	switch service {
	case "s3", "sns", "sqs", "kms", "secretsmanager", "elasticfilesystem":
		return true
	}
	return false
}

// coversAction reports whether a scope holds every action of a pattern that
// belongs to another scope.
func (s Scope) coversAction(pattern string, from Scope) bool {
	if len(s.Actions) > 0 {
		return coveredBy(s.Actions, pattern, MatchAction)
	}
	for _, n := range s.NotActions {
		if overlapAction(n, pattern) && !coveredBy(from.NotActions, n, MatchAction) {
			return false
		}
	}
	return true
}

// coversResource reports whether a scope holds every resource of a pattern that
// belongs to another scope.
func (s Scope) coversResource(pattern string, from Scope) bool {
	if len(s.Resources) > 0 {
		return slices.ContainsFunc(s.Resources, func(r string) bool { return MatchARN(tighten(r), pattern) })
	}
	for _, n := range s.NotResources {
		if overlap(widen(n), pattern) && !coveredBy(from.NotResources, n, covers) {
			return false
		}
	}
	return true
}

// exhausted reports whether the exceptions of a grant leave nothing of it.
func (g Grant) exhausted() bool {
	for _, action := range g.actionParts(g.service) {
		for _, resource := range g.parts {
			if !g.taken(action, resource) {
				return false
			}
		}
	}
	return true
}

// taken reports whether one exception covers an action on a resource. Several
// exceptions that only together cover it are not put together.
func (g Grant) taken(action, resource string) bool {
	return slices.ContainsFunc(g.Except, func(x Scope) bool {
		return x.coversAction(action, g.Scope) && x.coversResource(resource, g.Scope)
	})
}

// GrantsAny reports whether a grant holds any of the actions on any of its
// resources, after the Deny statements of the document. An action may be a
// pattern, such as "s3:Put*": it is held when some action it stands for is.
func GrantsAny(g Grant, actions ...string) bool {
	for _, action := range actions {
		if g.holds(action) {
			return true
		}
	}
	return false
}

// holds reports whether a grant holds some action of a pattern.
func (g Grant) holds(action string) bool {
	if len(g.Actions) > 0 && !slices.ContainsFunc(g.Actions, func(p string) bool { return overlapAction(p, action) }) {
		return false
	}
	if len(g.Actions) == 0 && coveredBy(g.NotActions, action, MatchAction) {
		return false
	}
	return slices.ContainsFunc(g.parts, func(r string) bool { return !g.taken(action, r) })
}

// joinGrants merges the grants of one statement that let in the same outsider:
// what any of them holds is held, so only common exceptions stay. Then it drops
// every grant that a wider one of the same statement contains.
func joinGrants(list []Grant) []Grant {
	var out []Grant
	for _, g := range list {
		i := slices.IndexFunc(out, func(o Grant) bool { return sameOutsider(o, g) })
		if i < 0 {
			out = append(out, g)
			continue
		}
		out[i].Who.Anonymous = out[i].Who.Anonymous || g.Who.Anonymous
		out[i].Except = commonScopes(out[i].Except, g.Except)
		out[i].Undecided = merge(out[i].Undecided, g.Undecided)
	}
	return slices.DeleteFunc(slices.Clone(out), func(g Grant) bool {
		return slices.ContainsFunc(out, func(o Grant) bool { return contains(o, g) })
	})
}

// sameOutsider reports whether two grants let in the same outsider with the same
// certainty.
func sameOutsider(a, b Grant) bool {
	return a.Who.Kind == b.Who.Kind && a.Who.Value == b.Who.Value && a.Who.Principal == b.Who.Principal &&
		(len(a.Undecided) == 0) == (len(b.Undecided) == 0)
}

// contains reports whether a certain grant makes another one of the same
// statement superfluous.
func contains(wide, narrow Grant) bool {
	if len(wide.Undecided) > 0 || len(commonScopes(wide.Except, narrow.Except)) < len(wide.Except) {
		return false
	}
	sameWho := wide.Who.Kind == narrow.Who.Kind && wide.Who.Value == narrow.Who.Value && wide.Who.Principal == narrow.Who.Principal
	if sameWho {
		return len(narrow.Undecided) > 0
	}
	return wide.Who.Kind == Public
}

// commonScopes returns the scopes that occur in both lists.
func commonScopes(a, b []Scope) []Scope {
	var out []Scope
	for _, x := range a {
		if slices.ContainsFunc(b, func(y Scope) bool { return sameScope(x, y) }) {
			out = append(out, x)
		}
	}
	return out
}

// sameScope compares two scopes literally.
func sameScope(a, b Scope) bool {
	return slices.Equal(a.Actions, b.Actions) && slices.Equal(a.NotActions, b.NotActions) &&
		slices.Equal(a.Resources, b.Resources) && slices.Equal(a.NotResources, b.NotResources)
}

// sortOut divides grants into certain and possible ones.
func sortOut(list []Grant) Result {
	var r Result
	for _, g := range list {
		if len(g.Undecided) == 0 {
			r.Grants = append(r.Grants, g)
			continue
		}
		r.Possible = append(r.Possible, g)
		r.Undecided = merge(r.Undecided, g.Undecided)
	}
	return r
}

// describe says in words what the conditions of an Allow ask for, and lists
// their keys.
func describe(conditions []Condition) (words string, keys []string) {
	var parts []string
	for _, c := range conditions {
		keys = append(keys, c.Key)
		if _, ok := ruleFor(c.Key); !ok {
			parts = append(parts, c.Key+" is not understood and taken as no limit")
			continue
		}
		parts = append(parts, "only with "+c.Operator+" on "+c.Key)
	}
	return strings.Join(parts, "; "), keys
}
