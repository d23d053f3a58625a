package policy

import (
	"strings"
)

// classify returns the outsiders that can present a value matching one value of
// a condition, and whether that value matches whatever anybody presents. Callers
// of the own account, of trusted accounts and of the own organization are no
// outsiders, so a value that names them gives nobody.
func (e evaluator) classify(key, value string, op operator, rule keyRule, a actor) (match reach, whole bool) {
	if rule.kind == keyToken {
		open := op.like && hasWildcard(value)
		return everyoneIf(open), open && onlyWildcards(value)
	}
	value, reason := e.resolve(key, value)
	if reason != "" {
		return unsure(reason), false
	}
	if op.like && onlyWildcards(value) {
		return everyone(), true
	}
	if !op.like && hasWildcard(value) {
		return nobody(), false // the wildcard is a letter like any other, and no id holds it
	}
	switch rule.kind {
	case keyAccount:
		return e.classifyAccount(value), false
	case keyOrg:
		return e.classifyOrg(value), false
	case keyOrgPath:
		root, _, _ := strings.Cut(value, "/")
		return e.classifyOrg(root), false
	case keyARN:
		return e.classifyARN(value), false
	case keyUserID:
		return e.classifyUserID(value), false
	case keyPlace:
		return everyoneIf(hasWildcard(value)), false
	case keyService:
		if hasWildcard(value) {
			return everyone(), false
		}
		return reach{services: []string{value}}, false
	case keyClaim:
		return everyoneIf(!claimRestricts(key, value)), false
	}
	return everyone(), false
}

// resolve substitutes the variables whose value the context gives. The reason is
// set when the document does not tell the value: it was not kept, or it holds a
// variable that depends on the request.
func (e evaluator) resolve(key, value string) (resolved, reason string) {
	if strings.HasPrefix(value, NotKept) {
		return "", "a value of " + key + " was not kept"
	}
	if !e.variables || !hasVariable(value) {
		return value, ""
	}
	switch strings.ToLower(value) {
	case "${aws:resourceaccount}":
		if e.ctx.Account != "" {
			return e.ctx.Account, ""
		}
	case "${aws:resourceorgid}":
		if e.ctx.Organization != "" {
			return e.ctx.Organization, ""
		}
	}
	return "", "a value of " + key + " is a policy variable"
}

// ownerVariable recognises the conditions that compare the owner of the resource
// with the account or organization of the caller, which no outsider meets.
func ownerVariable(key, value string) bool {
	switch strings.ToLower(key) {
	case "aws:resourceaccount", "s3:resourceaccount":
		return strings.EqualFold(value, "${aws:PrincipalAccount}")
	case "aws:resourceorgid":
		return strings.EqualFold(value, "${aws:PrincipalOrgID}")
	}
	return false
}

// classifyAccount reads an account id or a pattern of ids.
func (e evaluator) classifyAccount(value string) reach {
	switch {
	case hasWildcard(value):
		return everyone()
	case !isAccount(value), e.ctx.ours(value):
		return nobody()
	}
	return reach{accounts: []string{value}}
}

// classifyOrg reads an organization id or a pattern of ids.
func (e evaluator) classifyOrg(value string) reach {
	switch {
	case hasWildcard(value):
		return everyone()
	case value == "" || e.ctx.Organization != "" && value == e.ctx.Organization:
		return nobody()
	}
	return reach{orgs: []string{value}}
}

// classifyARN reads an ARN or a pattern of ARNs. A fixed account field decides.
// An S3 bucket ARN has no account, but bucket names are unique in the world, so
// a whole bucket name is a fixed source ("The meaning of public", Amazon S3 User
// Guide: a fixed aws:SourceArn). A partial name can be taken by anybody.
func (e evaluator) classifyARN(value string) reach {
	a, ok := splitARN(value)
	if !ok {
		return everyoneIf(hasWildcard(value))
	}
	if a.service == "s3" && (a.account == "" || a.account == "*" && !strings.Contains(a.resource, "/")) {
		bucket, _, _ := strings.Cut(a.resource, "/")
		return everyoneIf(hasWildcard(bucket))
	}
	switch {
	case a.account == "aws", a.account == "" && !hasWildcard(value):
		return nobody()
	case a.account == "":
		return everyone()
	}
	return e.classifyAccount(a.account)
}

// classifyUserID reads an aws:userid value: the unique id of a principal,
// alone or with a session name, or the account id of a root user.
func (e evaluator) classifyUserID(value string) reach {
	head, _, _ := strings.Cut(value, ":")
	switch {
	case isAccount(head):
		return e.classifyAccount(head)
	case hasWildcard(head) && !isUniqueID(strings.TrimRight(head, "*")):
		return everyone()
	}
	return nobody()
}

