package policy

import (
	"slices"
	"strings"
)

// IsAdmin reports whether the permissions amount to every action on every
// resource. They do where, in the policies and within the boundary alike, some
// statement allows all actions on all resources, or all but those that it names,
// and where the principal may write permissions of its own choice, by which it
// gives itself whatever a NotAction, a NotResource or a Deny of single actions
// keeps from it. The two may come from different policies, as PowerUserAccess
// and IAMFullAccess do. PowerUserAccess alone is no administrator, nor is iam:*
// alone, which appears in Escalations. Conditions that the principal can meet by
// its own means, such as MFA, unmake no administrator.
func IsAdmin(p Permissions) bool {
	if !grantsEverything(p.policies) || p.boundary != nil && !grantsEverything([]Document{*p.boundary}) {
		return false
	}
	return slices.ContainsFunc(grantsToItself(), p.surelyHolds)
}

// grantsToItself lists the actions by which a principal gives itself, or what
// it can become, permissions of its own choice. Each suffices.
func grantsToItself() []need {
	return []need{
		on("iam:AttachUserPolicy", itself, "user/"), on("iam:PutUserPolicy", itself, "user/"),
		on("iam:AttachGroupPolicy", wide, "group/"), on("iam:PutGroupPolicy", wide, "group/"),
		on("iam:AttachRolePolicy", wide, "role/"), on("iam:PutRolePolicy", wide, "role/"),
		on("iam:CreatePolicyVersion", wide, "policy/"),
	}
}

// surelyHolds reports whether each layer allows an action on an arbitrary
// resource of its type, under no condition but what the principal can meet, and
// no layer takes it away without condition.
func (p Permissions) surelyHolds(n need) bool {
	if !p.speaksOf(n.action) {
		return false
	}
	r := request{own: true, variables: variableNever}
	if n.target == itself {
		r.variables = variableSelf
	}
	layers := [][]Document{p.policies}
	if p.boundary != nil {
		layers = append(layers, []Document{*p.boundary})
	}
	return slices.ContainsFunc(p.probes(n), func(probe string) bool {
		return !slices.ContainsFunc(layers, func(docs []Document) bool {
			return granted(docs, n.action, probe, r) != Yes || spare(docs, n.action, probe, r) == No
		})
	})
}

// grantsEverything reports whether a statement of one layer allows all actions,
// or all but those that it names, on all resources, or all but those.
func grantsEverything(docs []Document) bool {
	for _, d := range docs {
		for _, s := range d.Statements {
			if s.Effect == Allow && s.allActions() && AllResources(s) &&
				meets(s.Conditions, "iam:*", request{own: true}) == Yes {
				return true
			}
		}
	}
	return false
}

// allActions reports whether a statement speaks of all actions, or of all but
// those that it names.
func (s Statement) allActions() bool {
	if len(s.Actions) > 0 {
		return slices.ContainsFunc(s.Actions, anyAction)
	}
	return !slices.ContainsFunc(s.NotActions, anyAction)
}

// anyAction reports whether a pattern stands for every action of every service,
// as * and *:* do.
func anyAction(pattern string) bool {
	service, name, ok := strings.Cut(pattern, ":")
	return onlyWildcards(service) && (!ok || onlyWildcards(name))
}

// AllResources reports whether a statement speaks of all resources, or of all
// but those that it names: of *, or of the ARNs of every service, of one account
// or of any.
func AllResources(s Statement) bool {
	if len(s.Resources) > 0 {
		return slices.ContainsFunc(s.Resources, anyResource)
	}
	return !slices.ContainsFunc(s.NotResources, anyResource)
}

// anyResource reports whether a pattern stands for the resources of every
// service. The account may be named.
func anyResource(pattern string) bool {
	if a, ok := splitARN(pattern); ok && isAccount(a.account) {
		pattern = strings.Join([]string{"arn", a.partition, a.service, a.region, "*", a.resource}, ":")
	}
	return slices.ContainsFunc(partitions(), func(p string) bool { return MatchARN(tighten(pattern), "arn:"+p+":*:*:*:*") })
}

// partitions lists the partitions of AWS that customers can have accounts in.
func partitions() []string {
	return []string{"aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b"}
}

