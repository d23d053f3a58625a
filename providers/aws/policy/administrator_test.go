package policy

import "testing"

// powerUser is what PowerUserAccess allows, as far as IAM goes.
const powerUser = `{"Version":"2012-10-17","Statement":[
	{"Effect":"Allow","NotAction":["iam:*","organizations:*","account:*"],"Resource":"*"},
	{"Effect":"Allow","Action":["iam:CreateServiceLinkedRole","iam:DeleteServiceLinkedRole","iam:ListRoles"],"Resource":"*"}]}`

func TestIsAdminByParts(t *testing.T) {
	iamFull := identity(may(`"iam:*"`, everything, ""))
	all := func(resources string) []string { return []string{identity(may(everything, resources, ""))} }
	cases := []struct {
		name, boundary string
		policies       []string
		want           bool
	}{
		{"power user", "", []string{powerUser}, false},
		{"power user and all of IAM", "", []string{powerUser, iamFull}, true},
		{"power user and all of IAM, within such a boundary", identity(mayAllBut(`"iam:*"`)), []string{powerUser, iamFull}, false},
		{"power user who writes inline policies of roles", "", []string{powerUser, identity(may(`"iam:PutRolePolicy"`, everything, ""))}, true},
		{"power user who writes those of one role", "", []string{powerUser, identity(may(`"iam:PutRolePolicy"`, `"arn:aws:iam::111111111111:role/app"`, ""))}, false},
		{"power user who attaches one policy", "", []string{powerUser, identity(may(`"iam:AttachRolePolicy"`, everything, `"ArnEquals":{"iam:PolicyARN":"arn:aws:iam::aws:policy/ReadOnlyAccess"}`))}, false},
		{"power user who writes its own policies", "", []string{powerUser, identity(may(`"iam:PutUserPolicy"`, `"arn:aws:iam::*:user/${aws:username}"`, ""))}, true},
		{"power user who passes roles", "", []string{powerUser, identity(may(`"iam:PassRole"`, everything, ""))}, false},
		{"two halves of a document", "", []string{identity(mayAllBut(`["iam:*"]`), may(`"iam:*"`, everything, ""))}, true},

		{"all ARNs", "", all(`"arn:aws:*"`), true},
		{"all ARNs, field by field", "", all(`"arn:aws:*:*:*:*"`), true},
		{"all ARNs of any partition", "", all(`"arn:*:*:*:*:*"`), true},
		{"all ARNs in China", "", all(`"arn:aws-cn:*:*:*:*"`), true},
		{"all ARNs of the account", "", all(`["arn:aws:s3:::*","arn:aws:*:*:111111111111:*"]`), true},
		{"all ARNs of a region", "", all(`"arn:aws:*:eu-west-1:111111111111:*"`), false},
		{"all buckets", "", all(`"arn:aws:s3:::*"`), false},
		{"all but a bucket", "", []string{identity(`{"Effect":"Allow","Action":"*","NotResource":"arn:aws:s3:::b/*"}`)}, true},
		{"all but IAM", "", []string{identity(`{"Effect":"Allow","Action":"*","NotResource":"arn:aws:iam::*:*"}`)}, false},
		{"all but all", "", []string{identity(`{"Effect":"Allow","Action":"*","NotResource":"*"}`)}, false},

		{"odd stars", "", []string{identity(may(`"*:?*"`, everything, ""))}, true},
		{"all of three letters", "", []string{identity(may(`"???:*"`, everything, ""))}, false},

		{"all but a listing denied", "", []string{admin, identity(`{"Effect":"Deny","NotAction":"iam:ListUsers","Resource":"*"}`)}, false},
		{"IAM denied by its ARNs", "", []string{admin, identity(mayNot(`"iam:*"`, `"arn:aws:iam::111111111111:*"`, ""))}, false},
		{"writing of permissions denied", "", []string{admin, identity(mayNot(`["iam:Attach*","iam:Put*","iam:CreatePolicyVersion"]`, everything, ""))}, false},
		{"one role spared", "", []string{admin, identity(mayNot(`"iam:*"`, `"arn:aws:iam::111111111111:role/guard"`, ""))}, true},
		{"old sessions denied", "", []string{admin, identity(mayNot(everything, everything, `"DateLessThan":{"aws:TokenIssueTime":"2026-01-01T00:00:00Z"}`))}, true},
	}
	for _, c := range cases {
		if got := IsAdmin(effectiveOf(t, c.boundary, c.policies...)); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestOtherAccounts and regions: what a policy says of them neither protects nor
// endangers the account of the principal.
func TestOtherAccounts(t *testing.T) {
	const own = "111111111111"
	cases := []struct {
		name     string
		policies []string
		want     bool
	}{
		{"IAM of another account denied", []string{admin, identity(mayNot(`"iam:*"`, `"arn:aws:iam::999999999999:*"`, ""))}, true},
		{"IAM of the own account denied", []string{admin, identity(mayNot(`"iam:*"`, `"arn:aws:iam::111111111111:*"`, ""))}, false},
		{"everything in the own account", []string{identity(may(everything, `"arn:aws:*:*:111111111111:*"`, ""))}, true},
		{"everything in another account", []string{identity(may(everything, `"arn:aws:*:*:999999999999:*"`, ""))}, false},
	}
	for _, c := range cases {
		if got := IsAdmin(effectiveOf(t, "", c.policies...).In(own)); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
	code := may(`"lambda:UpdateFunctionCode"`, everything, "")
	for resource, want := range map[string]bool{
		`"arn:aws:lambda:eu-west-1:111111111111:*"`: true, `"arn:aws:lambda:*:999999999999:*"`: true, `"arn:aws:lambda:*:111111111111:*"`: false,
	} {
		p := effectiveOf(t, "", identity(code), identity(mayNot(`"lambda:*"`, resource, ""))).In(own)
		if path, ok := pathOf(p, "lambda-update-code"); ok && !path.Narrow != want {
			t.Errorf("functions denied on %s: %v, %+v", resource, ok, path)
		} else if !ok && want {
			t.Errorf("functions denied on %s: no way", resource)
		}
	}
}

// TestOwnMeans puts conditions on an administrator and on one who may attach
// policies: what the holder can see to hides neither.
func TestOwnMeans(t *testing.T) {
	cases := []struct {
		condition string
		met       bool
	}{
		{`"Bool":{"aws:MultiFactorAuthPresent":"true"}`, true},
		{`"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}`, true},
		{`"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}`, true},
		{`"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}`, true},
		{`"StringEquals":{"aws:RequestedRegion":["eu-west-1","us-east-1"]}`, true},
		{`"StringEquals":{"aws:RequestedRegion":"eu-west-1"}`, false},
		{`"StringEquals":{"aws:RequestedRegion":["cn-northwest-1","cn-north-1"]}`, true},
		{`"StringNotEquals":{"aws:RequestedRegion":"us-east-1"}`, false},
		{`"StringLike":{"aws:PrincipalArn":"*"}`, true},
		{`"StringLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/x"}`, false},
		{`"StringEquals":{"aws:PrincipalTag/team":"red"}`, false},
		{`"StringEquals":{"aws:ResourceAccount":"${aws:PrincipalAccount}"}`, true},
		{`"StringNotEquals":{"aws:ResourceAccount":"${aws:PrincipalAccount}"}`, false},
		{`"StringEquals":{"aws:ResourceTag/team":"red"}`, false},
		{`"StringNotEquals":{"aws:ResourceTag/guarded":"yes"}`, true},
		{`"ForAllValues:StringEquals":{"aws:TagKeys":["team"]}`, true},
		{`"StringEquals":{"ec2:Region":"eu-west-1"}`, false},
		{`"StringNotEquals":{"ec2:InstanceType":"p5.48xlarge"}`, true},
		{`"StringEqualsIfExists":{"iam:PassedToService":"ec2.amazonaws.com"}`, true},
		{`"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}`, false},
		{`"ArnEquals":{"iam:PolicyARN":"arn:aws:iam::aws:policy/ReadOnlyAccess"}`, false},
		{`"StringEquals":{"iam:PermissionsBoundary":"arn:aws:iam::111111111111:policy/b"}`, false},
		{`"Bool":{"aws:ViaAWSService":"false"}`, true},
		{`"Bool":{"aws:ViaAWSService":"true"}`, false},
		{`"DateLessThan":{"aws:CurrentTime":"2020-01-01T00:00:00Z"}`, false},
		{`"IpAddress":{"aws:SourceIp":"203.0.113.0/24"},"StringEquals":{"aws:PrincipalTag/team":"red"}`, false},
	}
	for _, c := range cases {
		if got := IsAdmin(effectiveOf(t, "", identity(may(everything, everything, c.condition)))); got != c.met {
			t.Errorf("an administrator with %s: %v", c.condition, got)
		}
		path, ok := pathOf(effectiveOf(t, "", identity(may(`"iam:AttachRolePolicy"`, everything, c.condition))), "iam-attach-role-policy")
		if got := ok && !path.Conditional && !path.Narrow; got != c.met {
			t.Errorf("a way with %s: %v, %+v", c.condition, ok, path)
		}
	}
}

// TestAvoidableDeny takes the ways of one who may attach policies away under
// conditions.
func TestAvoidableDeny(t *testing.T) {
	cases := []struct {
		condition string
		open      bool
	}{
		{`"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}`, true},
		{`"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}`, true},
		{`"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}`, false},
		{`"StringNotEquals":{"aws:RequestedRegion":["eu-west-1","us-east-1"]}`, true},
		{`"DateLessThan":{"aws:TokenIssueTime":"2026-01-01T00:00:00Z"}`, true},
		{`"StringNotEquals":{"aws:ResourceOrgID":"${aws:PrincipalOrgID}"}`, true},
		{`"StringEquals":{"aws:ResourceTag/guarded":"yes"}`, true},
		{`"StringEquals":{"ec2:InstanceType":"p5.48xlarge"}`, true},
		{`"StringNotEquals":{"ec2:InstanceType":"t3.micro"}`, false},
		{`"StringNotEquals":{"iam:PermissionsBoundary":"arn:aws:iam::111111111111:policy/b"}`, false},
		{`"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/break-glass"}`, false},
	}
	for _, c := range cases {
		p := effectiveOf(t, "", identity(may(`"iam:AttachRolePolicy"`, everything, "")), identity(mayNot(`"iam:*"`, everything, c.condition)))
		path, ok := pathOf(p, "iam-attach-role-policy")
		if got := ok && !path.Conditional; got != c.open {
			t.Errorf("%s: %v, %+v", c.condition, ok, path)
		}
	}
	passes := identity(may(`["iam:PassRole","lambda:CreateFunction","lambda:InvokeFunction"]`, everything, `"StringEquals":{"aws:RequestedRegion":"eu-west-1"}`))
	if path, ok := pathOf(effectiveOf(t, "", passes), "lambda-create-invoke"); !ok || path.Conditional {
		t.Errorf("a function in the one region that is allowed: %v, %+v", ok, path)
	}
}
