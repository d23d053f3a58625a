package policy

import (
	"slices"
	"strings"
)

// ServiceWide is a statement that allows every action of one service. Service
// is the action prefix in lower case, "*" for all services. AllResources says
// that the statement is not limited to some resources.
type ServiceWide struct {
	Statement    int
	Service      string
	AllResources bool
}

// FullService lists the Allow statements that use service:* (or * alone, or
// *:*), as AWS Security Hub control IAM.21 and the AWS Config rule
// iam-policy-no-statements-with-full-access look for them: a wildcard after a
// prefix of an action name, as in ec2:Describe*, does not count. Conditions are
// left out of account, and so are Deny statements.
func FullService(doc Document) []ServiceWide {
	var out []ServiceWide
	for _, s := range doc.Statements {
		if s.Effect != Allow {
			continue
		}
		for _, a := range s.Actions {
			service, name, ok := strings.Cut(strings.ToLower(a), ":")
			switch {
			case onlyWildcards(a):
				service = "*"
			case !ok || !onlyWildcards(name) || strings.Contains(name, "?"):
				continue
			}
			out = append(out, ServiceWide{s.Index, service, scopeOf(s).coversResource("*", Scope{})})
		}
	}
	return out
}

// DecryptsAllKeys lists the positions of the Allow statements that allow
// kms:Decrypt or kms:ReEncryptFrom on every KMS key: on "*", or on every key of
// a region or account. It follows AWS Security Hub controls KMS.1 and KMS.2,
// which leave conditions out of account; a Deny without condition that covers
// the statement counts.
func DecryptsAllKeys(doc Document) []int {
	var out []int
	for _, s := range doc.Statements {
		if s.Effect == Allow && decryptsAll(s, doc) {
			out = append(out, s.Index)
		}
	}
	return out
}

// decryptsAll reports whether one statement allows decryption with every key.
func decryptsAll(s Statement, doc Document) bool {
	for _, action := range []string{"kms:Decrypt", "kms:ReEncryptFrom"} {
		if !scopeOf(s).coversAction(action, Scope{}) {
			continue
		}
		for _, r := range keyPatterns(s) {
			if !deniedWithout(doc, action, r) {
				return true
			}
		}
	}
	return false
}

// keyPatterns lists the resources of a statement that stand for all keys.
func keyPatterns(s Statement) []string {
	if len(s.Resources) == 0 {
		if slices.ContainsFunc(s.NotResources, coversAllKeys) {
			return nil
		}
		return []string{"*"}
	}
	var out []string
	for _, r := range s.Resources {
		a, ok := splitARN(r)
		switch {
		case coversAllKeys(r):
			out = append(out, r)
		case ok && covers(a.service, "kms") && covers(a.resource, "key/*"):
			out = append(out, r)
		}
	}
	return out
}

// coversAllKeys reports whether a pattern covers all keys of a partition.
func coversAllKeys(pattern string) bool {
	for _, partition := range []string{"aws", "aws-cn", "aws-us-gov"} {
		if covers(pattern, "arn:"+partition+":kms:*:*:key/*") {
			return true
		}
	}
	return false
}

// deniedWithout reports whether a Deny without condition covers an action on a
// resource.
func deniedWithout(doc Document, action, resource string) bool {
	return slices.ContainsFunc(doc.Statements, func(s Statement) bool {
		return s.Effect == Deny && len(s.Conditions) == 0 &&
			scopeOf(s).coversAction(action, Scope{}) && scopeOf(s).coversResource(resource, Scope{})
	})
}

// HasAction reports whether some Allow statement of a policy covers any of the
// actions, on whatever resource and under whatever condition. An action may be a
// pattern and then must be covered whole.
func HasAction(doc Document, actions ...string) bool {
	for _, s := range doc.Statements {
		if s.Effect != Allow {
			continue
		}
		for _, a := range actions {
			if scopeOf(s).coversAction(a, Scope{}) {
				return true
			}
		}
	}
	return false
}
