package policy

// serviceCases are about keys of single services.
func serviceCases() []accessCase {
	on := func(service, name, principal, action, condition, rule string, want ...string) accessCase {
		doc := policyOf(`{"Effect":"Allow",` + principal + `,"Action":"` + action + `","Resource":"*"` + conditionOf(condition) + `}`)
		return accessCase{name: service + " " + name, doc: doc, service: service, want: want, rule: rule}
	}
	sns := `"Principal":{"Service":"sns.amazonaws.com"}`
	trail := `"Principal":{"Service":"cloudtrail.amazonaws.com"}`
	return []accessCase{
		on("kms", "own account", aws("arn:aws:iam::111111111111:root"), "kms:*", "", pageService+"the default key policy"),
		on("kms", "caller account", allAWS, "kms:Decrypt", `"StringEquals":{"kms:CallerAccount":"111111111111","kms:ViaService":"s3.us-east-1.amazonaws.com"}`, pageService+"kms:CallerAccount is the account of the caller"),
		on("kms", "via service only", allAWS, "kms:Decrypt", `"StringEquals":{"kms:ViaService":"s3.us-east-1.amazonaws.com"}`, pageService+"kms:ViaService says how, not who", pubAnon),
		on("kms", "caller account foreign", allAWS, "kms:Decrypt", `"StringEquals":{"kms:CallerAccount":"999999999999"}`, pageService+"kms:CallerAccount is the account of the caller", "foreign:999999999999@0"),
		on("kms", "trail of own account", trail, "kms:GenerateDataKey*", `"StringLike":{"kms:EncryptionContext:aws:cloudtrail:arn":"arn:aws:cloudtrail:*:111111111111:trail/*"}`, "AWS CloudTrail User Guide, key policies: the encryption context names the trail"),
		on("kms", "trail of any account", trail, "kms:GenerateDataKey*", `"StringLike":{"kms:EncryptionContext:aws:cloudtrail:arn":"arn:aws:cloudtrail:*:*:trail/*"}`, pageDeputy+"the account must be fixed", "service:cloudtrail.amazonaws.com@0"),
		on("kms", "context chosen by caller", allAWS, "kms:Decrypt", `"StringLike":{"kms:EncryptionContext:aws:cloudtrail:arn":"arn:aws:cloudtrail:*:111111111111:trail/*"}`, pageService+"the caller states the encryption context", pubKeyed),
		on("sns", "default policy", allAWS, "sns:Publish", `"StringEquals":{"AWS:SourceOwner":"111111111111"}`, "Amazon SNS Developer Guide, default topic policy"),
		on("sns", "endpoint", all, "sns:Subscribe", `"StringLike":{"sns:Endpoint":"*@example.com"}`, pageService+"sns:Endpoint says where to, not who", pubAnon),
		on("sns", "protocol", all, "sns:Subscribe", `"StringEquals":{"sns:Protocol":"https"}`, pageService+"sns:Protocol says how, not who", pubAnon),
		on("sqs", "from topic", sns, "sqs:SendMessage", `"ArnEquals":{"aws:SourceArn":"arn:aws:sns:us-east-1:111111111111:t"}`, pageDeputy+"aws:SourceArn names the source"),
		on("sqs", "from foreign topic", sns, "sqs:SendMessage", `"ArnEquals":{"aws:SourceArn":"arn:aws:sns:us-east-1:999999999999:t"}`, pageDeputy+"aws:SourceArn names the source", "foreign:999999999999@0"),
		on("sqs", "from any topic", sns, "sqs:SendMessage", `"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:*:*"}`, pageDeputy+"a wildcard account is no source", "service:sns.amazonaws.com@0"),
		on("sqs", "source if exists", sns, "sqs:SendMessage", `"StringEqualsIfExists":{"aws:SourceAccount":"111111111111"}`, pageOperators+"IfExists holds for a missing key", "service:sns.amazonaws.com@0"),
		on("sqs", "source org", sns, "sqs:SendMessage", `"StringEquals":{"aws:SourceOrgID":"o-mine"}`, pageKeys+"SourceOrgID is the organization the service acts for"),
		on("sqs", "source org paths", sns, "sqs:SendMessage", `"ForAnyValue:StringLike":{"aws:SourceOrgPaths":"o-mine/*"}`, pageKeys+"SourceOrgPaths begins with the organization"),
		on("sqs", "source not equals", sns, "sqs:SendMessage", `"StringNotEquals":{"aws:SourceAccount":"999999999999"}`, pageOperators+"a negated operator does not name a source", "service:sns.amazonaws.com@0"),
		on("lambda", "public url", all, "lambda:InvokeFunctionUrl", `"StringEquals":{"lambda:FunctionUrlAuthType":"NONE"}`, "AWS Lambda Developer Guide, function URLs: NONE asks for no credentials", pubAnon),
		on("lambda", "signed url", all, "lambda:InvokeFunctionUrl", `"StringEquals":{"lambda:FunctionUrlAuthType":"AWS_IAM"}`, "AWS Lambda Developer Guide, function URLs: AWS_IAM asks for credentials", pubKeyed),
		on("lambda", "s3 without account", `"Principal":{"Service":"s3.amazonaws.com"}`, "lambda:InvokeFunction", "", pageDeputy+"no source is named", "service:s3.amazonaws.com@0"),
		on("lambda", "s3 with account", `"Principal":{"Service":"s3.amazonaws.com"}`, "lambda:InvokeFunction", `"StringEquals":{"AWS:SourceAccount":"111111111111"},"ArnLike":{"AWS:SourceArn":"arn:aws:s3:::b"}`, pageDeputy+"account and bucket are named"),
		on("lambda", "event source token", `"Principal":{"Service":"alexa-appkit.amazon.com"}`, "lambda:InvokeFunction", `"StringEquals":{"lambda:EventSourceToken":"amzn1.ask.skill.x"}`, "AWS Lambda API, AddPermission: the invoker must supply the token"),
		on("lambda", "any token", `"Principal":{"Service":"alexa-appkit.amazon.com"}`, "lambda:InvokeFunction", `"StringLike":{"lambda:EventSourceToken":"*"}`, pageS3+"a wildcard is no fixed value", "service:alexa-appkit.amazon.com@0"),
		on("efs", "default", all, "elasticfilesystem:ClientMount", "", "Amazon EFS User Guide: every client that reaches a mount target", pubAnon),
		on("efs", "mount target", all, "elasticfilesystem:ClientMount", `"Bool":{"elasticfilesystem:AccessedViaMountTarget":"true"}`, "Amazon EFS User Guide, blocking public access: such a policy is not public"),
		on("secretsmanager", "star with org", all, "secretsmanager:GetSecretValue", `"StringEquals":{"aws:PrincipalOrgID":"o-mine"}`, pageKeys+"PrincipalOrgID is the organization of the caller"),
		on("secretsmanager", "root of foreign", aws("arn:aws:iam::999999999999:root"), "secretsmanager:GetSecretValue", "", pagePrincipal+"the root ARN is the account", "foreign:999999999999@0"),
		on("s3", "cloudfront distribution", `"Principal":{"Service":"cloudfront.amazonaws.com"}`, "s3:GetObject", `"StringEquals":{"AWS:SourceArn":"arn:aws:cloudfront::111111111111:distribution/E1"}`, pageDeputy+"the distribution is named"),
		on("s3", "cloudfront any distribution", `"Principal":{"Service":"cloudfront.amazonaws.com"}`, "s3:GetObject", "", pageDeputy+"every distribution of the world would do", "service:cloudfront.amazonaws.com@0"),
	}
}