// isUniqueID reports whether s is a whole IAM unique id such as AROA… (IAM User
// Guide, IAM identifiers: 21 characters, of which four are the prefix).
func isUniqueID(s string) bool {
	if len(s) < 20 || s[0] != 'A' {
		return false
	}
	return strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == ""
}

// known returns the one value that every request of a kind of caller carries
// under a key, where there is one.
func (e evaluator) known(key string, a actor) (string, bool) {
	switch strings.ToLower(key) {
	case "aws:principalaccount":
		if a.kind == anonymous {
			return "anonymous", true
		}
		return a.account, a.kind == signed && a.account != ""
	case "kms:calleraccount":
		return a.account, a.kind == signed && a.account != ""
	case "aws:principaltype":
		return "Anonymous", a.kind == anonymous
	case "aws:userid":
		return "anonymous", a.kind == anonymous
	case "aws:principalorgid":
		return a.org, a.org != ""
	case "aws:principalarn":
		return a.arn, a.kind == signed && fixedPrincipalARN(a.arn)
	case "aws:principalisawsservice":
		if a.kind == service {
			return "true", true
		}
		return "false", true
	case "aws:principalservicename", "aws:principalservicenameslist":
		return a.service, a.kind == service && a.service != ""
	case "aws:viaawsservice":
		return "false", a.kind == anonymous
	case "aws:resourceaccount", "s3:resourceaccount":
		return e.ctx.Account, e.ctx.Account != ""
	case "aws:resourceorgid":
		return e.ctx.Organization, e.ctx.Organization != ""
	case "elasticfilesystem:accessedviamounttarget":
		return "false", true
	case "aws:sourceaccount", "aws:sourceowner":
		return a.source, a.source != ""
	}
	return "", false
}

// fixedPrincipalARN reports whether a principal is one IAM user or role, so that
// aws:PrincipalArn is known to equal it.
func fixedPrincipalARN(s string) bool {
	a, ok := splitARN(s)
	return ok && a.service == "iam" && !hasWildcard(s) &&
		(strings.HasPrefix(a.resource, "user/") || strings.HasPrefix(a.resource, "role/"))
}

// sharedProviders lists web identity providers in which anybody may hold an
// identity, so that trusting the provider alone trusts the world.
func sharedProviders() []string {
	return []string{"cognito-identity.amazonaws.com", "accounts.google.com",
		"www.amazon.com", "graph.facebook.com", "token.actions.githubusercontent.com",
		"gitlab.com", "app.terraform.io", "agent.buildkite.com", "oidc.vercel.com",
		"appleid.apple.com", "token.actions.github.com", "oidc.fly.io",
		"idp.app.env0.com", "api.pulumi.com/oidc", "sts.windows.net", "spacelift.io"}
}

// isShared reports whether a provider host is a shared one.
func isShared(host string) bool {
	for _, p := range sharedProviders() {
		if host == p {
			return true
		}
	}
	return host == "*"
}

// providerHost gives the host (and path) of a federated principal in lower
// case: the part of an OIDC provider ARN after oidc-provider/, or the value.
func providerHost(value string) string {
	if _, host, ok := strings.Cut(value, ":oidc-provider/"); ok {
		return strings.ToLower(host)
	}
	return strings.ToLower(value)
}

// claimRestricts reports whether a claim value ties the trust to one tenant of
// the provider. A subject pattern must name the tenant in full before its first
// wildcard, as in repo:owner/*. An audience does so only where it identifies the
// relying application or identity pool; the caller of a shared token issuer
// chooses it freely otherwise.
func claimRestricts(key, value string) bool {
	provider, claim, ok := claimKey(strings.ToLower(key))
	if !ok {
		return !hasWildcard(value)
	}
	shared := isShared(provider)
	switch claim {
	case "amr", "ref", "environment", "actor":
		return false
	case "aud":
		return !hasWildcard(value) && (!shared || audienceIsTenant(provider))
	case "sub", "repository", "job_workflow_ref":
		return !hasWildcard(value) || !shared || namesTenant(claim, value)
	}
	return !hasWildcard(value)
}

// audienceIsTenant lists the shared providers whose aud claim is an id that the
// provider gives out to one application or pool.
func audienceIsTenant(provider string) bool {
	switch provider {
	case "cognito-identity.amazonaws.com", "accounts.google.com", "www.amazon.com",
		"graph.facebook.com", "appleid.apple.com":
		return true
	}
	return false
}

// namesTenant reports whether a pattern holds a whole name before its first
// wildcard.
func namesTenant(claim, value string) bool {
	fixed := value[:strings.IndexAny(value, "*?")]
	if claim == "sub" {
		_, rest, ok := strings.Cut(fixed, ":")
		if !ok {
			return false
		}
		fixed = rest
	}
	return strings.IndexAny(fixed, "/:") > 0
}
