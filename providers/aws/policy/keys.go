package policy

import (
	"strings"
	"sync"
)

// keyKind says how the values of a condition key are read.
type keyKind int

const (
	keyUnknown  keyKind = iota // not in the table: no restriction is assumed
	keyFree                    // the caller chooses the value
	keyAccount                 // a 12-digit account id
	keyOrg                     // an organization id
	keyOrgPath                 // an organization path, o-id/r-id/ou-id/
	keyARN                     // an ARN with an account field
	keyUserID                  // a unique id, with or without a session name
	keyNetwork                 // an address or address block
	keyPlace                   // the id of a VPC or VPC endpoint
	keyService                 // the name of a service principal
	keyConstant                // a value known for each kind of caller
	keyToken                   // a shared secret the caller must present
	keyClaim                   // a claim of a web identity or SAML token
)

// presence says whether a key is part of a request.
type presence int

const (
	maybe presence = iota
	always
	never
)

// keyRule is the row of one condition key: how its values are read and whether
// it is part of the requests of each kind of caller. route limits it to
// requests over the internet or through a VPC endpoint. self marks a key that
// describes the caller itself rather than the source that a service names; way
// marks one that describes the endpoint or access point the request came by.
type keyRule struct {
	kind                 keyKind
	anon, authn, service presence
	route                route
	self, way            bool
	secret               bool
}

// route says how a request arrives.
type route int

const (
	anyRoute route = iota
	internet
	endpoint
)

// keyTable returns the table, made once and never changed, that lists every condition key the evaluator understands, in lower case.
// Presence follows the "Availability" paragraphs of AWS global condition context
// keys (IAM User Guide). Keys that a service sets about the source of its call
// may occur with every caller, since older services call as the bare "*".
var keyTable = sync.OnceValue(func() map[string]keyRule {
	return map[string]keyRule{
		"aws:sourceaccount":                        {kind: keyAccount},
		"aws:sourceowner":                          {kind: keyAccount},
		"aws:sourcearn":                            {kind: keyARN},
		"aws:sourceorgid":                          {kind: keyOrg},
		"aws:sourceorgpaths":                       {kind: keyOrgPath},
		"aws:principalaccount":                     {kind: keyAccount, anon: always, authn: always, self: true},
		"kms:calleraccount":                        {kind: keyAccount, anon: never, authn: always, self: true},
		"aws:principalarn":                         {kind: keyARN, anon: never, authn: always, self: true},
		"aws:principalorgid":                       {kind: keyOrg, anon: never, service: never, self: true},
		"aws:principalorgpaths":                    {kind: keyOrgPath, anon: never, service: never, self: true},
		"aws:userid":                               {kind: keyUserID, anon: always, authn: always, self: true},
		"aws:username":                             {kind: keyFree, anon: never, service: never},
		"aws:principaltype":                        {kind: keyFree, anon: always, authn: always},
		"aws:principalisawsservice":                {kind: keyConstant, anon: never, authn: always, service: always},
		"aws:principalservicename":                 {kind: keyService, anon: never, authn: never, service: always},
		"aws:principalservicenameslist":            {kind: keyService, anon: never, authn: never, service: always},
		"aws:sourcevpc":                            {kind: keyPlace, anon: always, authn: always, service: never, route: endpoint},
		"aws:sourcevpce":                           {kind: keyPlace, anon: always, authn: always, service: never, route: endpoint},
		"aws:sourcevpcarn":                         {kind: keyARN, service: never, route: endpoint, way: true},
		"aws:vpceaccount":                          {kind: keyAccount, service: never, route: endpoint, way: true},
		"aws:vpceorgid":                            {kind: keyOrg, service: never, route: endpoint, way: true},
		"aws:vpceorgpaths":                         {kind: keyOrgPath, service: never, route: endpoint, way: true},
		"aws:vpcsourceip":                          {kind: keyFree, anon: always, authn: always, service: never, route: endpoint},
		"aws:sourceip":                             {kind: keyNetwork, anon: always, authn: always, route: internet},
		"aws:resourceaccount":                      {kind: keyConstant, anon: always, authn: always, service: always},
		"aws:resourceorgid":                        {kind: keyConstant},
		"s3:resourceaccount":                       {kind: keyConstant, anon: always, authn: always, service: always},
		"s3:dataaccesspointaccount":                {kind: keyAccount, way: true},
		"s3:dataaccesspointarn":                    {kind: keyARN, way: true},
		"ec2:sourceinstancearn":                    {kind: keyARN, anon: never, service: never, self: true},
		"lambda:sourcefunctionarn":                 {kind: keyARN, anon: never, service: never, self: true},
		"lambda:functionurlauthtype":               {kind: keyFree},
		"lambda:invokedviafunctionurl":             {kind: keyFree},
		"lambda:eventsourcetoken":                  {kind: keyToken, anon: never, authn: never, secret: true},
		"elasticfilesystem:accessedviamounttarget": {kind: keyConstant, anon: always, authn: always},
		"sts:externalid":                           {kind: keyFree, anon: never, service: never, secret: true},
		"sts:rolesessionname":                      {kind: keyFree},
		"aws:multifactorauthpresent":               {kind: keyFree, anon: never, service: never},
		"aws:multifactorauthage":                   {kind: keyFree, anon: never, service: never},
		"aws:securetransport":                      {kind: keyFree, anon: always, authn: always, service: always},
		"aws:viaawsservice":                        {kind: keyConstant, authn: always},
		"aws:calledvia":                            {kind: keyFree, anon: never, service: never},
		"aws:calledviafirst":                       {kind: keyFree, anon: never, service: never},
		"aws:calledvialast":                        {kind: keyFree, anon: never, service: never},
		"kms:viaservice":                           {kind: keyFree},
		"kms:grantisforawsresource":                {kind: keyFree},
		"sns:endpoint":                             {kind: keyFree},
		"sns:protocol":                             {kind: keyFree},
		"s3:tlsversion":                            {kind: keyFree},
		"s3:x-amz-acl":                             {kind: keyFree},
		"s3:signatureversion":                      {kind: keyFree},
		"s3:authtype":                              {kind: keyFree},
		"aws:requestedregion":                      {kind: keyFree},
		"aws:currenttime":                          {kind: keyFree, anon: always, authn: always, service: always},
		"aws:epochtime":                            {kind: keyFree, anon: always, authn: always, service: always},
		"iam:passedtoservice":                      {kind: keyFree},
		"iam:policyarn":                            {kind: keyFree},
		"iam:permissionsboundary":                  {kind: keyFree},
		"saml:aud":                                 {kind: keyClaim, anon: never, authn: never, service: never},
		"saml:iss":                                 {kind: keyClaim, anon: never, authn: never, service: never},
	}
})

