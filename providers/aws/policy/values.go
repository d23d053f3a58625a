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
	if ownOrganization(value, rule) && e.variables {
		return nobody(), false
	}
	value, reason := e.resolve(key, value)
	if reason != "" {
		return unsure(reason), false
	}
	if op.like && onlyWildcards(value) {
		return everyone(), true
	}
	if !op.like && hasWildcard(value) && rule.kind != keyARN {
		return nobody(), false // the wildcard is a letter like any other, and no id holds it
	}
	if rule.way && a.kind == signed && a.account != "" {
		return everyone(), false // a named caller stays an outsider, whosever way in it takes
	}
	switch rule.kind {
	case keyAccount, keyOrg, keyOrgPath, keyARN:
		match = e.classifyOwner(value, op, rule, a)
		if rule.way {
			match = reach{anyone: match.anyone, owners: merge(match.accounts, match.orgs), fixed: match.fixed, unknown: match.unknown}
		}
		return match, false
	case keyUserID:
		return e.classifyUserID(value, a), false
	case keyPlace:
		if hasWildcard(value) || a.kind == signed && a.account != "" {
			return everyone(), false
		}
		return reach{fixed: []string{"whose " + value + " is"}}, false
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

// classifyOwner reads a value that names, or holds, an account or organization.
func (e evaluator) classifyOwner(value string, op operator, rule keyRule, a actor) reach {
	switch rule.kind {
	case keyAccount:
		return e.classifyAccount(value)
	case keyARN:
		return e.classifyARN(value, op, a)
	}
	root, _, _ := strings.Cut(value, "/")
	return e.classifyOrg(root)
}

// ownOrganization reports whether a value is the organization of the resource's
// account, or a path in it, whichever that is.
func ownOrganization(value string, rule keyRule) bool {
	root, _, _ := strings.Cut(value, "/")
	return (rule.kind == keyOrg || rule.kind == keyOrgPath) && strings.EqualFold(root, "${aws:ResourceOrgID}")
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
	if e.ctx.Account != "" {
		value = replaceFold(value, "${aws:ResourceAccount}", e.ctx.Account)
	}
	if e.ctx.Organization != "" {
		value = replaceFold(value, "${aws:ResourceOrgID}", e.ctx.Organization)
	}
	if !hasVariable(value) {
		return value, ""
	}
	return "", "a value of " + key + " is a policy variable"
}

// replaceFold replaces a variable, whose name AWS compares without case.
func replaceFold(value, variable, by string) string {
	for i := 0; i+len(variable) <= len(value); i++ {
		if strings.EqualFold(value[i:i+len(variable)], variable) {
			value = value[:i] + by + value[i+len(variable):]
		}
	}
	return value
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
// Guide: a fixed aws:SourceArn); whose it is stays open. A partial name can be
// taken by anybody.
func (e evaluator) classifyARN(value string, op operator, caller actor) reach {
	a, ok := splitARN(value)
	if !op.like && hasWildcard(value) && (!ok || !isAccount(a.account)) {
		return nobody() // the wildcard is a letter like any other, and no account or bucket holds it
	}
	if !ok {
		return everyoneIf(hasWildcard(value))
	}
	if a.service == "s3" && (a.account == "" || a.account == "*" && !strings.Contains(a.resource, "/")) {
		bucket, _, _ := strings.Cut(a.resource, "/")
		switch {
		case hasWildcard(bucket):
			return everyone()
		case e.ctx.OwnBucket != nil && e.ctx.OwnBucket(bucket):
			return nobody()
		}
		return reach{fixed: []string{"whose bucket " + bucket + " is"}}
	}
	if op.like && !op.byPart && strings.Contains(a.partition+a.service+a.region, "*") {
		if loose := stretches(a.service, caller); !loose.empty() {
			return loose
		}
	}
	switch {
	case a.account == "aws", a.account == "" && !hasWildcard(value):
		return nobody()
	case a.account == "":
		return everyone()
	}
	return e.classifyAccount(a.account)
}

// stretches tells whom StringLike lets in by a wildcard before the account of an
// ARN. It takes * for colons too, where ArnLike compares the parts one by one
// (IAM User Guide, ARN condition operators), so a resource of any account will
// do whose name may hold a colon and an account id after it: an alarm, a path of
// an API, a role under an IAM path. Which service's resource it is follows from
// the pattern, else from the service that calls, else it is open.
func stretches(service string, caller actor) reach {
	switch service {
	case "cloudwatch", "execute-api", "iam":
		return everyone()
	}
	principal, _, _ := strings.Cut(caller.service, ".")
	switch {
	case !hasWildcard(service):
		return nobody()
	case covers(service, "cloudwatch") && principal == "cloudwatch", covers(service, "execute-api") && principal == "apigateway":
		return everyone()
	case principal != "":
		return nobody()
	}
	return unsure("a wildcard of StringLike before the account may stretch over it")
}

// classifyUserID reads an aws:userid value: the unique id of a principal,
// alone or with a session name, or the account id of a root user. Whose a unique
// id is stays open.
func (e evaluator) classifyUserID(value string, caller actor) reach {
	head, _, _ := strings.Cut(value, ":")
	switch {
	case isAccount(head):
		return e.classifyAccount(head)
	case isUniqueID(strings.TrimRight(head, "*")):
		if caller.kind == signed {
			return reach{fixed: []string{"whose principal id " + head + " is"}}
		}
	case hasWildcard(head):
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
	case "aws:principalservicename": // the list of names holds regional ones too
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