// ownMeans reports whether a principal can meet a condition of an Allow by its
// own means: by signing in with MFA or anew, from the place that is asked for,
// by leaving a tag out, or since the request does not carry the key and the
// condition holds without it. What a key says of the principal itself is taken
// to be true of it, since the policy was written for it.
func ownMeans(c Condition, action string, r request) bool {
	op := readOperator(c.Operator)
	key := strings.ToLower(c.Key)
	switch {
	case circumstance(key):
		return true
	case key == "aws:tokenissuetime":
		return strings.HasPrefix(strings.ToLower(c.Operator), "dategreaterthan")
	case ofPrincipal(key):
		return op.family == familyString && !op.negated
	case op.family == familyString && !op.negated && op.like && alwaysThere(key):
		return slices.ContainsFunc(c.Values, onlyWildcards)
	case key == "aws:viaawsservice":
		return op.family == familyBool && hasFold(c.Values, "false")
	case chosen(key, action, r):
		return true
	}
	return leftOut(key, action) && holdsWithout(c, op)
}

// avoidable reports whether a principal can see to it that a condition of a Deny
// does not hold, by the same means.
func avoidable(c Condition, action string, r request) bool {
	op := readOperator(c.Operator)
	key := strings.ToLower(c.Key)
	switch {
	case circumstance(key):
		return true
	case key == "aws:tokenissuetime":
		return strings.HasPrefix(strings.ToLower(c.Operator), "datelessthan")
	case ofPrincipal(key):
		return op.family == familyString && op.negated
	case key == "aws:viaawsservice":
		return op.family == familyBool && !hasFold(c.Values, "false")
	case chosen(key, action, r):
		return true
	}
	return leftOut(key, action) && !holdsWithout(c, op)
}

// holdsWithout reports whether a condition holds for a request without its key.
func holdsWithout(c Condition, op operator) bool {
	if op.family == familyNull {
		return hasFold(c.Values, "true")
	}
	return op.whenMissing()
}

// circumstance lists the keys that say how and whence a principal makes its
// requests, which it can see to.
func circumstance(key string) bool {
	switch key {
	case "aws:multifactorauthpresent", "aws:multifactorauthage", "aws:sourceip", "aws:vpcsourceip",
		"aws:sourcevpc", "aws:sourcevpce", "aws:useragent", "aws:referer":
		return true
	}
	return false
}

// ofPrincipal lists the keys that compare the principal, or what it works on,
// with its account and organization.
func ofPrincipal(key string) bool {
	switch key {
	case "aws:principalaccount", "aws:principalorgid", "aws:resourceaccount", "aws:resourceorgid":
		return true
	}
	return false
}

// alwaysThere lists keys that every signed request carries, for conditions that
// any value meets.
func alwaysThere(key string) bool {
	switch key {
	case "aws:principalarn", "aws:principaltype", "aws:userid", "aws:requestedregion":
		return true
	}
	return false
}

// chosen lists the keys whose value the caller chooses: the region and the tags
// of what it makes, and the region in which it passes or assumes a role.
func chosen(key, action string, r request) bool {
	if key == "aws:requestedregion" {
		return r.fresh || r.passedTo != "" || strings.EqualFold(action, "sts:AssumeRole")
	}
	return r.fresh && (key == "aws:tagkeys" || strings.HasPrefix(key, "aws:requesttag/"))
}

// leftOut reports whether a request for an action need not carry a key: tags
// where there are none, what tells of a service's call on the caller's behalf,
// and for the actions of IAM the keys that belong to other services or to
// iam:PassRole and iam:CreateServiceLinkedRole alone (Service Authorization
// Reference, condition keys of AWS Identity and Access Management).
func leftOut(key, action string) bool {
	service, name, _ := strings.Cut(strings.ToLower(action), ":")
	of, _, _ := strings.Cut(key, ":")
	switch {
	case key == "aws:tagkeys", strings.HasPrefix(key, "aws:requesttag/"),
		strings.HasPrefix(key, "aws:resourcetag/"), strings.HasPrefix(key, "aws:calledvia"):
		return true
	case service != "iam":
		return false
	case key == "iam:passedtoservice", key == "iam:associatedresourcearn", key == "iam:awsservicename":
		return name != "passrole" && name != "createservicelinkedrole"
	case of == "aws", of == "iam", of == "sts", of == "saml", strings.Contains(of, "."):
		return false
	}
	return strings.HasPrefix(key, of+":")
}

// globalRegion is the region that the requests of IAM name, which has one
// endpoint in each partition (IAM User Guide, aws:RequestedRegion). Which
// partition is meant, the regions of the condition tell. iam:PassRole belongs to
// requests of other services.
func globalRegion(c Condition, action string) (string, bool) {
	service, name, _ := strings.Cut(strings.ToLower(action), ":")
	if service != "iam" || name == "passrole" {
		return "", false
	}
	for _, v := range c.Values {
		switch {
		case strings.HasPrefix(v, "cn-"):
			return "cn-north-1", true
		case strings.HasPrefix(v, "us-gov-"):
			return "us-gov-west-1", true
		}
	}
	return "us-east-1", true
}