// claimNames lists the token claims of web identity providers whose values are
// kept (IAM User Guide, available keys for AWS OIDC federation).
func claimNames() []string {
	return []string{"sub", "aud", "amr", "azp", "oaud", "app_id", "user_id", "id",
		"repository", "repository_id", "repository_owner", "repository_owner_id",
		"enterprise", "enterprise_id", "job_workflow_ref", "ref", "environment", "actor"}
}

// ruleFor finds the row of a condition key; the second result is false for a
// key that is not understood.
func ruleFor(key string) (keyRule, bool) {
	low := strings.ToLower(key)
	if rule, ok := keyTable()[low]; ok {
		return rule, true
	}
	if _, ok := contextARN(low); ok {
		return keyRule{kind: keyARN, anon: never, authn: maybe, service: maybe}, true
	}
	if _, _, ok := claimKey(low); ok {
		return keyRule{kind: keyClaim, anon: never, authn: never, service: never}, true
	}
	return keyRule{}, false
}

// contextARN recognises kms:EncryptionContext:<context>:arn keys, in which a
// service such as CloudTrail or CloudWatch Logs states what it encrypts.
func contextARN(low string) (string, bool) {
	rest, ok := strings.CutPrefix(low, "kms:encryptioncontext:")
	return rest, ok && strings.HasSuffix(rest, ":arn")
}

// claimKey cuts a key of the form <provider>:<claim>. The provider of an OIDC
// key is a host name, with or without a path.
func claimKey(low string) (provider, claim string, ok bool) {
	i := strings.LastIndex(low, ":")
	if i < 0 || !strings.Contains(low[:i], ".") {
		return "", "", false
	}
	provider, claim = low[:i], low[i+1:]
	for _, name := range claimNames() {
		if claim == name {
			return provider, claim, true
		}
	}
	return "", "", false
}

// keepValue decides what of a condition value is kept in a Document. Truth
// values of Bool and Null are always kept; for the rest the key must be in the
// table and must not carry a secret. A secret made of wildcards alone is kept,
// and one that holds a wildcard keeps a trailing * after NotKept.
func keepValue(key, operator, value string) (kept string, withheld bool) {
	if value == NotKept || value == NotKept+"*" {
		return value, true
	}
	op := readOperator(operator)
	low := strings.ToLower(value)
	if (op.family == familyNull || op.family == familyBool) && (low == "true" || low == "false") {
		return value, false
	}
	rule, ok := ruleFor(key)
	switch {
	case ok && !rule.secret:
		return value, false
	case onlyWildcards(value):
		return value, false
	case ok && hasWildcard(value) && op.like:
		return NotKept + "*", true
	}
	return NotKept, true
}
