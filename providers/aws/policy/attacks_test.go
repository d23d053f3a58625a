package policy

// pageLike is the rule for wildcards in ARN conditions.
const pageLike = pageOperators + "ArnLike compares the six parts of an ARN one by one, StringLike the whole text: "

// attackCases are policies that look closed and are not, or of which the
// document cannot tell.
func attackCases() []accessCase {
	one := func(name, principal, condition, rule string, want ...string) accessCase {
		return accessCase{name: name, doc: policyOf(statement(Allow, principal, condition)), want: want, rule: rule}
	}
	denied := func(name, principal, condition, deny, rule string, want ...string) accessCase {
		return accessCase{name: name, doc: policyOf(statement(Allow, principal, condition), deny), want: want, rule: rule}
	}
	foreign, maybe := "foreign:999999999999@0", "?foreign@0"
	cloudwatch := `"Principal":{"Service":"cloudwatch.amazonaws.com"}`
	sns := `"Principal":{"Service":"sns.amazonaws.com"}`
	return []accessCase{
		// The caller is named, and an endpoint says only how the request arrives.
		one("foreign through an endpoint", aws(strange), `"StringEquals":{"aws:SourceVpce":"vpce-1"}`, pageKeys+"SourceVpce is the way, not the caller", foreign),
		one("foreign through a VPC", aws(strange), `"StringEquals":{"aws:SourceVpc":"vpc-1"}`, pageKeys+"SourceVpc is the way, not the caller", foreign),
		one("foreign through an own endpoint", aws(strange), `"StringEquals":{"aws:VpceAccount":"111111111111"}`, pageKeys+"VpceAccount owns the endpoint, not the caller", foreign),
		one("foreign through an own access point", aws(strange), `"StringEquals":{"s3:DataAccessPointAccount":"111111111111"}`, pageService+"the access point is the way, not the caller", foreign),
		denied("foreign denied elsewhere than at an endpoint", aws(strange), "", denyAll(`"StringNotEquals":{"aws:SourceVpce":"vpce-1"}`), pageLogic+"the Deny spares those at the endpoint", foreign),
		denied("foreign denied elsewhere than at an own endpoint", aws(strange), "", denyAll(`"StringNotEquals":{"aws:VpceOrgID":"o-mine"}`), pageLogic+"the Deny spares those at the endpoint", foreign),
		denied("everybody denied elsewhere than at an endpoint", all, "", denyAll(`"StringNotEquals":{"aws:SourceVpce":"vpce-1"}`), pageS3+"not public; whose endpoint it is stays open", maybe),
		one("account and another account's endpoint", all, `"StringEquals":{"aws:PrincipalAccount":"999999999999","aws:VpceAccount":"888888888888"}`, pageKeys+"a caller may come through the endpoint of another account", foreign),
		one("organization and another one's endpoint", all, `"StringEquals":{"aws:PrincipalOrgID":"o-other","aws:VpceOrgID":"o-third"}`, pageKeys+"a caller may come through the endpoint of another organization", "foreign:o-other@0"),
		one("endpoint of another account", all, `"StringEquals":{"aws:VpceAccount":"999999999999"}`, pageKeys+"VpceAccount owns the endpoint", foreign),
		one("two endpoints and a VPC", all, `"StringEquals":{"aws:SourceVpce":"vpce-1","aws:SourceVpc":"vpc-1"}`, pageS3+"not public; whose VPC it is stays open", maybe),
		denied("foreign denied but for a role id", aws(strange), "", denyAll(`"StringNotLike":{"aws:userid":["AROADBQP57FF2AEXAMPLE:*","111111111111"]}`), pageKeys+"whose id it is stays open", "?"+foreign),

		// Comparisons that are not of text, on keys whose value is known.
		one("number on the caller's account", aws(strange), `"NumericGreaterThan":{"aws:PrincipalAccount":"0"}`, pageOperators+"an account id is greater than 0", foreign),
		one("unknown operator on the caller's account", aws(strange), `"StringMatches":{"aws:PrincipalAccount":"111111111111"}`, "an operator that is not understood is no restriction", foreign),
		denied("unknown operator in a Deny", aws(strange), "", denyAll(`"StringMatches":{"aws:PrincipalAccount":"999999999999"}`), "an operator that is not understood denies nothing", foreign),
		denied("deny of signed function URLs", `"Principal":"*"`, `"StringEquals":{"lambda:FunctionUrlAuthType":"NONE"}`, denyAll(`"StringLike":{"lambda:FunctionUrlAuthType":"AWS*"}`), pageOperators+"NONE is not like AWS*", pubAnon),
		denied("deny in another case", `"Principal":"*"`, `"StringEquals":{"lambda:FunctionUrlAuthType":"NONE"}`, denyAll(`"StringEquals":{"lambda:FunctionUrlAuthType":"none"}`), pageOperators+"StringEquals minds the case", pubAnon),
		one("regional name of a service", `"Principal":{"Service":"a.amazonaws.com"}`, `"ForAnyValue:StringEquals":{"aws:PrincipalServiceNamesList":"a.us-east-1.amazonaws.com"}`, pageKeys+"a service has several names", "service:a.amazonaws.com@0"),

		// StringLike takes * for colons too.
		one("StringLike over the account", cloudwatch, `"StringLike":{"aws:SourceArn":"arn:aws:cloudwatch:*:111111111111:*"}`, pageLike+"an alarm's name may hold :111111111111:", "service:cloudwatch.amazonaws.com@0"),
		one("ArnLike under the account", cloudwatch, `"ArnLike":{"aws:SourceArn":"arn:aws:cloudwatch:*:111111111111:*"}`, pageLike+"the account is compared by itself"),
		one("StringLike where no name holds a colon", sns, `"StringLike":{"aws:SourceArn":"arn:aws:sns:*:111111111111:*"}`, pageLike+"a topic's name has no colon"),
		one("StringLike over service and account", all, `"StringLike":{"aws:SourceArn":"arn:aws:*:*:111111111111:*"}`, pageLike+"not decided for services that are not told", "?public+anon@0", "?service:*@0"),
		one("StringLike over the service of one that has no such names", sns, `"StringLike":{"aws:SourceArn":"arn:aws:*:*:111111111111:*"}`, pageLike+"a topic's name has no colon"),
		one("StringLike over the partition of a role", all, `"StringLike":{"aws:PrincipalArn":"arn:*:iam::111111111111:role/x"}`, pageLike+"the path of a role may hold :111111111111:", pubKeyed),
		one("StringLike of a role", all, `"StringLike":{"aws:PrincipalArn":"arn:aws:iam::111111111111:role/*"}`, pageLike+"nothing before the account stretches"),
		one("literal star in a foreign source", sns, `"StringEquals":{"aws:SourceArn":"arn:aws:logs:us-east-1:999999999999:log-group:x:*"}`, "Amazon CloudWatch Logs: the ARN of a log group ends in a star", foreign),

		// Principals.
		one("wildcard in a foreign user's name", aws("arn:aws:iam::999999999999:user/*"), "", pagePrincipal+"not part of the grammar, so not decided", "?"+foreign),
		one("wildcard in an own role's name", aws("arn:aws:iam::111111111111:role/*"), "", pagePrincipal+"whatever it matches is the account's own"),
		denied("deny without principal", all, "", `{"Effect":"Deny","Action":"s3:*","Resource":"*"}`, pagePrincipal+"a resource policy must name a principal, so it denies nobody", pubAnon),
		one("escapes", `"Principal":"*"`, `"StringEquals":{"aws:\u0050rincipalAccount":"\u0039\u0039\u0039999999999"}`, "RFC 8259: an escaped letter is the letter", foreign),

		// Sources whose owner is not told.
		one("a bucket", `"Principal":{"Service":"s3.amazonaws.com"}`, `"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::my-bucket"}`, pageDeputy+"the ARN of a bucket does not name the account", maybe),
		one("a bucket of the account", `"Principal":{"Service":"s3.amazonaws.com"}`, `"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::my-bucket"},"StringEquals":{"aws:SourceAccount":"111111111111"}`, pageDeputy+"aws:SourceAccount names it"),
		one("a bucket of another account", `"Principal":{"Service":"s3.amazonaws.com"}`, `"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::my-bucket"},"StringEquals":{"aws:SourceAccount":"999999999999"}`, pageDeputy+"aws:SourceAccount names it", foreign),

		// Missing keys.
		one("source account or none", all, `"StringEqualsIfExists":{"aws:SourceAccount":"111111111111"}`, pageOperators+"IfExists holds for a missing key", pubAnon),
		one("all source accounts", all, `"ForAllValues:StringEquals":{"aws:SourceAccount":"111111111111"}`, pageSets+"ForAllValues holds for a missing key", pubAnon),
		one("source ARN not like", all, `"ArnNotLike":{"aws:SourceArn":"arn:aws:sns:*:999999999999:*"}`, pageOperators+"a negated operator holds for a missing key", pubAnon),
		one("not anonymous by account", all, `"StringNotEquals":{"aws:PrincipalAccount":"anonymous"}`, pageOperators+"every signed caller meets it", pubKeyed),
		one("organization or any account", all, `"StringEquals":{"aws:PrincipalOrgID":["o-mine","o-other"]}`, pageKeys+"values are alternatives", "foreign:o-other@0"),
		denied("deny if exists trap", all, "", denyAll(`"StringNotEqualsIfExists":{"aws:SourceAccount":"111111111111"},"Null":{"aws:SourceAccount":"false"}`), pageOperators+"the Deny spares requests without the key", pubAnon),
		denied("deny of http for outsiders only", all, "", denyAll(`"StringNotEquals":{"aws:PrincipalOrgID":"o-mine"},"Bool":{"aws:SecureTransport":"false"}`), pageLogic+"a Deny needs all its conditions", pubAnon),
		denied("deny through services only", all, "", denyAll(`"StringNotEquals":{"aws:PrincipalOrgID":"o-mine"},"Bool":{"aws:ViaAWSService":"true"}`), pageLogic+"a Deny needs all its conditions", pubAnon),
		denied("deny but for a huge block", all, "", denyAll(`"NotIpAddress":{"aws:SourceIp":["0.0.0.0/1","128.0.0.0/1"]}`), pageS3+"a very wide range is public", pubAnon),
	}
}

