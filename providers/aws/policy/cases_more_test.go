package policy

// setCases are about ForAllValues, ForAnyValue, IfExists and Null.
func setCases() []accessCase {
	one := func(name, condition, rule string, want ...string) accessCase {
		return accessCase{name: name, doc: policyOf(allowAll(condition)), want: want, rule: rule}
	}
	return []accessCase{
		one("for all values without guard", `"ForAllValues:StringEquals":{"aws:PrincipalOrgID":"o-mine"}`, pageSets+"ForAllValues holds for a missing key", pubAnon),
		one("for all values with guard", `"ForAllValues:StringEquals":{"aws:PrincipalOrgID":"o-mine"},"Null":{"aws:PrincipalOrgID":"false"}`, pageSets+"Null false asks for the key"),
		one("for any value", `"ForAnyValue:StringEquals":{"aws:PrincipalOrgID":"o-mine"}`, pageSets+"ForAnyValue fails for a missing key"),
		one("for any value negated", `"ForAnyValue:StringNotEquals":{"aws:PrincipalOrgID":"o-mine"}`, pageSets+"ForAnyValue fails for a missing key, so only callers in another organization pass", pubKeyed),
		one("if exists with guard", `"StringEqualsIfExists":{"aws:SourceVpce":"vpce-1"},"Null":{"aws:SourceVpce":"false"}`, pageOperators+"Null false asks for the key", "?foreign@0"),
		one("null principal arn", `"Null":{"aws:PrincipalArn":"true"}`, pageOperators+"Null true holds for anonymous requests", pubAnon),
		one("null principal arn false", `"Null":{"aws:PrincipalArn":"false"}`, pageOperators+"Null false holds for signed requests", pubKeyed),
		one("null vpce", `"Null":{"aws:SourceVpce":"true"}`, pageKeys+"SourceVpce is missing over the internet", pubAnon),
		one("null vpce boolean", `"Null":{"aws:SourceVpce":false}`, pageKeys+"everybody can have an endpoint", pubAnon),
		one("ignore case", `"StringEqualsIgnoreCase":{"aws:PrincipalOrgID":"o-mine"}`, pageOperators+"the value is as fixed as with StringEquals"),
		one("unknown operator", `"StringMatches":{"aws:PrincipalOrgID":"o-mine"}`, "an operator that is not understood is no restriction", pubKeyed),
		one("date", `"DateLessThan":{"aws:CurrentTime":"2030-01-01T00:00:00Z"}`, pageOperators+"a time does not limit who", pubAnon),
	}
}

// networkCases are about aws:SourceIp.
func networkCases() []accessCase {
	one := func(name, values, rule string, want ...string) accessCase {
		return accessCase{name: name, doc: policyOf(allowAll(`"IpAddress":{"aws:SourceIp":` + values + `}`)), want: want, rule: rule}
	}
	fixed := []string{"network+anon@0"}
	cases := []accessCase{
		one("fixed block", `"203.0.113.0/24"`, pageS3+"a set of CIDRs is not public", fixed...),
		one("single address", `"203.0.113.9"`, pageS3+"a set of CIDRs is not public", fixed...),
		one("whole world", `"0.0.0.0/0"`, pageS3+"a very wide range is public", pubAnon),
		one("whole IPv6 world", `["2001:db8::/32","::/0"]`, pageS3+"a very wide range is public", pubAnon),
		one("two halves", `["0.0.0.0/1","128.0.0.0/1"]`, pageS3+"a very wide range is public", pubAnon),
		one("one half", `"0.0.0.0/1"`, pageS3+"IPv4 wider than /8 is public", pubAnon),
		one("slash seven", `"54.0.0.0/7"`, pageS3+"IPv4 wider than /8 is public", pubAnon),
		one("slash eight", `"54.0.0.0/8"`, pageS3+"IPv4 from /8 on is not public", fixed...),
		one("IPv6 slash 31", `"2600::/31"`, pageS3+"IPv6 wider than /32 is public", pubAnon),
		one("IPv6 slash 32", `"2600:1f00::/32"`, pageS3+"IPv6 from /32 on is not public", fixed...),
		one("private block", `"10.0.0.0/8"`, pageS3+"RFC 1918 ranges match no request from the internet"),
		one("private and fixed", `["192.168.0.0/16","203.0.113.0/24"]`, pageS3+"values are alternatives", fixed...),
		one("unique local", `"fc00::/7"`, pageS3+"private ranges match no request from the internet"),
		one("mapped world", `"::ffff:0:0/96"`, "RFC 4291: IPv4-mapped addresses are IPv4 addresses", pubAnon),
		one("no address", `"everywhere"`, pageOperators+"the value must be CIDR, so not decided", "?public+anon@0", "?service:*@0"),
		{name: "if exists ip", doc: policyOf(allowAll(`"IpAddressIfExists":{"aws:SourceIp":"203.0.113.0/24"}`)), want: []string{pubAnon},
			rule: pageKeys + "SourceIp is missing through a VPC endpoint"},
		{name: "ip and endpoint if exists", doc: policyOf(allowAll(`"IpAddressIfExists":{"aws:SourceIp":"203.0.113.0/24"},"StringEqualsIfExists":{"aws:SourceVpce":"vpce-1"}`)),
			want: []string{"network+anon@0", "service:*@0", "?foreign@0"}, rule: pageKeys + "a request carries SourceIp or SourceVpce; a service may carry neither"},
		{name: "not ip allow", doc: policyOf(allowAll(`"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}`)), want: []string{pubAnon},
			rule: pageOperators + "a negated operator holds for all other addresses"},
	}
	return append(cases, accessCase{name: "foreign account at fixed block", doc: policyOf(statement(Allow, aws(strange), `"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}`)),
		want: []string{"foreign:999999999999@0"}, rule: pageLogic + "an address does not make a foreign account the own one"})
}

