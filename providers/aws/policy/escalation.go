package policy

import (
	"slices"
	"strings"
)

// Path is one way from a set of permissions to higher ones.
type Path struct {
	ID      string
	Name    string
	Actions []string
	How     string
	Source  string
	// Narrow says that an action is allowed on named resources only, so that the
	// way leads further only if one of them holds higher permissions.
	Narrow bool
	// Conditional says that an action is allowed under conditions only.
	Conditional bool
}

// target says which resources an action must reach to count.
type target int

const (
	some   target = iota // any resource will do, as the action makes a new one
	wide                 // an arbitrary resource of its type, else the path is Narrow
	itself               // like wide, and the principal itself is enough
	others               // like wide, and the principal itself is of no use
)

// need is one action of a method and what it must reach.
type need struct {
	action   string
	target   target
	resource string // resource part of an ARN of the type acted on
	service  string // service of that ARN, when it is not that of the action
	passedTo string // service that must accept the role, for iam:PassRole
}

// method is one entry of the catalogue.
type method struct {
	id, name, how, source string
	needs                 []need
}

// probeName is a resource name that no policy names: a pattern that covers it
// covers whatever name there is.
const probeName = "demarc-probe-5b1f0c"

// Escalations lists the ways in which the holder of the permissions can gain
// higher ones. A way is listed when each of its actions is effectively allowed:
// not denied, and within the boundary. The scope rule: an action that works on
// an existing identity or workload must be allowed on an arbitrary one of its
// type (such as "*" or arn:aws:iam::*:role/*); if it is allowed on named ones or
// on a partial name only, the path is listed with Narrow set, for what the named
// ones may do is not in the policy. An action allowed only on the principal
// itself (${aws:username}) counts in full where changing oneself is the point,
// as with iam:PutUserPolicy, and not at all where it is no gain, as with
// iam:CreateAccessKey. iam:PassRole under a condition on iam:PassedToService
// counts only if the condition lets the service of the method through. A
// condition that the principal can meet by its own means, such as MFA, is no
// obstacle, and a Deny under one no protection. Any other sets Conditional.
func Escalations(p Permissions) []Path {
	var out []Path
	for _, m := range catalogue() {
		if path, ok := p.follow(m); ok {
			out = append(out, path)
		}
	}
	return out
}

// follow checks one method against the permissions.
func (p Permissions) follow(m method) (Path, bool) {
	path := Path{ID: m.id, Name: m.name, How: m.how, Source: m.source}
	for _, n := range m.needs {
		path.Actions = append(path.Actions, n.action)
		v, narrow := p.reaches(n)
		if v == No {
			return Path{}, false
		}
		path.Narrow = path.Narrow || narrow
		path.Conditional = path.Conditional || v == Conditional
	}
	return path, true
}

// reaches tells how well the permissions meet a need.
func (p Permissions) reaches(n need) (v Verdict, narrow bool) {
	if !p.speaksOf(n.action) {
		return No, false
	}
	r := request{passedTo: n.passedTo, own: true, fresh: n.target == some}
	switch n.target {
	case itself:
		r.variables = variableSelf
	case others, wide:
		r.variables = variableNever
	}
	for _, probe := range p.probes(n) {
		if v = max(v, p.can(n.action, probe, r)); v == Yes {
			break
		}
	}
	if v != No {
		return v, false
	}
	if n.target == wide || n.target == some {
		r.variables = variableSelf
	}
	for _, pattern := range p.patterns(n.action) {
		if n.target == others && hasVariable(pattern) {
			continue
		}
		v = max(v, p.can(n.action, tighten(pattern), r), p.can(n.action, widenIf(n.target, pattern), r))
	}
	return v, v != No && n.target != some
}

// speaksOf reports whether some statement of the policies allows an action, on
// whatever resource: most hold none of the actions asked about.
func (p Permissions) speaksOf(action string) bool {
	return slices.ContainsFunc(p.policies, func(d Document) bool {
		return slices.ContainsFunc(d.Statements, func(s Statement) bool {
			return s.Effect == Allow && scopeOf(s).coversAction(action, Scope{})
		})
	})
}

// widenIf gives a pattern as an ARN pattern without variables, for targets to
// which a variable is no obstacle.
func widenIf(t target, pattern string) string {
	if t == others {
		return pattern
	}
	return widen(pattern)
}

// patterns lists the resources on which an action is allowed.
func (p Permissions) patterns(action string) []string {
	var out []string
	for _, d := range p.layers() {
		for _, s := range d.Statements {
			if s.Effect == Allow && scopeOf(s).coversAction(action, Scope{}) {
				out = append(out, s.Resources...)
			}
		}
	}
	return out
}

// layers lists the policies and the boundary.
func (p Permissions) layers() []Document {
	out := slices.Clone(p.policies)
	if p.boundary != nil {
		out = append(out, *p.boundary)
	}
	return out
}

// probes lists ARNs of a resource that no policy names, one for each partition
// and region that the resource patterns name, and for one region that none does.
// The account is that of the principal or, where it is not told, each that the
// patterns name.
func (p Permissions) probes(n need) []string {
	service, _, _ := strings.Cut(n.action, ":")
	if n.service != "" {
		service = n.service
	}
	places := map[arn]bool{}
	for _, d := range p.layers() {
		for _, s := range d.Statements {
			for _, r := range slices.Concat(s.Resources, s.NotResources) {
				if a, ok := splitARN(r); ok && covers(a.service, service) {
					places[p.place(a, service)] = true
				}
			}
		}
	}
	if len(places) == 0 {
		places[p.place(arn{}, service)] = true
	}
	out := make([]string, 0, 2*len(places))
	for a := range places {
		for _, region := range []string{a.region, unnamed(a.region)} {
			out = append(out, strings.Join([]string{"arn", a.partition, service, region, a.account, n.resource + probeName}, ":"))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// unnamed is a region that no policy names, for the ARNs that have one.
func unnamed(region string) string {
	if region == "" {
		return ""
	}
	return "xx-probe-1"
}

// place fills the fields of an ARN that a pattern leaves open.
func (p Permissions) place(a arn, service string) arn {
	fill := func(value, open string) string {
		if value == "" || hasWildcard(value) || hasVariable(value) {
			return open
		}
		return value
	}
	out := arn{partition: fill(a.partition, "aws"), account: p.account}
	if p.account == "" {
		out.account = fill(a.account, "123456789012")
	}
	if service != "iam" {
		out.region = fill(a.region, "us-east-1")
	}
	return out
}