// documentedCases are policies that AWS's own guides recommend.
func documentedCases() []accessCase {
	one := func(name, service, principal, action, condition, rule string, want ...string) accessCase {
		doc := policyOf(`{"Effect":"Allow",` + principal + `,"Action":"` + action + `","Resource":"*"` + conditionOf(condition) + `}`)
		return accessCase{name: name, doc: doc, service: service, want: want, rule: rule}
	}
	of := func(service string) string { return `"Principal":{"Service":"` + service + `"}` }
	return []accessCase{
		one("trail delivery", "s3", of("cloudtrail.amazonaws.com"), "s3:PutObject", `"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control","aws:SourceArn":"arn:aws:cloudtrail:us-east-1:111111111111:trail/t"}`, "AWS CloudTrail User Guide, bucket policy"),
		one("config delivery", "s3", of("config.amazonaws.com"), "s3:PutObject", `"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control","AWS:SourceAccount":"111111111111"}`, "AWS Config Developer Guide, bucket policy"),
		one("inventory", "s3", of("s3.amazonaws.com"), "s3:PutObject", `"ArnLike":{"aws:SourceArn":"arn:aws:s3:::my-bucket"},"StringEquals":{"aws:SourceAccount":"111111111111","s3:x-amz-acl":"bucket-owner-full-control"}`, "Amazon S3 User Guide, inventory"),
		one("notification to a topic", "sns", of("s3.amazonaws.com"), "SNS:Publish", `"ArnLike":{"aws:SourceArn":"arn:aws:s3:*:*:my-bucket"},"StringEquals":{"aws:SourceAccount":"111111111111"}`, "Amazon S3 User Guide, notifications"),
		one("rule to a queue", "sqs", of("events.amazonaws.com"), "sqs:SendMessage", `"ArnEquals":{"aws:SourceArn":"arn:aws:events:us-east-1:111111111111:rule/r"}`, "Amazon EventBridge User Guide, resource-based policies"),
		one("log groups", "kms", of("logs.us-east-1.amazonaws.com"), "kms:Decrypt*", `"ArnEquals":{"kms:EncryptionContext:aws:logs:arn":"arn:aws:logs:us-east-1:111111111111:log-group:g"}`, "Amazon CloudWatch Logs User Guide, encryption"),
		one("organization by the owner's", "s3", all, "s3:GetObject", `"StringEquals":{"aws:PrincipalOrgID":"${aws:ResourceOrgID}"}`, pageKeys+"ResourceOrgID is the own organization"),
		{name: "organization by the owner's, not known", doc: policyOf(allowAll(`"StringEquals":{"aws:PrincipalOrgID":"${aws:ResourceOrgID}"}`)), noOrg: true, rule: pageKeys + "ResourceOrgID is the own organization, whichever it is"},
		one("organization unit by the owner's", "s3", all, "s3:GetObject", `"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"${aws:ResourceOrgID}/r-ab12/*"}`, pageKeys+"ResourceOrgID is the own organization"),
		one("source ARN of the owner", "sqs", of("sns.amazonaws.com"), "sqs:SendMessage", `"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:${aws:ResourceAccount}:*"}`, pageKeys+"ResourceAccount is the own account"),
		one("only services of the account", "sqs", all, "sqs:SendMessage", `"Bool":{"aws:PrincipalIsAWSService":"true"},"StringEquals":{"aws:SourceAccount":"111111111111"}`, pageDeputy+"aws:SourceAccount names the account the service acts for"),
	}
}