// denyCases put a Deny next to an Allow to everybody.
func denyCases() []accessCase {
	one := func(name, deny, rule string, want ...string) accessCase {
		return accessCase{name: name, doc: policyOf(allowAll(""), deny), want: want, rule: rule}
	}
	part := func(action, resource, condition string) string {
		return `{"Effect":"Deny","Principal":"*","Action":"` + action + `","Resource":` + resource + conditionOf(condition) + `}`
	}
	return []accessCase{
		one("deny all", denyAll(""), pageLogic+"a Deny wins"),
		one("deny star action", part("*", `"*"`, ""), pageLogic+"a Deny wins"),
		one("deny not org", denyAll(`"StringNotEquals":{"aws:PrincipalOrgID":"o-mine"}`), pageOperators+"a negated operator holds for a missing key, so anonymous callers are denied"),
		one("deny not foreign org", denyAll(`"StringNotEquals":{"aws:PrincipalOrgID":"o-other"}`), pageLogic+"the other organization is left", "foreign:o-other@0"),
		one("deny org equals", denyAll(`"StringEquals":{"aws:PrincipalOrgID":"o-mine"}`), pageLogic+"outsiders are not denied", pubAnon),
		one("deny not org if exists", denyAll(`"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-mine"}`), pageOperators+"IfExists holds for a missing key"),
		one("deny not org for any value", denyAll(`"ForAnyValue:StringNotEquals":{"aws:PrincipalOrgID":"o-mine"}`), pageSets+"ForAnyValue fails for a missing key, so anonymous callers are not denied", pubAnon),
		one("deny not org when present", denyAll(`"StringNotEquals":{"aws:PrincipalOrgID":"o-mine"},"Null":{"aws:PrincipalOrgID":"false"}`), pageOperators+"a Deny that asks for the key spares those without it", pubAnon),
		one("deny not vpce", denyAll(`"StringNotEquals":{"aws:SourceVpce":"vpce-1"}`), pageOperators+"a negated operator holds for a missing key", "?foreign@0"),
		one("deny vpce equals", denyAll(`"StringEquals":{"aws:SourceVpce":"vpce-1"}`), pageLogic+"others are not denied", pubAnon),
		one("deny null vpce", denyAll(`"Null":{"aws:SourceVpce":"true"}`), pageKeys+"everybody can have an endpoint", pubAnon),
		one("deny not ip", denyAll(`"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}`), pageLogic+"callers within the block are left", "network+anon@0"),
		one("deny not ip world", denyAll(`"NotIpAddress":{"aws:SourceIp":"0.0.0.0/0"}`), pageS3+"a very wide range is public", pubAnon),
		one("deny not private ip", denyAll(`"NotIpAddress":{"aws:SourceIp":"10.0.0.0/8"}`), pageS3+"no request from the internet carries a private address"),
		one("deny plain text", denyAll(`"Bool":{"aws:SecureTransport":"false"}`), pageKeys+"SecureTransport is in the caller's hand", pubAnon),
		one("deny not principal own", statement(Deny, `"NotPrincipal":{"AWS":"arn:aws:iam::111111111111:root"}`, ""), pageNotPrinc+"denies all but the list"),
		one("deny not principal foreign", statement(Deny, `"NotPrincipal":{"AWS":["arn:aws:iam::111111111111:root","arn:aws:iam::999999999999:root"]}`, ""), pageNotPrinc+"the listed foreign account is left", "foreign:999999999999@0"),
		one("deny not principal service", statement(Deny, `"NotPrincipal":{"Service":"a.amazonaws.com"}`, ""), pageNotPrinc+"the listed service is left", "service:a.amazonaws.com@0"),
		one("deny foreign account", statement(Deny, aws(strange), ""), pageLogic+"others are not denied", pubAnon),
		one("deny other action", part("s3:DeleteObject", `["arn:aws:s3:::b","arn:aws:s3:::b/*"]`, ""), pageLogic+"the other actions are left", pubAnon),
		one("deny other resource", part("s3:*", `"arn:aws:s3:::c/*"`, ""), pageLogic+"other resources are left", pubAnon),
		one("deny objects only", part("s3:*", `"arn:aws:s3:::b/*"`, ""), pageLogic+"the bucket itself is left", pubAnon),
		one("deny not action", `{"Effect":"Deny","Principal":"*","NotAction":"s3:GetObject","Resource":"*"}`, "IAM User Guide, NotAction: denies all but the list", pubAnon),
		one("deny not resource elsewhere", `{"Effect":"Deny","Principal":"*","Action":"*","NotResource":"arn:aws:s3:::c/*"}`, "IAM User Guide, NotResource: denies on all but the list"),
		one("deny not resource here", `{"Effect":"Deny","Principal":"*","Action":"*","NotResource":"arn:aws:s3:::b/*"}`, "IAM User Guide, NotResource: the listed resource is left", pubAnon),
		one("deny two keys", denyAll(`"StringNotEquals":{"aws:PrincipalOrgID":"o-mine"},"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}`), pageLogic+"a Deny needs all its conditions: the block is left", "network+anon@0"),
		one("deny org or service", denyAll(`"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-mine"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}`), "IAM User Guide, data perimeters: AWS services are spared", "service:*@0"),
		one("deny org or service trap", denyAll(`"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-mine"},"Bool":{"aws:PrincipalIsAWSService":"false"}`), pageKeys+"anonymous requests lack PrincipalIsAWSService, so the Deny spares them", pubAnon),
		one("deny by caller tag", denyAll(`"StringNotEquals":{"aws:PrincipalTag/team":"x"}`), pageKeys+"the account of the caller sets its tags", pubAnon),
		one("deny by variable", denyAll(`"StringNotEquals":{"aws:PrincipalArn":"${aws:PrincipalTag/arn}"}`), pageVariables+"what the variable holds is not told", "?public@0", "?service:*@0"),
		one("deny userid", denyAll(`"StringNotLike":{"aws:userid":["AROADBQP57FF2AEXAMPLE:*","111111111111"]}`), pageKeys+"only sessions of the role and the root user are spared", "?foreign@0"),
		one("deny arn not like any account", denyAll(`"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/app"}`), pageS3+"anybody can make a role of that name", "public@0"),
		{name: "deny anonymous of keyed", doc: policyOf(allowAll(`"Null":{"aws:PrincipalArn":"true"}`), denyAll(`"StringEquals":{"aws:PrincipalType":"Anonymous"}`)),
			want: []string{"service:*@0"}, rule: pageKeys + "PrincipalType of an unsigned request is Anonymous"},
		{name: "foreign denied by account", doc: policyOf(statement(Allow, aws(strange), ""), statement(Deny, aws("arn:aws:iam::999999999999:root"), "")), rule: pageLogic + "a Deny wins"},
		{name: "foreign role denied by other role", doc: policyOf(statement(Allow, aws("arn:aws:iam::999999999999:role/a"), ""), statement(Deny, aws("arn:aws:iam::999999999999:role/b"), "")),
			want: []string{"foreign:999999999999@0"}, rule: pageLogic + "a Deny touches its principal alone"},
		{name: "foreign allowed by its account", doc: policyOf(statement(Allow, aws(strange), ""), denyAll(`"StringNotEquals":{"aws:PrincipalAccount":["111111111111","999999999999"]}`)),
			want: []string{"foreign:999999999999@0"}, rule: pageLogic + "the Deny spares the account"},
		{name: "foreign denied by org", doc: policyOf(statement(Allow, aws(strange), ""), denyAll(`"StringNotEquals":{"aws:PrincipalOrgID":"o-mine"}`)), rule: pageLogic + "a Deny wins"},
		{name: "denies in parts", doc: policyOf(allowAll(""), part("s3:*", `"arn:aws:s3:::b"`, ""), part("s3:*", `"arn:aws:s3:::b/*"`, "")), rule: pageLogic + "each Deny takes its part"},
	}
}

// trustCases are about trust policies of roles.
func trustCases() []accessCase {
	trust := func(name, principal, condition, rule string, want ...string) accessCase {
		doc := policyOf(`{"Effect":"Allow",` + principal + `,"Action":"sts:AssumeRoleWithWebIdentity"` + conditionOf(condition) + `}`)
		return accessCase{name: name, doc: doc, service: "sts", want: want, rule: rule}
	}
	github := `"Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"}`
	grant := "federated:arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com@0"
	cognito := `"Principal":{"Federated":"cognito-identity.amazonaws.com"}`
	return []accessCase{
		trust("github without subject", github, `"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}`, pageOIDC+"the audience alone lets in every repository", grant),
		trust("github with repository", github, `"StringLike":{"token.actions.githubusercontent.com:sub":"repo:me/app:*"}`, pageOIDC+"limit the subject to an organization or repository"),
		trust("github with owner", github, `"StringLike":{"token.actions.githubusercontent.com:sub":"repo:me/*"}`, pageOIDC+"limit the subject to an organization or repository"),
		trust("github with owner prefix", github, `"StringLike":{"token.actions.githubusercontent.com:sub":"repo:me*"}`, pageOIDC+"anybody can take a name with the prefix", grant),
		trust("github with any repository", github, `"StringLike":{"token.actions.githubusercontent.com:sub":"repo:*/*:ref:refs/heads/main"}`, pageOIDC+"a wildcard for the owner limits nothing", grant),
		trust("github if exists", github, `"StringLikeIfExists":{"token.actions.githubusercontent.com:sub":"repo:me/app:*"}`, pageOIDC+"every token has a subject, so IfExists opens nothing"),
		trust("cognito without pool", cognito, "", pageOIDC+"every identity pool of the world would do", "federated:cognito-identity.amazonaws.com@0"),
		trust("cognito with pool", cognito, `"StringEquals":{"cognito-identity.amazonaws.com:aud":"us-east-1:1234"}`, pageOIDC+"the audience is the identity pool"),
		trust("cognito with amr only", cognito, `"ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"authenticated"}`, pageOIDC+"amr does not name the pool", "federated:cognito-identity.amazonaws.com@0"),
		trust("google with client", `"Principal":{"Federated":"accounts.google.com"}`, `"StringEquals":{"accounts.google.com:aud":"123.apps.googleusercontent.com"}`, pageOIDC+"the audience is the client id"),
		trust("own saml", `"Principal":{"Federated":"arn:aws:iam::111111111111:saml-provider/idp"}`, `"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}`, "IAM User Guide, SAML federation: the provider is the account's own"),
		trust("own cluster", `"Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/ABC"}`, "", "Amazon EKS User Guide: the issuer belongs to one cluster"),
		trust("other provider unguarded", `"Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/idp.example.com"}`, "", pageOIDC+"limit the subject or the audience", "federated:arn:aws:iam::111111111111:oidc-provider/idp.example.com@0"),
		trust("other provider with audience", `"Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/idp.example.com"}`, `"StringEquals":{"idp.example.com:aud":"app"}`, pageOIDC+"limit the subject or the audience"),
		trust("star with external id", all, `"StringEquals":{"sts:ExternalId":"s3cret"}`, "IAM User Guide, third-party access: an external id is not a secret", pubKeyed),
		trust("foreign with external id", aws(strange), `"StringEquals":{"sts:ExternalId":"s3cret"}`, "IAM User Guide, third-party access: the account is let in with the id", "foreign:999999999999@0"),
		trust("ec2", `"Principal":{"Service":"ec2.amazonaws.com"}`, "", pageDeputy+"no source is named", "service:ec2.amazonaws.com@0"),
		trust("service guarded", `"Principal":{"Service":"a.amazonaws.com"}`, `"StringEquals":{"aws:SourceAccount":"111111111111"}`, pageDeputy+"aws:SourceAccount names the account the service acts for"),
		trust("star with own org", all, `"StringEquals":{"aws:PrincipalOrgID":"o-mine"}`, pageKeys+"PrincipalOrgID is the organization of the caller"),
	}
}
